/**
 * Whether files are being dragged over the window, so that the place for them can be seen. A file let go beside it must not open in
 * place of the program, as browsers do.
 *
 * As long as something is dragged the browser says so several times a second, also while it rests (HTML, drag-and-drop processing model);
 * its end it does not always tell: not where the drop was not allowed, nor where it came from another program.
 */
import { useEffect, useState } from 'react';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Far longer than the 350 ms between two words of the browser. */
const OVER_AFTER_MS = 1500;

export function useFileDrag(): boolean {
  const [isDragging, setDragging] = useState(false);
  useEffect(() => {
    let silence: ReturnType<typeof setTimeout> | undefined;
    const over = (): void => {
      clearTimeout(silence);
      setDragging(false);
    };
    const goesOn = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      clearTimeout(silence);
      silence = setTimeout(over, OVER_AFTER_MS);
      setDragging(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) over();
    };
    const keepOut = (event: DragEvent): void => {
      if (!holdsFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
    };
    const early = { capture: true };
    window.addEventListener('dragenter', goesOn, early);
    window.addEventListener('dragover', goesOn, early);
    window.addEventListener('dragleave', leave, early);
    window.addEventListener('drop', over, early);
    window.addEventListener('dragend', over, early);
    window.addEventListener('dragover', keepOut);
    window.addEventListener('drop', keepOut);
    return () => {
      clearTimeout(silence);
      window.removeEventListener('dragenter', goesOn, early);
      window.removeEventListener('dragover', goesOn, early);
      window.removeEventListener('dragleave', leave, early);
      window.removeEventListener('drop', over, early);
      window.removeEventListener('dragend', over, early);
      window.removeEventListener('dragover', keepOut);
      window.removeEventListener('drop', keepOut);
    };
  }, []);
  return isDragging;
}
