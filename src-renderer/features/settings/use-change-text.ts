/** A changed field as one line: what it is called, what it was, what it is. */
import { useQuery } from '@tanstack/react-query';
import type { FieldChange } from '../../../src-main/contract/settings/shapes.ts';
import { useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { fieldName, fieldValue } from './field-name.ts';

export function useChangeText(): (change: FieldChange) => string {
  const { queries } = useCore();
  const { data } = useQuery(queries.settings.organizations.queryOptions());
  const names = new Map((data ?? []).map((entry) => [entry.id, entry.content.name]));
  return ({ field, before, after }) =>
    t.settings.history.change(fieldName(field), fieldValue(field, before, names), fieldValue(field, after, names));
}
