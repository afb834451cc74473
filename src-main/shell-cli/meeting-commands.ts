/** Commands of meetings: entering and listing them, their distribution lists, their folder. */
import { fileDelivery } from '../adapters/files/file-delivery.ts';
import { folderDelivery } from '../adapters/files/folder-delivery.ts';
import { Refusal } from '../contract/errors.ts';
import type { Meeting } from '../contract/meeting.ts';
import { meetingStates } from '../contract/texts/meetings-de.ts';
import { formatGermanDate, shortWeekday } from '../base/german-date.ts';
import type { Host } from '../host/open-host.ts';
import { uuidv7 } from '../host/ids.ts';
import { done, formatsOf, saved, writeDocuments, type Outcome } from './commands.ts';
import type { Command } from './parse-arguments.ts';

function lineOf({ id, organizationName, start, location, state }: Meeting): string {
  const [day = '', time = ''] = start.split('T');
  const when = `${shortWeekday(day)}, ${formatGermanDate(day)} ${time}`;
  const where = location === null ? [] : [location];
  return [id, when, organizationName, ...where, ...(state === 'planned' ? [] : [meetingStates[state]])].join('  ');
}

export async function meeting(command: Command, host: Host): Promise<Outcome> {
  const [action = ''] = command.positionals;
  switch (action) {
    case 'add': {
      const { organization, start, location = null } = command.options;
      if (organization === undefined || start === undefined) {
        throw new Refusal('usage', { problem: 'Aufruf: meeting add --organization "…" --start "2026-03-12 17:00"' });
      }
      const input = { id: uuidv7(), organization, start, location, state: 'planned' as const };
      const added = await host.app.meetings.save(input);
      return done(added, lineOf(added));
    }
    case 'list': {
      const list = await host.app.meetings.list();
      return done(list, list.map(lineOf).join('\n'));
    }
    default:
      throw new Refusal('usage', { problem: 'Aufruf: meeting add … oder meeting list' });
  }
}

/** Of one paper, or of every paper of a meeting. */
export async function distribution(command: Command, host: Host): Promise<Outcome> {
  const ref = command.options['meeting'];
  if ((ref === undefined) === (command.positionals.length === 0)) {
    throw new Refusal('usage', { problem: 'Bitte entweder eine Nummer oder „--meeting ID“ angeben.' });
  }
  if (ref === undefined) return writeDocuments(command, host, 'distribution-list');
  const input = { ref, ...(command.options['format'] !== undefined && { formats: formatsOf(command) }) };
  return saved(await host.app.meetings.deliverLists(input, folderDelivery(command.options['to'] ?? '.')));
}

export async function meetingFolder(command: Command, host: Host): Promise<Outcome> {
  const [ref = ''] = command.positionals;
  const withNonPublic = command.flags.has('with-non-public');
  const to = fileDelivery(command.options['to'] ?? '');
  return saved(await host.app.meetings.deliverFolder({ ref, withNonPublic }, to));
}
