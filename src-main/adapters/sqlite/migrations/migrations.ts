/** All migrations in order; the position (from 1) is the version of the file. A shipped one is never edited or removed. */
import { register } from './0001-register.ts';
import { settings } from './0002-settings.ts';
import { attachments } from './0003-attachments.ts';
import { issues } from './0004-issues.ts';
import { unfinished } from './0005-unfinished.ts';
import { openVocabularies } from './0006-open-vocabularies.ts';
import { deadEnds } from './0007-dead-ends.ts';
import { guards } from './0008-guards.ts';
import { unreadDates } from './0009-unread-dates.ts';
import { logDigests } from './0010-log-digests.ts';
import { rowSeals } from './0011-row-seals.ts';
import { furtherFields } from './0012-further-fields.ts';
import { livesOfTheirOwn } from './0013-lives-of-their-own.ts';
import { countries } from './0014-countries.ts';
import { paperVersions } from './0015-paper-versions.ts';
import { reviews } from './0016-reviews.ts';
import { points } from './0017-points.ts';
import { textModules } from './0018-text-modules.ts';

export const MIGRATIONS: readonly string[] = [
  register,
  settings,
  attachments,
  issues,
  unfinished,
  openVocabularies,
  deadEnds,
  guards,
  unreadDates,
  logDigests,
  rowSeals,
  furtherFields,
  livesOfTheirOwn,
  countries,
  paperVersions,
  reviews,
  points,
  textModules,
];
