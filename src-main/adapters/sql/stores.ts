/** All stores over one connection; both who reads and who writes gets them. */
import type { Kysely } from 'kysely';
import type { ReadStores, WriteStores } from '../../core/ports/ports.ts';
import type { SqlEngine } from './engine.ts';
import { numberStore, type Actor } from './stores/ledger-store.ts';
import { dispatchStore } from './stores/dispatch-store.ts';
import { distributionStore, letterStore } from './stores/distribution-store.ts';
import { issueStore, trustStore } from './stores/issue-store.ts';
import { binStore } from './stores/bin-store.ts';
import { attachmentStore } from './stores/attachment-store.ts';
import { directoryStore } from './stores/directory-store.ts';
import { meetingStore } from './stores/meeting-store.ts';
import { officeStore } from './stores/office-store.ts';
import { preferenceStore, settingHistoryStore } from './stores/setting-store.ts';
import { paperStore } from './stores/paper-store.ts';
import { externalRefStore } from './stores/external-ref-store.ts';
import { moduleStore } from './stores/module-store.ts';
import { pointStore } from './stores/point-store.ts';
import { commentStore, reviewStore } from './stores/review-store.ts';
import { statementStore } from './stores/statement-store.ts';
import { unfinishedStore } from './stores/unfinished-store.ts';
import { versionStore } from './stores/version-store.ts';
import type { Tables } from './tables.ts';

type Stores = Omit<ReadStores, 'log'> & Omit<WriteStores, 'log'>;

export const storesOver = (db: Kysely<Tables>, actor: Actor, engine: SqlEngine): Stores => ({
  papers: paperStore(db, engine),
  bin: binStore(db, actor, engine),
  numbers: numberStore(db, actor),
  statements: statementStore(db, engine),
  office: officeStore(db),
  directory: directoryStore(db),
  attachments: attachmentStore(db, actor, engine),
  settingHistory: settingHistoryStore(db, actor),
  preferences: preferenceStore(db),
  unfinished: unfinishedStore(db, actor),
  issues: issueStore(db, actor),
  meetings: meetingStore(db),
  trust: trustStore(db, actor),
  distribution: distributionStore(db),
  letters: letterStore(db, actor, engine),
  dispatch: dispatchStore(db, actor, engine),
  externalRefs: externalRefStore(db),
  versions: versionStore(db, actor),
  comments: commentStore(db, actor),
  reviews: reviewStore(db, actor),
  points: pointStore(db, actor),
  modules: moduleStore(db, actor),
});
