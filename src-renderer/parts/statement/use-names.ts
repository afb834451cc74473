/** Names the office knows, by where they are suggested. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Signatory } from '../../../src-main/record/basics.ts';
import type { Directory } from '../../../src-main/contract/system/shapes.ts';
import { useCore } from '../../data/core.ts';

export interface Names {
  readonly units: readonly string[];
  readonly bodies: readonly string[];
  readonly originators: readonly string[];
  readonly persons: readonly string[];
  readonly signatories: readonly Signatory[];
}

function namesOf(directory: Directory | undefined): Names {
  const organizations = directory?.organizations ?? [];
  const of = (...types: readonly string[]): string[] =>
    organizations.filter((entry) => types.includes(entry.organizationType)).map((entry) => entry.name);
  return {
    units: organizations
      .filter((entry) => entry.organizationType === 'unit')
      .map((entry) => entry.shortName || entry.name),
    bodies: of('mayor', 'committee', 'council', 'other'),
    originators: of('faction', 'other', 'committee'),
    signatories: directory?.signatories ?? [],
    persons: (directory?.persons ?? []).map((person) => [person.title, person.name].filter(Boolean).join(' ')),
  };
}

export function useNames(): Names {
  const { queries } = useCore();
  const { data } = useQuery(queries.system.directory.queryOptions());
  return useMemo(() => namesOf(data), [data]);
}
