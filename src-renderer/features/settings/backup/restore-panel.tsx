/** What a backup contains beside what is here now, and the one step that cannot be undone by a key: it says what will happen. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { logEndLine } from '../../../../src-main/contract/backup/texts-de.ts';
import { problemOf, useCore } from '../../../data/core.ts';
import { t } from '../../../texts/de.ts';
import { Button } from '../../../ui/button.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { showOtherData } from '../../../parts/settings/show-other-data.ts';
import { timeText } from '../history-list.tsx';

const words = t.backup.restore;
const whenText = (instant: string | null): string => (instant === null ? '–' : timeText(instant));

export function RestorePanel({
  path,
  onClose,
  onRestored,
}: {
  readonly path: string;
  readonly onClose: () => void;
  readonly onRestored: (sentence: string) => void;
}) {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const { data: content, error } = useQuery(queries.backup.inspect.queryOptions({ input: { path } }));
  const restore = useMutation({
    mutationFn: () => client.backup.restore({ path }),
    onSuccess: async ({ former }) => {
      onRestored(former === null ? words.doneNew : words.done(former));
      await showOtherData(queryClient);
    },
  });
  const problem = error ?? restore.error;
  return (
    <section className="plan" aria-label={words.title} aria-live="polite">
      {problem && <ProblemNotice sentence={problemOf(problem).sentence} onClose={onClose} />}
      {content && (
        <>
          <strong>{words.contents(content.bodyName)}</strong>
          <ul>
            <li>
              {[
                words.papers(content.papers),
                words.statements(content.statements),
                words.attachments(content.attachments),
                words.lastChange(whenText(content.lastChangeAt)),
              ].join(' · ')}
            </li>
            <li>{logEndLine(content.logEnd)}</li>
            {content.present && (
              <li>{words.present(content.present.papers, whenText(content.present.lastChangeAt))}</li>
            )}
          </ul>
          <p>{words.consequence}</p>
          <div className="button-row">
            <Button kind="primary" onPress={() => restore.mutate()} isDisabled={restore.isPending}>
              {words.confirm}
            </Button>
            <Button kind="quiet" onPress={onClose}>
              {words.cancel}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
