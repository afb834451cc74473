/** The office: set up once, its profile read everywhere. A broken profile never stops work: the built-in one steps in and says so. */
import { Refusal } from '../../contract/shared/errors.ts';
import {
  officeProfileSchema,
  PROFILE_FORM,
  PROFILE_SCHEMA,
  type OfficeProfile,
} from '../../contract/settings/office-profile.ts';
import { newerRefusal } from '../../contract/shared/read-kept.ts';
import { sentenceFor } from '../../contract/shared/errors-de.ts';
import { keptThings } from '../../contract/shared/kept-de.ts';
import { schemaProblem } from '../../contract/shared/schema-problem-de.ts';
import { assertNever } from '../../base/assert-never.ts';
import { readForm } from '../../record/kept-form.ts';
import type { OfficeReader, OfficeRecord } from '../ports/ports.ts';
import { problems } from '../../contract/shared/problems-de.ts';

export interface Office {
  readonly kind: OfficeRecord['kind'];
  readonly profile: OfficeProfile;
  /** What is wrong with the stored profile, null when it is sound. */
  readonly problem: string | null;
}

/** The profile that is built in: neutral names, the usual labels. */
export function builtInProfile(bodyName = 'Musterstadt'): OfficeProfile {
  return officeProfileSchema.parse({ schema: PROFILE_SCHEMA, bodyName });
}

/** Reads a profile from JSON text; refuses with `profile-broken` naming the place. */
export function readProfile(json: string): OfficeProfile {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new Refusal('profile-broken', { problem: problems.noJson }, { cause });
  }
  const reading = readForm(PROFILE_FORM, value);
  switch (reading.kind) {
    case 'read':
      return reading.value;
    case 'newer':
      // The built-in one must not stand in: what it does not know would be lost with the next save.
      throw newerRefusal(keptThings.office, reading.places);
    case 'broken':
      throw new Refusal('profile-broken', { problem: schemaProblem(reading.error, reading.value, 'Profil') });
    default:
      return assertNever(reading);
  }
}

/** The last profile read: it is asked for at every keystroke of a preview and changes hardly ever. */
let lastRead: { readonly json: string; readonly profile: OfficeProfile } | null = null;

function cachedProfile(json: string): OfficeProfile {
  if (lastRead?.json !== json) lastRead = { json, profile: readProfile(json) };
  return lastRead.profile;
}

/** The office of this data folder; refuses with `office-missing` before it was set up. */
export async function currentOffice(offices: OfficeReader, dataFolder: string): Promise<Office> {
  const record = await offices.get();
  if (!record) throw new Refusal('office-missing', { folder: dataFolder });
  try {
    return { kind: record.kind, profile: cachedProfile(record.profileJson), problem: null };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'profile-broken') throw error;
    return {
      kind: record.kind,
      profile: builtInProfile(),
      problem: typeof error.details['problem'] === 'string' ? error.details['problem'] : error.code,
    };
  }
}

export interface OfficeLook {
  readonly kind: OfficeRecord['kind'];
  readonly bodyName: string;
  /** What keeps its profile from being used, null when nothing does. */
  readonly problem: string | null;
  /** Whether a sound profile may be put in the place of the stored one: nothing is lost with one that is broken. */
  readonly isMendable: boolean;
}

function nameIn(profileJson: string): string {
  const profile = JSON.parse(profileJson) as { readonly bodyName?: unknown };
  return typeof profile.bodyName === 'string' ? profile.bodyName : '';
}

/** What can be said of the office whatever its profile is; refuses with `office-missing`. */
export async function lookAtOffice(offices: OfficeReader, dataFolder: string): Promise<OfficeLook> {
  try {
    const { kind, profile, problem } = await currentOffice(offices, dataFolder);
    return { kind, bodyName: profile.bodyName, problem, isMendable: problem !== null };
  } catch (error) {
    const record = await offices.get();
    if (!(error instanceof Refusal) || error.code !== 'kept-newer' || !record) throw error;
    const problem = sentenceFor(error.code, error.details);
    return { kind: record.kind, bodyName: nameIn(record.profileJson), problem, isMendable: false };
  }
}
