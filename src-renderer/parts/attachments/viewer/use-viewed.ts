/** Which attachment is looked at; closing leads back to the button that opened it. */
import { useCallback, useState } from 'react';
import type { Attachment } from '../../../../src-main/contract/attachment/shapes.ts';

export interface Viewed {
  readonly attachment: Attachment | null;
  readonly open: (id: string) => void;
  readonly close: () => void;
  /** Closes it because something else is wanted: the focus stays where it is. */
  readonly leave: () => void;
}

export function useViewed(attachments: readonly Attachment[]): Viewed {
  const [id, setId] = useState<string | null>(null);
  const open = useCallback((wanted: string): void => setId(wanted), []);
  const close = (): void => {
    const opener = document.querySelector<HTMLElement>(`[data-attachment="${id ?? ''}"] [data-action="view"]`);
    setId(null);
    // Where the form was out of sight, it is there again only with the next frame.
    requestAnimationFrame(() => opener?.focus());
  };
  // Taken away or still without file: nothing to look at.
  return {
    attachment: attachments.find((attachment) => attachment.id === id && attachment.hasFile) ?? null,
    open,
    close,
    leave: () => setId(null),
  };
}
