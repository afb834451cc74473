/** What stands at the right of the text: the preview, and over it what somebody wants to see instead. */
import { type RefObject, useMemo } from 'react';
import type { StatementContent } from '../../../src-main/contract/statement/shapes.ts';
import { numbersOf } from '../../parts/attachments/attachment-numbers.ts';
import type { Attachments } from '../../parts/attachments/use-attachments.ts';
import { AttachmentViewer } from '../../parts/attachments/viewer/attachment-viewer.tsx';
import type { Viewed } from '../../parts/attachments/viewer/use-viewed.ts';
import { PreviewPane } from '../../parts/preview/preview-pane.tsx';
import type { PreviewState } from '../../parts/preview/use-preview.ts';
import { ReviewPane } from './review/review-pane.tsx';
import { GapField } from '../../parts/editor/gaps/gap-field.tsx';
import type { Names } from '../../parts/statement/use-names.ts';
import { EarlierPane } from './earlier/earlier-pane.tsx';
import { ModulesPane } from './modules/modules-pane.tsx';
import type { ReviewView } from './review/review-view.ts';
import type { Editors } from './review/selected-passage.ts';

/** What helps with writing and stands in the place of the preview while it is wanted. */
export interface WritingTools {
  readonly open: 'modules' | 'earlier' | null;
  readonly close: () => void;
  readonly done: (sentence: string) => void;
  readonly saved: () => Promise<void>;
  readonly problem: (sentence: string) => void;
}

interface Props {
  readonly statementId: string;
  readonly preview: PreviewState;
  readonly review: ReviewView;
  readonly editors: Editors;
  readonly viewed: Viewed;
  readonly attachments: Attachments;
  readonly content: StatementContent;
  readonly names: Names;
  readonly page: RefObject<HTMLElement | null>;
  readonly isReadOnly: boolean;
  readonly tools: WritingTools;
}

export function BesideText(props: Props) {
  const { preview, review, editors, viewed, attachments, content, names, isReadOnly, tools } = props;
  const papers = useMemo(() => content.answers.map(({ reference }) => reference), [content.answers]);
  return (
    <>
      <PreviewPane state={preview} />
      {tools.open === 'earlier' && !isReadOnly && (
        <EarlierPane
          statementId={props.statementId}
          editor={editors.reply}
          publicity={content.publicity}
          onProblem={tools.problem}
          onSaved={tools.saved}
          onClose={tools.close}
          onDone={tools.done}
        />
      )}
      {tools.open === 'modules' && !isReadOnly && (
        <ModulesPane
          editor={editors.reply}
          paperTypes={content.answers.map(({ paperType }) => paperType)}
          unit={content.leadUnit}
          onClose={tools.close}
          onDone={tools.done}
        />
      )}
      <GapField page={props.page} editor={isReadOnly ? null : editors.reply} persons={names.persons} papers={papers} />
      {review.isOpen && !viewed.attachment && <ReviewPane view={review} editors={editors} isReadOnly={isReadOnly} />}
      {viewed.attachment && (
        <AttachmentViewer
          attachment={viewed.attachment}
          number={numbersOf(content.publicity, attachments.list).get(viewed.attachment.id) ?? null}
          behind="form-sheet"
          onClose={viewed.close}
          onSave={(id) => void attachments.actions.save(id)}
        />
      )}
    </>
  );
}
