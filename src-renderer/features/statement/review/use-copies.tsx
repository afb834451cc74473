/** Copies for editing: asked for in a dialog, and chosen as a file when they come back. */
import { useState, type ReactNode } from 'react';
import { chooseFile } from '../../../ui/choose-file.ts';
import { GiveDialog, type GivenNotes } from './give-dialog.tsx';
import type { ReviewView } from './review-view.ts';

/** What a copy comes back as. */
const RETURNED = ['.docx', '.odt'];

export function useCopies(
  review: ReviewView,
  onGive: (notes: GivenNotes) => Promise<void>,
): { readonly give: () => void; readonly read: () => void; readonly dialog: ReactNode } {
  const [isGiving, setGiving] = useState(false);
  const dialog = isGiving && (
    <GiveDialog
      hasComments={review.comments.some(({ resolvedAt }) => resolvedAt === null)}
      onGive={(notes) => {
        setGiving(false);
        void onGive(notes);
      }}
      onCancel={() => setGiving(false)}
    />
  );
  return {
    give: () => setGiving(true),
    read: () => void chooseFile(RETURNED).then((file) => file && review.readFile(file)),
    dialog,
  };
}
