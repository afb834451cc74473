/** What stands at the right of the text: the preview, and over it what somebody wants to see instead. */
import type { DraftPublicity } from '../../../src-main/record/basics.ts';
import { numbersOf } from '../../parts/attachments/attachment-numbers.ts';
import type { Attachments } from '../../parts/attachments/use-attachments.ts';
import { AttachmentViewer } from '../../parts/attachments/viewer/attachment-viewer.tsx';
import type { Viewed } from '../../parts/attachments/viewer/use-viewed.ts';
import { PreviewPane } from '../../parts/preview/preview-pane.tsx';
import type { PreviewState } from '../../parts/preview/use-preview.ts';
import { ReviewPane } from './review/review-pane.tsx';
import type { ReviewView } from './review/review-view.ts';
import type { Editors } from './review/selected-passage.ts';

interface Props {
  readonly preview: PreviewState;
  readonly review: ReviewView;
  readonly editors: Editors;
  readonly viewed: Viewed;
  readonly attachments: Attachments;
  readonly publicity: DraftPublicity;
  readonly isReadOnly: boolean;
}

export function BesideText({ preview, review, editors, viewed, attachments, publicity, isReadOnly }: Props) {
  return (
    <>
      <PreviewPane state={preview} />
      {review.isOpen && !viewed.attachment && <ReviewPane view={review} editors={editors} isReadOnly={isReadOnly} />}
      {viewed.attachment && (
        <AttachmentViewer
          attachment={viewed.attachment}
          number={numbersOf(publicity, attachments.list).get(viewed.attachment.id) ?? null}
          behind="form-sheet"
          onClose={viewed.close}
          onSave={(id) => void attachments.actions.save(id)}
        />
      )}
    </>
  );
}
