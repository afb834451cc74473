/** What must hold of organizations and persons beyond the shape of their fields. */
import { Refusal } from '../../contract/shared/errors.ts';
import type { OrganizationContent, PersonContent } from '../../contract/settings/shapes.ts';
import { fold } from '../../base/fold.ts';
import type { DirectoryReader } from '../ports/ports.ts';
import { problems } from '../../contract/shared/problems-de.ts';

function requireOrder(start: string | null, end: string | null, of: string): void {
  if (start !== null && end !== null && end < start) {
    throw new Refusal('input-invalid', { problem: problems.endBeforeStart(of) });
  }
}

export async function requireSoundOrganization(
  directory: DirectoryReader,
  id: string,
  content: OrganizationContent,
): Promise<void> {
  requireOrder(content.startDate, content.endDate, content.name);
  const sameName = (await directory.organizations()).some(
    (entry) => entry.id !== id && fold(entry.name) === fold(content.name),
  );
  if (sameName) throw new Refusal('name-taken', { name: content.name });
}

export async function requireSoundPerson(
  directory: DirectoryReader,
  id: string,
  content: PersonContent,
): Promise<void> {
  const others = (await directory.persons()).filter((person) => person.id !== id);
  const taken = new Set(others.flatMap((person) => person.memberships.map((membership) => membership.id)));
  const known = new Set((await directory.organizations()).map((entry) => entry.id));
  for (const membership of content.memberships) {
    if (!known.has(membership.organizationId)) {
      throw new Refusal('input-invalid', {
        problem: problems.bodyGone(content.familyName),
      });
    }
    if (taken.has(membership.id)) {
      throw new Refusal('input-invalid', { problem: problems.membershipTwice(content.familyName) });
    }
    taken.add(membership.id);
    requireOrder(membership.startDate, membership.endDate, content.familyName);
  }
}
