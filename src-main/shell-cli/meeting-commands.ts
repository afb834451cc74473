/** Commands of meetings: entering and listing them, their distribution lists, their folder. */
import { fileDelivery } from '../adapters/files/folder-delivery.ts';
import { Refusal } from '../contract/shared/errors.ts';
import type { Meeting } from '../contract/meeting/shapes.ts';
import { meetingStates } from '../contract/meeting/texts-de.ts';
import { formatGermanDate, shortWeekday } from '../base/german-date.ts';
import type { Program } from './program.ts';
import { uuidv7 } from '../host/ids.ts';
import { done, filesInto, formatsOf, saved, writeDocuments, type Outcome } from './commands.ts';
import type { Command } from './parse-arguments.ts';

function lineOf({ id, organizationName, start, location, state }: Meeting): string {
  const [day = '', time = ''] = start.split('T');
  const when = `${shortWeekday(day)}, ${formatGermanDate(day)} ${time}`;
  const where = location === null ? [] : [location];
  return [id, when, organizationName, ...where, ...(state === 'planned' ? [] : [meetingStates[state]])].join('  ');
}

export async function meeting(command: Command, program: Program): Promise<Outcome> {
  const [action = ''] = command.positionals;
  switch (action) {
    case 'add': {
      const { organization, start, location = null } = command.options;
      if (organization === undefined || start === undefined) {
        throw new Refusal('usage', { problem: 'Aufruf: meeting add --organization "…" --start "2026-03-12 17:00"' });
      }
      const input = { id: uuidv7(), organization, start, location, state: 'planned' as const, read: null };
      const added = await program.ask.meetings.save(input);
      return done(added, lineOf(added));
    }
    case 'list': {
      const list = await program.ask.meetings.list();
      return done(list, list.map(lineOf).join('\n'));
    }
    default:
      throw new Refusal('usage', { problem: 'Aufruf: meeting add … oder meeting list' });
  }
}

/** Of one paper, or of every paper of a meeting. */
export async function distribution(command: Command, program: Program): Promise<Outcome> {
  const ref = command.options['meeting'];
  if ((ref === undefined) === (command.positionals.length === 0)) {
    throw new Refusal('usage', { problem: 'Bitte entweder eine Nummer oder „--meeting ID“ angeben.' });
  }
  if (ref === undefined) return writeDocuments(command, program, 'distribution-list');
  const input = { ref, ...(command.options['format'] !== undefined && { formats: formatsOf(command) }) };
  return saved(await filesInto(command, program).meetings.deliverLists(input));
}

export async function meetingFolder(command: Command, program: Program): Promise<Outcome> {
  const [ref = ''] = command.positionals;
  const withNonPublic = command.flags.has('with-non-public');
  const to = fileDelivery(command.options['to'] ?? '');
  return saved(await program.into(to).meetings.deliverFolder({ ref, withNonPublic }));
}
