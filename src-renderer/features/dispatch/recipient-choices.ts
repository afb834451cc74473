/** Recipients by the words that offer them: bodies, bodies for all their members, persons; anything else is somebody from outside. */
import type { Recipient } from '../../../src-main/contract/distribution/shapes.ts';
import type { Directory } from '../../../src-main/contract/system/shapes.ts';
import { t } from '../../texts/de.ts';

export interface RecipientChoices {
  readonly names: readonly string[];
  recipientOf(text: string, former: Recipient): Recipient;
  textOf(recipient: Recipient): string;
}

export function recipientChoices(directory: Directory | undefined): RecipientChoices {
  const known = new Map<string, Recipient>();
  const add = (text: string, kind: Recipient['kind'], id: string, name: string): void => {
    if (!known.has(text)) known.set(text, { kind, id, name, lines: [], email: '' });
  };
  for (const { id, name } of directory?.organizations ?? []) add(name, 'organization', id, name);
  for (const { id, name } of directory?.organizations ?? [])
    add(t.dispatch.distribution.members(name), 'group', id, name);
  for (const { id, name, title } of directory?.persons ?? [])
    add([title, name].filter(Boolean).join(' '), 'person', id, name);
  const texts = new Map([...known].map(([text, { kind, id }]) => [`${kind} ${id ?? ''}`, text]));
  return {
    names: [...known.keys()],
    recipientOf: (text, former) =>
      known.get(text) ?? {
        kind: 'external',
        name: text,
        lines: former.kind === 'external' ? former.lines : [],
        email: former.kind === 'external' ? former.email : '',
      },
    textOf: (recipient) => texts.get(`${recipient.kind} ${recipient.id ?? ''}`) ?? recipient.name,
  };
}
