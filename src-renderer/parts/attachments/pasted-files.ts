/** Files on the clipboard. Text with a picture of itself, as Word and Excel copy it, is text where one writes. */
import { attachments as texts } from '../../texts/attachments.ts';

/** Empty when the clipboard belongs to the field the cursor stands in. */
export function pastedFiles(clipboard: DataTransfer, target: EventTarget | null): readonly File[] {
  const isField = target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null;
  if (isField && clipboard.types.includes('text/plain')) return [];
  return Array.from(clipboard.files, withOwnName);
}

/** Every picture from the clipboard is called "image.png". */
function withOwnName(file: File): File {
  const extension = /^image(\.[a-z]+)$/i.exec(file.name)?.[1];
  return extension === undefined ? file : new File([file], `${texts.pastedPicture}${extension}`, { type: file.type });
}
