/** A picture file as the profile keeps it: its bytes, and the same picture as pixels for programs that cannot draw SVG. */
import type { OfficeProfile } from '../../../src-main/contract/settings/office-profile.ts';

type CoatOfArms = NonNullable<OfficeProfile['coatOfArms']>;
type Picture = Pick<CoatOfArms, 'data' | 'mimeType' | 'raster'>;
export type ReadPicture =
  | { readonly ok: true; readonly picture: Picture }
  | { readonly ok: false; readonly reason: 'unreadable' | 'too-large' };

const LARGEST_BYTES = 512 * 1024;
/** Pixels of the longer side for a drawn SVG: sharp in print at 30 mm (600 dots per inch). */
const RASTER_PX = 720;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

const mimeTypeOf = (file: File): CoatOfArms['mimeType'] | null =>
  file.type === 'image/png' || file.type === 'image/jpeg' || file.type === 'image/svg+xml' ? file.type : null;

function loaded(address: string): Promise<HTMLImageElement | null> {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => resolve(null);
    image.src = address;
  });
}

/** Draws the picture; an SVG without a size of its own is drawn square by the browser's rule. */
function drawn(image: HTMLImageElement): CoatOfArms['raster'] | null {
  const [width, height] = [image.naturalWidth || RASTER_PX, image.naturalHeight || RASTER_PX];
  const scale = RASTER_PX / Math.max(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const data = canvas.toDataURL('image/png').split(',')[1] ?? '';
  return { data, mimeType: 'image/png', widthPx: canvas.width, heightPx: canvas.height };
}

export async function readCoatOfArms(file: File): Promise<ReadPicture> {
  const mimeType = mimeTypeOf(file);
  if (mimeType === null || file.size === 0) return { ok: false, reason: 'unreadable' };
  if (file.size > LARGEST_BYTES) return { ok: false, reason: 'too-large' };
  const data = base64(new Uint8Array(await file.arrayBuffer()));
  const image = await loaded(`data:${mimeType};base64,${data}`);
  if (!image) return { ok: false, reason: 'unreadable' };
  const { naturalWidth: widthPx, naturalHeight: heightPx } = image;
  if (mimeType !== 'image/svg+xml' && widthPx <= 4000 && heightPx <= 4000) {
    return { ok: true, picture: { data, mimeType, raster: { data, mimeType, widthPx, heightPx } } };
  }
  const raster = drawn(image);
  if (!raster) return { ok: false, reason: 'unreadable' };
  // A photograph with more pixels than a printer shows is kept as it is drawn.
  return mimeType === 'image/svg+xml'
    ? { ok: true, picture: { data, mimeType, raster } }
    : { ok: true, picture: { data: raster.data, mimeType: raster.mimeType, raster } };
}
