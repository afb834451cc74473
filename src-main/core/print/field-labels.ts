/** What an office prints above the fields of its form. */
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { StatementField } from '../../record/statement-fields.ts';

/** Null where nothing prints above it. */
export function labelOf(
  { label }: Pick<StatementField, 'label'>,
  { labels }: Pick<OfficeProfile, 'labels'>,
): string | null {
  const text = label === undefined ? undefined : labels[label as keyof OfficeProfile['labels']];
  return typeof text === 'string' ? text : null;
}
