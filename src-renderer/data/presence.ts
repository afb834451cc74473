/** Somebody is there: what takes long to begin is begun before it is needed, but not before anybody is there to need it. */

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Calls once, with the first sign of a person after the page was loaded and after each time the window is come back to. */
export function whenSomebodyIsThere(begin: () => void): void {
  const told = (event: Event): void => {
    // A page that moves under a resting pointer sends this, too.
    if (event instanceof PointerEvent && event.type === 'pointermove' && event.movementX === 0 && event.movementY === 0)
      return;
    for (const sign of SIGNS) window.removeEventListener(sign, told, { capture: true });
    begin();
  };
  const listen = (): void => {
    for (const sign of SIGNS) window.addEventListener(sign, told, { capture: true, passive: true });
  };
  listen();
  window.addEventListener('focus', listen);
}
