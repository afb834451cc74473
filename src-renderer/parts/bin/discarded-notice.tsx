/** In the register, after a paper went into the bin: says so and takes it back. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { problemOf } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { lastDiscarded, onLastDiscarded, setLastDiscarded } from './last-discarded.ts';
import { useBin } from './use-bin.ts';

export function DiscardedNotice() {
  const last = useSyncExternalStore(onLastDiscarded, lastDiscarded);
  const bin = useBin();
  const [said, setSaid] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // It speaks of what was done just now; who comes back later looks into the bin.
  useEffect(() => () => setLastDiscarded(null), []);
  const undo = async (): Promise<void> => {
    if (!last) return;
    setProblem(null);
    try {
      setSaid(await bin.restore(last));
    } catch (error) {
      setProblem(problemOf(error).sentence);
    }
  };
  if (problem !== null) return <ProblemNotice sentence={problem} onClose={() => setProblem(null)} />;
  const text = last ? t.bin.discarded(last.name) : said;
  if (text === null) return null;
  return (
    <div className="notice" role="status" data-help="papierkorb">
      <Icon name="info" />
      <span className="notice-body">{text}</span>
      {last && (
        <Button icon="undo" autoFocus onPress={() => void undo()}>
          {t.bin.undo}
        </Button>
      )}
      <IconButton
        icon="dismiss"
        size="row"
        label={t.common.close}
        onPress={() => {
          setLastDiscarded(null);
          setSaid(null);
        }}
      />
    </div>
  );
}
