/**
 * Parts of the window that are fetched when they are first needed. While nobody answers they wait, instead of taking the page down with
 * everything that was typed in it.
 */
import { onlineManager } from '@tanstack/react-query';

/** Until a break is noticed that came in the middle of fetching. */
const NOTICED_MS = 1000;

function whenReachable(): Promise<void> {
  return new Promise((resolve) => {
    const stop = onlineManager.subscribe((isReachable) => {
      if (!isReachable) return;
      stop();
      resolve();
    });
  });
}

export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  for (let hasFailedOnline = false; ;) {
    try {
      return await load();
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, NOTICED_MS));
      if (onlineManager.isOnline()) {
        // Whoever answers now may have come back within that second: only what fails twice fails for another reason.
        if (hasFailedOnline) throw error;
        hasFailedOnline = true;
      } else {
        await whenReachable();
        hasFailedOnline = false;
      }
    }
  }
}
