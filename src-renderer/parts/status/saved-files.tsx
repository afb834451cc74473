/** What is said of files that were just saved, and the way to them; a browser keeps downloads of its own and shows them itself. */
import type { ReactNode } from 'react';
import type { Delivery } from '../../../src-main/contract/document/delivery.ts';
import { problemOf, type Core, useCore } from '../../data/core.ts';
import { saveDelivery } from '../../data/save-delivery.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';

type OnProblem = (sentence: string) => void;

function ShowInFolder({ path, onProblem }: { readonly path: string; readonly onProblem: OnProblem }) {
  const { client } = useCore();
  const show = (): void =>
    void client.shell.showSaved({ path }).catch((error: unknown) => onProblem(problemOf(error).sentence));
  return (
    <Button kind="link" onPress={show}>
      {t.statement.showInFolder}
    </Button>
  );
}

/** Brings the files to the person; null when they cancelled. `say` makes the sentence out of their names. */
export async function savedFiles(
  delivery: Delivery,
  connection: Core['connection'],
  onProblem: OnProblem,
  say: (names: string) => string = t.statement.exported,
): Promise<ReactNode> {
  const names = await saveDelivery(delivery, connection);
  const [first] = names;
  if (first === undefined) return null;
  return (
    <>
      <span>{say(names.join(', '))}</span>{' '}
      {delivery.kind === 'saved' && <ShowInFolder path={first} onProblem={onProblem} />}
    </>
  );
}
