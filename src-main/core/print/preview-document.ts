/** A document as the window draws it: Typst's vector artifact under a handle, with the characters that could not be printed. */
import { Refusal } from '../../contract/shared/errors.ts';
import type { Ports, UnprintableCharacter } from '../ports/ports.ts';
import type { PrintDocument } from './model.ts';

/** The window draws in a thread, and no browser draws an SVG there; the picture in pixels that every coat of arms brings along looks the same. */
function inPixels(document: PrintDocument): PrintDocument {
  const { coatOfArms: arms } = document;
  if (arms?.mimeType !== 'image/svg+xml') return document;
  return { ...document, coatOfArms: { ...arms, data: arms.raster.data, mimeType: arms.raster.mimeType } };
}

/** Refuses with `superseded` when a newer preview was asked for meanwhile. */
export async function previewDocument(
  ports: Pick<Ports, 'characters' | 'preview' | 'handoff'>,
  document: PrintDocument,
): Promise<{ handle: string; unprintable: UnprintableCharacter[] }> {
  const unprintable = ports.characters.unprintable(document);
  const bytes = await ports.preview.preview(inPixels(document));
  if (!bytes) throw new Refusal('superseded', {});
  const handle = ports.handoff.put({ fileName: 'vorschau.sir', mimeType: 'application/octet-stream', bytes });
  return { handle, unprintable: [...unprintable] };
}
