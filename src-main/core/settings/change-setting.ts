/**
 * Every change of a setting: compared with what the person saw, checked, stored, kept in the history and in the log. The three areas
 * differ only in how their state is read and written.
 */
import type { IsoDate } from '../../base/german-date.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import { PROFILE_FORM } from '../../contract/settings/office-profile.ts';
import { newerRefusal, readKept } from '../../contract/shared/read-kept.ts';
import { ORGANIZATION_FORM, PERSON_FORM, type SettingArea } from '../../contract/settings/shapes.ts';
import { keptThings } from '../../contract/shared/kept-de.ts';
import { formatGermanDate } from '../../base/german-date.ts';
import { readForm } from '../../record/kept-form.ts';
import { assertNever } from '../../base/assert-never.ts';
import type { SettingVersion, WriteStores } from '../ports/ports.ts';
import { normaliseLine } from '../../base/normalise.ts';
import { schemaProblem } from '../../contract/shared/schema-problem-de.ts';
import { requireSoundOrganization, requireSoundPerson } from './setting-rules.ts';

export const OFFICE_ID = 'office';
/** Marks the state that was found when the history of an entity began: no change anybody made. */
export const FOUND = 'found';

export interface SettingChangeRequest {
  readonly area: SettingArea;
  readonly entityId: string;
  /** Revision the person saw; 0 for something new. */
  readonly expectedRevision: number;
  /** The whole new state; null removes it. */
  readonly next: unknown;
  /** Day from which the new state holds; undefined corrects the state that is valid now. */
  readonly validFrom?: IsoDate | null | undefined;
  readonly batch?: string | null | undefined;
}

/** The state as it stands now; undefined when there is none. */
async function currentState(stores: WriteStores, area: SettingArea, entityId: string): Promise<unknown> {
  switch (area) {
    case 'office': {
      const office = await stores.office.get();
      return office && jsonOrText(office.profileJson);
    }
    case 'organization':
      return withoutId((await stores.directory.organizations()).find((entry) => entry.id === entityId));
    case 'person':
      return withoutId((await stores.directory.persons()).find((entry) => entry.id === entityId));
    default:
      return assertNever(area);
  }
}

/** A profile that is no JSON is kept as the text it is: it can be replaced like any other. */
function jsonOrText(text: string): unknown {
  try {
    return (JSON.parse(text) as unknown) ?? text;
  } catch {
    return text;
  }
}

function withoutId<T extends { readonly id: string }>(entry: T | undefined): Omit<T, 'id'> | undefined {
  if (!entry) return undefined;
  const { id: _id, ...content } = entry;
  return content;
}

/** Every text of a setting is one line or data without blanks. */
function withCleanLines(value: unknown): unknown {
  if (typeof value === 'string') return normaliseLine(value);
  if (Array.isArray(value)) return value.map(withCleanLines);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withCleanLines(part)]));
}

const FORMS = { office: PROFILE_FORM, organization: ORGANIZATION_FORM, person: PERSON_FORM };

function parsed(area: SettingArea, value: unknown): string {
  const reading = readForm<unknown>(FORMS[area], value);
  if (reading.kind === 'newer') throw newerRefusal(keptThings[area], reading.places);
  if (reading.kind === 'broken')
    throw new Refusal('input-invalid', { problem: schemaProblem(reading.error, reading.value, area) });
  return JSON.stringify(reading.value);
}

async function store(stores: WriteStores, area: SettingArea, entityId: string, json: string | null): Promise<void> {
  switch (area) {
    case 'office': {
      const office = await stores.office.get();
      if (json === null || !office) throw new Refusal('office-missing', { folder: '' });
      await stores.office.put({ kind: office.kind, profileJson: json });
      return;
    }
    case 'organization':
      if (json === null) {
        if (await stores.directory.organizationInUse(entityId)) throw new Refusal('setting-in-use', {});
        await stores.directory.removeOrganization(entityId);
      } else {
        const content = readKept(ORGANIZATION_FORM, json, keptThings.organization);
        await requireSoundOrganization(stores.directory, entityId, content);
        await stores.directory.putOrganization({ id: entityId, ...content });
      }
      return;
    case 'person':
      if (json === null) {
        if (await stores.directory.personInUse(entityId)) throw new Refusal('setting-in-use', {});
        await stores.directory.removePerson(entityId);
      } else {
        const content = readKept(PERSON_FORM, json, keptThings.person);
        await requireSoundPerson(stores.directory, entityId, content);
        await stores.directory.putPerson({ id: entityId, ...content });
      }
      return;
    default:
      assertNever(area);
  }
}

/**
 * @returns the revision after the change; the same as before when nothing changed.
 * Refuses with `conflict`, `input-invalid`, `name-taken`, `setting-in-use`, `setting-in-future`.
 */
/** Who belongs to a group decides who gets a copy; what went out longer ago stays done. Of a batch once, behind its last change. */
export const directoryChanged = (stores: Pick<WriteStores, 'dispatch'>, today: IsoDate): Promise<void> =>
  stores.dispatch.reopenIssuedSince(yearBefore(today));

const yearBefore = (day: IsoDate): IsoDate => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

export async function changeSetting(
  stores: WriteStores,
  request: SettingChangeRequest,
  today: IsoDate,
): Promise<number> {
  const { area, entityId, expectedRevision } = request;
  const latest = await stores.settingHistory.latest(area, entityId);
  const state = await currentState(stores, area, entityId);
  const exists = state !== undefined && state !== null;
  const revision = latest?.revision ?? (exists ? 1 : 0);
  // A removed thing that is made anew goes on where its history ended.
  const known = exists || expectedRevision !== 0 ? revision : 0;
  const before = exists ? parsedOrRaw(area, state) : null;
  const after = request.next === null ? null : parsed(area, withCleanLines(request.next));
  // The same request again, because its answer got lost, is no conflict.
  if (expectedRevision !== known && before !== after)
    throw new Refusal('conflict', { expectedRevision, actualRevision: revision });
  if (request.validFrom && request.validFrom > today)
    throw new Refusal('setting-in-future', { date: formatGermanDate(request.validFrom) });
  if (before === after) return revision;
  if (exists && !latest)
    await append(stores, { area, entityId, revision: 1, validFrom: null, json: before, batch: FOUND });
  await store(stores, area, entityId, after);
  if (area !== 'office' && typeof request.batch !== 'string') await directoryChanged(stores, today);
  const next = revision + 1;
  await append(stores, {
    area,
    entityId,
    revision: next,
    validFrom: request.validFrom === undefined ? (latest?.validFrom ?? null) : request.validFrom,
    json: after,
    batch: request.batch ?? null,
  });
  await stores.log.append({ action: 'setting-changed', entity: area, entityId, revision: next });
  return next;
}

/** A broken stored profile is kept in the history as it was found. */
function parsedOrRaw(area: SettingArea, state: unknown): string {
  try {
    return parsed(area, state);
  } catch (error) {
    // What a newer version wrote is not replaced by what this one knows.
    if (error instanceof Refusal && error.code !== 'kept-newer') return JSON.stringify(state);
    throw error;
  }
}

const append = (stores: WriteStores, version: Omit<SettingVersion, 'seq' | 'at' | 'actor'>): Promise<void> =>
  stores.settingHistory.append(version);
