/** What a careful colleague finds, in one line below the text: each leads to its words, some can be put right at once. */
import { Link } from '@tanstack/react-router';
import { memo, type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button as AriaButton } from 'react-aria-components/Button';
import { MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { Finding, FindingSeverity } from '../../../../src-main/contract/release/shapes.ts';
import { correctionOf, findingSentence } from '../../../../src-main/contract/release/texts-de.ts';
import { placeHash } from '../../../parts/statement/found-place.ts';
import { t } from '../../../texts/de.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { WordChoices } from './word-choices.tsx';
import { WordMenu } from './word-menu.tsx';
import type { FindingsView } from './use-findings.ts';

const words = t.findings;
const ICONS: Record<FindingSeverity, IconName> = { blocking: 'error', warning: 'warning', hint: 'info' };
const TONES: Record<FindingSeverity, string> = { blocking: 'bad', warning: 'warn', hint: 'soft' };
/** More than these nobody reads in one line. */
const MOST_SHOWN = 12;

/** The bar, and the menu at the words themselves. */
export function Findings({
  page,
  view,
  id,
}: {
  readonly page: RefObject<HTMLElement | null>;
  readonly view: FindingsView;
  readonly id: string;
}) {
  return (
    <>
      <FindingsBar view={view} id={id} />
      <WordMenu page={page} view={view} />
    </>
  );
}

const FindingsBar = memo(function FindingsBar({ view, id }: { readonly view: FindingsView; readonly id: string }) {
  const { findings } = view;
  if (findings.length === 0) return null;
  const left = findings.length - MOST_SHOWN;
  return (
    <section className="findings-bar" aria-label={words.region} data-help="hinweise-beim-schreiben">
      <h2>{`${words.title}: ${findings.length.toLocaleString('de-DE')}`}</h2>
      <ul>
        {findings.slice(0, MOST_SHOWN).map((finding) => (
          <FindingItem key={finding.key} finding={finding} id={id} view={view} />
        ))}
        {left > 0 && <li className="soft">{words.more(left)}</li>}
      </ul>
    </section>
  );
});

function FindingItem({
  finding,
  id,
  view,
}: {
  readonly finding: Finding;
  readonly id: string;
  readonly view: FindingsView;
}) {
  const { rule, severity, place } = finding;
  const wanted = place.field === 'reply' ? correctionOf(finding) : null;
  return (
    <li className={`status-item ${TONES[severity]}`}>
      <Icon name={ICONS[severity]} small />
      <span className="visually-hidden">{`${words.severity[severity]}: `}</span>
      <Link
        to="/stellungnahme/$id"
        params={{ id }}
        {...(place.field !== '' && { hash: placeHash(place) })}
        className="finding-link"
      >
        {findingSentence(finding)}
      </Link>
      {wanted !== null && (
        <Button kind="link" onPress={() => view.correct(finding, wanted)}>
          {words.correct(wanted)}
        </Button>
      )}
      {rule === 'spelling' && <SpellingButton finding={finding} view={view} />}
    </li>
  );
}

/** What is chosen puts the cursor back into the text: the button is gone with its finding. */
function SpellingButton({ finding, view }: { readonly finding: Finding; readonly view: FindingsView }) {
  const [isOpen, setOpen] = useState(false);
  const word = finding.details['text'] ?? '';
  const close = (): void => flushSync(() => setOpen(false));
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className="button link" aria-label={words.spelling.menu(word)}>
        {words.spelling.open}
      </AriaButton>
      <Popover className="popover" placement="top start">
        <WordChoices
          word={word}
          canReplace={view.canReplace(finding)}
          onReplace={(wanted) => {
            close();
            view.correct(finding, wanted);
          }}
          onLearn={(learned) => {
            close();
            view.learn(learned);
            view.focusText();
          }}
        />
      </Popover>
    </MenuTrigger>
  );
}
