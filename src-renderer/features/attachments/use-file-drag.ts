/**
 * Whether files are being dragged over the window, so that the place for them can be seen. A file let go beside it must not open in
 * place of the program, as browsers do.
 */
import { useEffect, useState } from 'react';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

export function useFileDrag(): boolean {
  const [isDragging, setDragging] = useState(false);
  useEffect(() => {
    const enter = (event: DragEvent): void => {
      if (holdsFiles(event)) setDragging(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const over = (): void => setDragging(false);
    const keepOut = (event: DragEvent): void => {
      if (!holdsFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
    };
    const early = { capture: true };
    window.addEventListener('dragenter', enter, early);
    window.addEventListener('dragleave', leave, early);
    window.addEventListener('drop', over, early);
    window.addEventListener('dragend', over, early);
    // No pointer moves while something is dragged: whatever end of it was missed, it is over.
    window.addEventListener('pointermove', over, early);
    window.addEventListener('dragover', keepOut);
    window.addEventListener('drop', keepOut);
    return () => {
      window.removeEventListener('dragenter', enter, early);
      window.removeEventListener('dragleave', leave, early);
      window.removeEventListener('drop', over, early);
      window.removeEventListener('dragend', over, early);
      window.removeEventListener('pointermove', over, early);
      window.removeEventListener('dragover', keepOut);
      window.removeEventListener('drop', keepOut);
    };
  }, []);
  return isDragging;
}
