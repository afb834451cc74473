/** A picture, as wide as the pane at most; enlarged by the zoom. Drawn by the browser as an image, so that nothing in it can run. */
import { useEffect, useRef, useState } from 'react';
import { t } from '../../../texts/de.ts';
import { NoView } from './no-view.tsx';

interface Props {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mimeType: string;
  readonly name: string;
  readonly roomPx: number;
  readonly zoom: number;
}

export function PictureView({ bytes, mimeType, name, roomPx, zoom }: Props) {
  const image = useRef<HTMLImageElement>(null);
  const [ownWidthPx, setOwnWidth] = useState<number | null>(null);
  const [isDamaged, setDamaged] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: mimeType }));
    if (image.current) image.current.src = made;
    return () => URL.revokeObjectURL(made);
  }, [bytes, mimeType]);

  if (isDamaged) return <NoView sentence={t.attachments.viewer.damagedPicture} />;
  // Drawings without a size of their own take the room there is.
  const fittingPx = mimeType === 'image/svg+xml' ? roomPx : Math.min(roomPx, ownWidthPx ?? roomPx);
  return (
    <img
      ref={image}
      className="preview-page"
      alt={name}
      style={{ width: Math.round(fittingPx * zoom) }}
      onLoad={(event) => setOwnWidth(event.currentTarget.naturalWidth)}
      onError={() => setDamaged(true)}
    />
  );
}
