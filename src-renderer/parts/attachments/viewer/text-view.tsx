/** A text file as it stands. Markup is shown, never carried out. */
import { useMemo } from 'react';
import { t } from '../../../texts/de.ts';
import { sizeOf } from '../file-kind.ts';
import { decodeText } from './decode-text.ts';

const MOST_BYTES = 512 * 1024;

export function TextView({ bytes, zoom }: { readonly bytes: Uint8Array; readonly zoom: number }) {
  const text = useMemo(() => decodeText(bytes.subarray(0, MOST_BYTES)), [bytes]);
  return (
    <>
      <pre className="attachment-text" style={{ fontSize: `${Math.round(13 * zoom)}px` }}>
        {text}
      </pre>
      {bytes.length > MOST_BYTES && (
        <p className="soft attachment-cut">{t.attachments.viewer.cut(sizeOf(MOST_BYTES), sizeOf(bytes.length))}</p>
      )}
    </>
  );
}
