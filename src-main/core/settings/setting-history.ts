/** Who changed what and when, taking changes back, and how something was on a given day. */
import type { IsoDate } from '../../base/german-date.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { SettingArea, SettingChange } from '../../contract/settings/shapes.ts';
import { displayName } from '../../base/person-name.ts';
import type { ReadStores, SettingVersion, WriteStores } from '../ports/ports.ts';
import { changeSetting, FOUND } from './change-setting.ts';
import { fieldChanges } from './field-changes.ts';

const MOST_CHANGES = 500;

function titleOf(area: SettingArea, json: string | null): string {
  if (json === null || area === 'office') return '';
  const state = JSON.parse(json) as { name?: string; givenName?: string; familyName?: string };
  return state.name ?? displayName({ givenName: state.givenName ?? '', familyName: state.familyName ?? '' });
}

/** `before` is the state that the version replaced, undefined when there was none. */
function describe(version: SettingVersion, before: SettingVersion | undefined, isLatest: boolean): SettingChange {
  const former = before?.json ?? null;
  return {
    seq: version.seq,
    at: version.at,
    actor: version.actor,
    area: version.area,
    entityId: version.entityId,
    title: titleOf(version.area, version.json ?? former),
    kind: version.json === null ? 'removed' : former === null ? 'created' : 'changed',
    validFrom: version.validFrom,
    fields:
      version.json === null ? [] : fieldChanges(former === null ? null : JSON.parse(former), JSON.parse(version.json)),
    batch: version.batch,
    isUndoable: isLatest,
  };
}

const keyOf = (version: { readonly area: string; readonly entityId: string }): string =>
  `${version.area}\u0000${version.entityId}`;

/** Newest first. */
export async function settingChanges(
  stores: Pick<ReadStores, 'settingHistory'>,
  filter: { readonly area?: SettingArea | undefined; readonly entityId?: string | undefined },
): Promise<SettingChange[]> {
  const versions = await stores.settingHistory.versions({ ...filter, limit: MOST_CHANGES + 1 });
  const seen = new Set<string>();
  const changes: SettingChange[] = [];
  for (const version of versions.slice(0, MOST_CHANGES)) {
    const isLatest = !seen.has(keyOf(version));
    seen.add(keyOf(version));
    if (version.batch === FOUND) continue;
    const before = await versionBefore(stores, version);
    changes.push(describe(version, before, isLatest));
  }
  return changes;
}

async function versionBefore(
  stores: Pick<ReadStores, 'settingHistory'>,
  version: SettingVersion,
): Promise<SettingVersion | undefined> {
  return stores.settingHistory.at(version.area, version.entityId, version.revision - 1);
}

/** A state that was broken when it was found stays in the history, but cannot be made the present again. */
async function bringBack(...request: Parameters<typeof changeSetting>): Promise<void> {
  try {
    await changeSetting(...request);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'input-invalid') {
      throw new Refusal('former-state-broken', error.details, { cause: error });
    }
    throw error;
  }
}

/** Takes a change back, or the whole batch it belongs to. Refuses with `setting-changed-since` when something was changed after it. */
export async function undoSetting(stores: WriteStores, seq: number, today: IsoDate): Promise<number> {
  const version = await stores.settingHistory.find(seq);
  if (!version) throw new Refusal('not-found', { reference: `Änderung ${seq}` });
  const together =
    version.batch === null
      ? [version]
      : await stores.settingHistory.versions({ batch: version.batch, limit: 1_000_000 });
  // Newest first: persons are taken back before the bodies they were members of.
  for (const entry of together) {
    const latest = await stores.settingHistory.latest(entry.area, entry.entityId);
    if (latest?.seq !== entry.seq) throw new Refusal('setting-changed-since', {});
    const before = await versionBefore(stores, entry);
    await bringBack(
      stores,
      {
        area: entry.area,
        entityId: entry.entityId,
        expectedRevision: entry.json === null ? 0 : entry.revision,
        next: before?.json === undefined || before.json === null ? null : JSON.parse(before.json),
        validFrom: before?.validFrom ?? null,
      },
      today,
    );
  }
  return together.length;
}

/** Brings a setting back to the state that a version left behind, whatever was changed since. */
export async function restoreSetting(stores: WriteStores, seq: number, today: IsoDate): Promise<void> {
  const version = await stores.settingHistory.find(seq);
  if (!version) throw new Refusal('not-found', { reference: `Änderung ${seq}` });
  const { area, entityId, json } = version;
  const latest = await stores.settingHistory.latest(area, entityId);
  await bringBack(
    stores,
    {
      area,
      entityId,
      expectedRevision: latest && latest.json !== null ? latest.revision : 0,
      next: json === null ? null : JSON.parse(json),
      validFrom: version.validFrom,
    },
    today,
  );
}

/**
 * The state that was valid on a day; null when there was none. The newest version that reaches back to the day decides, so a correction
 * counts from the beginning of its state, and what was taken back or replaced from an earlier day on counts no more.
 */
export function stateOn(versions: readonly SettingVersion[], day: IsoDate): unknown {
  const valid = versions
    .filter((version) => version.validFrom === null || version.validFrom <= day)
    .sort((a, b) => a.revision - b.revision)
    .at(-1);
  return valid?.json === undefined || valid.json === null ? null : (JSON.parse(valid.json) as unknown);
}
