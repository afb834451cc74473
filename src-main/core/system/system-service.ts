/** The installation itself: which office, is everything sound, a copy of everything. */
import { Refusal } from '../../contract/errors.ts';
import type { Delivery } from '../../contract/delivery.ts';
import type { Directory, DoctorFinding, SystemStatus } from '../../contract/procedures.ts';
import { displayName } from '../../contract/text/person-name.ts';
import { currentOffice } from '../office/office-service.ts';
import { setUpExampleOffice, setUpOwnOffice } from '../office/set-up-office.ts';
import type { DeliveryPort, Ports } from '../ports.ts';
import { normaliseLine } from '../text/normalise.ts';

export interface SystemService {
  status(): Promise<SystemStatus>;
  initialise(input: {
    readonly kind: 'own' | 'example';
    readonly bodyName?: string | undefined;
  }): Promise<SystemStatus>;
  doctor(): Promise<{ ok: boolean; findings: DoctorFinding[] }>;
  backup(to?: DeliveryPort): Promise<Delivery>;
  changeMark(): Promise<number>;
  /** Bodies and persons of the office, for suggestions in the forms. */
  directory(): Promise<Directory>;
}

export function systemService(ports: Ports): SystemService {
  const { database } = ports;

  const status = async (): Promise<SystemStatus> => {
    const base = { version: ports.version, dataFolder: ports.dataFolder, userName: ports.userName };
    return database.read(async (stores) => {
      if (!(await stores.office.get())) return { ...base, office: null, profileProblem: null };
      const office = await currentOffice(stores.office, ports.dataFolder);
      return {
        ...base,
        office: { kind: office.kind, bodyName: office.profile.bodyName },
        profileProblem: office.problem,
      };
    });
  };

  return {
    status,
    initialise: async ({ kind, bodyName }) => {
      if (kind === 'example') await setUpExampleOffice(ports);
      else {
        const name = normaliseLine(bodyName ?? '');
        if (name === '') throw new Refusal('input-invalid', { problem: 'der Name der Körperschaft fehlt' });
        await setUpOwnOffice(ports, name);
      }
      return status();
    },
    doctor: async () => {
      const { profileProblem, office } = await status();
      const findings = [
        ...(await database.examine()),
        {
          area: 'Büro',
          ok: office !== null && profileProblem === null,
          detail: office === null ? 'noch nicht eingerichtet' : (profileProblem ?? office.bodyName),
        },
      ];
      return { ok: findings.every((finding) => finding.ok), findings };
    },
    backup: async (to = ports.delivery) => to.deliver([await database.backup()]),
    changeMark: () => database.changeMark(),
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
      })),
  };
}
