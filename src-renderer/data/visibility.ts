/** Whether anybody can see the window: what nobody sees asks for nothing and counts no time. */

export interface Visibility {
  isVisible(): boolean;
  /** Answers how to stop listening. */
  onChange(listener: () => void): () => void;
}

/** Hidden are minimised windows and tabs behind another one, on some systems windows that are covered wholly. */
export const pageVisibility: Visibility = {
  isVisible: () => document.visibilityState === 'visible',
  onChange: (listener) => {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};

/** Begins when the window is visible, ends when it is hidden, and begins anew. `begin` answers how to end; the answer ends it for good. */
export function whileVisible(visibility: Visibility, begin: () => () => void): () => void {
  let end: (() => void) | null = null;
  const look = (): void => {
    if (visibility.isVisible()) end ??= begin();
    else {
      end?.();
      end = null;
    }
  };
  const stop = visibility.onChange(look);
  look();
  return () => {
    stop();
    end?.();
  };
}

export function untilVisible(visibility: Visibility): Promise<void> {
  if (visibility.isVisible()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = visibility.onChange(() => {
      if (!visibility.isVisible()) return;
      stop();
      resolve();
    });
  });
}
