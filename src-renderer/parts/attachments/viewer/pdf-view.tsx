/** The pages of a PDF below each other. Fetched with PDF.js when the first PDF is looked at. */
import { useEffect, useState } from 'react';
import { t } from '../../../texts/de.ts';
import { NoView } from './no-view.tsx';
import { openPdf, type PdfOutcome } from './open-pdf.ts';
import { PdfPage } from './pdf-page.tsx';

const texts = t.attachments.viewer;

interface Props {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly onPages: (pages: number) => void;
}

export function PdfView({ bytes, widthPx, onPages }: Props) {
  const [outcome, setOutcome] = useState<PdfOutcome | null>(null);
  useEffect(() => {
    let isOver = false;
    let close = (): void => undefined;
    void openPdf(bytes).then((opened) => {
      if (opened.kind === 'open') close = opened.pdf.close;
      if (isOver) return close();
      setOutcome(opened);
      onPages(opened.kind === 'open' ? opened.pdf.pageCount : 0);
    });
    return () => {
      isOver = true;
      close();
    };
  }, [bytes, onPages]);

  switch (outcome?.kind) {
    case undefined:
      return <p className="soft preview-wait">{texts.loading}</p>;
    case 'encrypted':
      return <NoView sentence={texts.encrypted} />;
    case 'damaged':
      return <NoView sentence={texts.damagedPdf} />;
    case 'open':
      return Array.from({ length: outcome.pdf.pageCount }, (_, index) => (
        <PdfPage key={index} pdf={outcome.pdf} page={index + 1} widthPx={widthPx} />
      ));
  }
}
