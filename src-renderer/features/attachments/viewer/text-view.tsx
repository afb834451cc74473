/** A text file as it stands. Markup is shown, never carried out. */
import { useMemo } from 'react';
import { t } from '../../../texts/de.ts';
import { sizeOf } from '../file-kind.ts';

const MOST_BYTES = 512 * 1024;

/** UTF-8 where it is, UTF-16 by its mark, otherwise what old Windows programs write. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // As a stream: a sign cut in half at the end is no error.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

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
