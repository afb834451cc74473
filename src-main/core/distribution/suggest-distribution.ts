/** Who usually gets a copy: the bodies of the consultation order, who handed in what is answered, and the files of the lead unit. Pure. */
import type { DistributionEntry, Recipient } from '../../contract/distribution/shapes.ts';
import { displayName } from '../../base/person-name.ts';
import { fold } from '../../base/fold.ts';
import { findOrganization, findPerson } from '../letter/known-names.ts';
import type { LetterMatter } from '../letter/letter-matter.ts';
import { normaliseLine } from '../../base/normalise.ts';
import type { DirectoryOn } from './directory-on.ts';

type Named = Pick<LetterMatter, 'leadUnit' | 'consultations' | 'answered'>;

const same = (a: string, b: string): boolean => b !== '' && fold(normaliseLine(a)) === fold(normaliseLine(b));

const external = (name: string): Recipient => ({ kind: 'external', name, lines: [], email: '' });
const known = (kind: 'organization' | 'person', id: string, name: string): Recipient => ({
  kind,
  id,
  name,
  lines: [],
  email: '',
});

/** The council decides, so the original is its own; without a council it is the first body's. `idOf` names the entries in order. */
export function suggestDistribution(
  matter: Named,
  directory: DirectoryOn,
  idOf: (index: number) => string,
): DistributionEntry[] {
  const recipients: Recipient[] = [];
  const add = (recipient: Recipient): void => {
    const isKnown = recipients.some(
      ({ kind, id, name }) =>
        kind === recipient.kind && (id === undefined ? same(name, recipient.name) : id === recipient.id),
    );
    if (recipient.name !== '' && !isKnown) recipients.push(recipient);
  };
  const organization = (name: string): Recipient => {
    const found = findOrganization({ organizations: [...directory.organizations.values()] }, name);
    return found ? known('organization', found.id, found.name) : external(name);
  };
  for (const { organization: name } of matter.consultations) add(organization(name));
  for (const { organization: name, person } of matter.answered.flatMap(({ originators }) => originators)) {
    const found = findPerson(directory, person);
    if (found) add(known('person', found.id, displayName(found)));
    else add(name === '' ? external(person) : organization(name));
  }
  const council = recipients.findIndex(
    ({ id }) => directory.organizations.get(id ?? '')?.organizationType === 'council',
  );
  const original = Math.max(0, council);
  const entry = (recipient: Recipient, copyKind: DistributionEntry['copyKind'], index: number): DistributionEntry => ({
    id: idOf(index),
    recipient,
    copyKind,
    copies: 1,
    followUp: null,
  });
  const entries = recipients.map((recipient, index) =>
    entry(recipient, index === original ? 'original' : 'copy', index),
  );
  if (matter.leadUnit === '') return entries;
  return [...entries, entry(organization(matter.leadUnit), 'draft', entries.length)];
}
