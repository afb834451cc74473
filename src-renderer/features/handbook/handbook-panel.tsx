/** The handbook beside the work: nothing waits for it, Esc and F1 close it. The book itself is fetched when it is first opened. */
import { useEffect, useState, type ComponentType } from 'react';
import { loadPart } from '../../data/load-part.ts';
import { t } from '../../texts/de.ts';
import type { ReaderProps } from './handbook-reader.tsx';
import type { OpenHandbook } from './use-handbook.ts';

type Reader = ComponentType<ReaderProps>;

export function HandbookPanel({ open, onClose }: { readonly open: OpenHandbook; readonly onClose: () => void }) {
  const [loaded, setLoaded] = useState<{ readonly Reader: Reader } | 'failed' | null>(null);

  useEffect(() => {
    let isHere = true;
    loadPart(() => import('./handbook-reader.tsx')).then(
      ({ HandbookReader }) => isHere && setLoaded({ Reader: HandbookReader }),
      () => isHere && setLoaded('failed'),
    );
    return () => {
      isHere = false;
    };
  }, []);

  return (
    <aside
      className="handbook"
      data-region="handbook"
      aria-label={t.handbook.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      {loaded === null && <p className="soft handbook-wait">{t.handbook.loading}</p>}
      {loaded === 'failed' && (
        <p className="bad handbook-wait" role="alert">
          {t.handbook.failed}
        </p>
      )}
      {loaded !== null && loaded !== 'failed' && (
        <loaded.Reader anchor={open.anchor} visit={open.visit} onClose={onClose} />
      )}
    </aside>
  );
}
