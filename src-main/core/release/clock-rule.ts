/** A release is dated by the clock of this computer: one that cannot be right is said, and whoever goes on says why. */
import { formatGermanTime } from '../../base/german-time.ts';
import { clockTexts } from '../../contract/backup/texts-de.ts';
import { fieldPlace, finding, type ReleaseRule } from './release-rule.ts';

export const clockPlausible: ReleaseRule = {
  rule: 'clock-behind',
  find: ({ clockFault }) =>
    clockFault === null
      ? []
      : [
          finding('clock-behind', 'warning', fieldPlace('date'), {
            since: formatGermanTime(clockFault.since),
            what: clockTexts.what[clockFault.what],
          }),
        ],
};
