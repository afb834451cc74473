/** What differs between the chosen version and another one, word by word. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ComparedPart, PassageChange, Version, WordRun } from '../../../src-main/contract/version/shapes.ts';
import { blockName, changeNames } from '../../../src-main/contract/version/texts-de.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';

const words = t.versions;
export type Against = 'previous' | 'current';

interface Props {
  readonly id: string;
  readonly versions: readonly Version[];
  readonly chosen: Version;
  readonly against: Against;
  readonly onAgainst: (against: Against) => void;
}

/** Ascending, so that what came later is what was added. */
function pairOf(versions: readonly Version[], chosen: Version, against: Against): readonly [number, number] | null {
  if (against === 'current' && !chosen.isCurrent) return [chosen.revision, versions[0]?.revision ?? chosen.revision];
  const before = versions[versions.findIndex(({ revision }) => revision === chosen.revision) + 1];
  return before ? [before.revision, chosen.revision] : null;
}

export function ComparisonPane({ id, versions, chosen, against, onAgainst }: Props) {
  const { queries } = useCore();
  const [onlyChanges, setOnlyChanges] = useState(true);
  const pair = pairOf(versions, chosen, against);
  const [from, to] = pair ?? [chosen.revision, chosen.revision];
  const { data, error } = useQuery(
    queries.versions.compare.queryOptions({
      input: { ref: id, from, to },
      enabled: pair !== null,
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <section className="pane comparison" aria-label={words.comparison}>
      <div className="pane-head comparison-head">
        <Select
          label={words.against}
          compact
          value={chosen.isCurrent ? 'previous' : against}
          isDisabled={chosen.isCurrent}
          choices={[
            { id: 'previous', text: words.againstPrevious },
            { id: 'current', text: words.againstCurrent },
          ]}
          onChange={onAgainst}
        />
        <span className="page-head-space" />
        <Switch label={words.onlyChanges} isSelected={onlyChanges} onChange={setOnlyChanges} />
      </div>
      <div className="pane-body" tabIndex={0} role="group" aria-label={words.comparison}>
        <div className="column comparison-text">
          {error && <ProblemNotice sentence={problemOf(error).sentence} />}
          {pair === null && <p className="soft empty">{words.first}</p>}
          {pair !== null && !data && !error && <p className="soft empty">{words.reading}</p>}
          {pair !== null && data && !error && (
            <>
              <p className="soft small">{data.parts.length === 0 ? words.same : words.legend(data.from, data.to)}</p>
              {data.parts.map((part) => (
                <Part key={part.key} part={part} onlyChanges={onlyChanges} />
              ))}
            </>
          )}
        </div>
      </div>
    </section>
  );
}

/** Passages that stayed the same stand as their number where only changes are wanted. */
function folded(changes: readonly PassageChange[], onlyChanges: boolean): readonly (PassageChange | number)[] {
  if (!onlyChanges) return changes;
  const shown: (PassageChange | number)[] = [];
  for (const change of changes) {
    const last = shown.at(-1);
    if (change.kind !== 'same') shown.push(change);
    else if (typeof last === 'number') shown[shown.length - 1] = last + 1;
    else shown.push(1);
  }
  return shown;
}

function Part({ part, onlyChanges }: { readonly part: ComparedPart; readonly onlyChanges: boolean }) {
  return (
    <section className="compared-part" aria-label={part.label}>
      <h2>{part.label}</h2>
      {folded(part.changes, onlyChanges).map((entry, index) =>
        typeof entry === 'number' ? (
          <p key={index} className="soft small unchanged">
            {words.unchanged(entry)}
          </p>
        ) : (
          <Passage key={index} change={entry} />
        ),
      )}
    </section>
  );
}

function Passage({ change }: { readonly change: PassageChange }) {
  const isLine = change.block === 'line' || change.block === 'paragraph';
  const said = [
    ...(change.kind === 'same' || change.kind === 'changed' ? [] : [changeNames[change.kind]]),
    ...(isLine ? [] : [blockName(change)]),
  ].join(' · ');
  return (
    <p className={`passage ${change.kind} in-${change.block}`}>
      {said !== '' && <span className="passage-said">{said}</span>}
      {change.runs.map((run, index) => (
        <Run key={index} run={run} />
      ))}
    </p>
  );
}

function Run({ run }: { readonly run: WordRun }) {
  switch (run.kind) {
    case 'same':
      return run.text;
    case 'added':
      return <ins>{run.text}</ins>;
    case 'removed':
      return <del>{run.text}</del>;
  }
}
