/** The installation itself: which office, who is in it, did anything change. */
import { Refusal } from '../../contract/shared/errors.ts';
import type { Directory, SystemStatus } from '../../contract/system/shapes.ts';
import { displayName } from '../../base/person-name.ts';
import { currentOffice, lookAtOffice } from '../office/office-service.ts';
import { setUpExampleOffice, setUpOwnOffice } from '../setup/set-up-office.ts';
import type { Ports } from '../ports/ports.ts';
import { normaliseLine } from '../../base/normalise.ts';
import { CLOCK_CONFIRMED, clockFaultNow, clockSentence } from '../clock/clock-fault.ts';
import { problems } from '../../contract/shared/problems-de.ts';

export interface SystemService {
  status(): Promise<SystemStatus>;
  initialise(input: {
    readonly kind: 'own' | 'example';
    readonly bodyName?: string | undefined;
  }): Promise<SystemStatus>;
  changeMark(): Promise<number>;
  /** The clock is right, and later entries were dated by one that ran ahead. */
  confirmClock(): Promise<SystemStatus>;
  /** Bodies, persons and signatories of the office, for suggestions in the forms. */
  directory(): Promise<Directory>;
}

export function systemService(ports: Ports): SystemService {
  const { database } = ports;

  const status = async (): Promise<SystemStatus> => {
    const base = { version: ports.version, dataFolder: ports.dataFolder, userName: ports.userName() };
    return database.read(async (stores) => {
      const clockProblem = clockSentence(await clockFaultNow(ports, stores), ports.clock.now());
      if (!(await stores.office.get())) return { ...base, office: null, profileProblem: null, clockProblem };
      const { kind, bodyName, problem } = await lookAtOffice(stores.office, ports.dataFolder);
      return {
        ...base,
        office: { kind, bodyName },
        profileProblem: problem,
        clockProblem,
      };
    });
  };

  return {
    status,
    initialise: async ({ kind, bodyName }) => {
      if (kind === 'example') await setUpExampleOffice(ports);
      else {
        const name = normaliseLine(bodyName ?? '');
        if (name === '') throw new Refusal('input-invalid', { problem: problems.bodyNameMissing });
        await setUpOwnOffice(ports, name);
      }
      return status();
    },
    changeMark: () => database.changeMark(),
    confirmClock: async () => {
      await database.write((stores) =>
        stores.log.append({ action: CLOCK_CONFIRMED, entity: 'installation', entityId: 'clock', revision: null }),
      );
      return status();
    },
    directory: () =>
      database.read(async (stores) => ({
        organizations: (await stores.directory.organizations()).map(({ id, name, shortName, organizationType }) => ({
          id,
          name,
          shortName,
          organizationType,
        })),
        persons: (await stores.directory.persons()).map((person) => ({
          id: person.id,
          name: displayName(person),
          title: person.title,
          roles: person.memberships.map((membership) => membership.role),
        })),
        signatories: (await currentOffice(stores.office, ports.dataFolder)).profile.signatories,
      })),
  };
}
