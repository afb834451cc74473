/** The bytes of one attachment, fetched when it is looked at. */
import { useEffect, useState } from 'react';
import { problemOf, useCore } from '../../../data/core.ts';

export type FileState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'problem'; readonly sentence: string }
  | { readonly kind: 'ready'; readonly bytes: Uint8Array<ArrayBuffer>; readonly mimeType: string };

/** The component is made anew for another file: its state begins with loading. */
export function useAttachmentFile(id: string): FileState {
  const { client, connection } = useCore();
  const [state, setState] = useState<FileState>({ kind: 'loading' });
  useEffect(() => {
    let isOver = false;
    const load = async (): Promise<FileState> => {
      try {
        const { handle, mimeType } = await client.attachments.view({ id });
        return { kind: 'ready', bytes: new Uint8Array(await connection.fetchFile(handle)), mimeType };
      } catch (error) {
        return { kind: 'problem', sentence: problemOf(error).sentence };
      }
    };
    void load().then((next) => {
      if (!isOver) setState(next);
    });
    return () => {
      isOver = true;
    };
  }, [client, connection, id]);
  return state;
}
