/** One fast table: only rows in sight exist. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { PaperSummary } from '../../../src-main/contract/paper/shapes.ts';
import { formatGermanDate } from '../../../src-main/base/german-date.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { PublicityTag } from '../../parts/statement/publicity-tag.tsx';

const ROW_PX = 33;

/** Set through the style object: the content policy forbids style attributes. */
const heightOf =
  (px: number) =>
  (row: HTMLTableRowElement | null): void => {
    row?.style.setProperty('height', `${px}px`);
  };

interface Props {
  readonly items: readonly PaperSummary[];
  readonly total: number;
  readonly onEnd: () => void;
  readonly onAnswer: (id: string) => void;
}

function PaperLink({
  id,
  paperType,
  text,
  className,
}: {
  readonly id: string;
  readonly paperType: PaperSummary['paperType'];
  readonly text: string;
  readonly className?: string;
}) {
  return (
    <Link to={paperType === 'statement' ? '/stellungnahme/$id' : '/eingang/$id'} params={{ id }} className={className}>
      {text}
    </Link>
  );
}

function RelatedCell({ paper, onAnswer }: { readonly paper: PaperSummary; readonly onAnswer: (id: string) => void }) {
  const [first, ...more] = paper.related;
  if (first) {
    return (
      <>
        <PaperLink id={first.id} paperType={first.paperType} text={first.reference ?? t.states.draft} />
        {more.length > 0 && <span className="soft"> +{more.length}</span>}
      </>
    );
  }
  const answerable = paper.paperType === 'motion' || paper.paperType === 'inquiry' || paper.paperType === 'amendment';
  return answerable ? (
    <Button kind="link" icon="add" onPress={() => onAnswer(paper.id)}>
      {t.register.answer}
    </Button>
  ) : null;
}

export function PaperTable({ items, total, onEnd, onAnswer }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const visible = rows.getVirtualItems();
  const lastIndex = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (items.length > 0 && lastIndex >= items.length - 20) onEnd();
  }, [items.length, lastIndex, onEnd]);
  const before = visible[0]?.start ?? 0;
  const after = rows.getTotalSize() - (visible.at(-1)?.end ?? 0);

  return (
    // Scrolled by keyboard, so it takes the focus.
    <div className="table-scroller" ref={scroller} tabIndex={0} role="group" aria-label={t.register.table}>
      <table className="paper-table" aria-rowcount={total + 1} aria-label={t.register.table}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="col-reference">
              {t.register.columns.reference}
            </th>
            <th scope="col" className="col-type">
              {t.register.columns.type}
            </th>
            <th scope="col">{t.register.columns.name}</th>
            <th scope="col" className="col-originators">
              {t.register.columns.originators}
            </th>
            <th scope="col" className="col-date">
              {t.register.columns.date}
            </th>
            <th scope="col" className="col-state">
              {t.register.columns.state}
            </th>
            <th scope="col" className="col-related">
              {t.register.columns.related}
            </th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden="true" className="spacer" ref={heightOf(before)} />}
          {visible.map(({ index }) => {
            const paper = items[index];
            if (!paper) return null;
            return (
              <tr key={paper.id} aria-rowindex={index + 2}>
                <td>
                  <PaperLink
                    id={paper.id}
                    paperType={paper.paperType}
                    text={paper.reference ?? t.register.noNumber}
                    className="reference-link"
                  />
                </td>
                <td className="col-type soft">{t.paperTypes[paper.paperType]}</td>
                <td className="ellipsis" title={paper.name}>
                  <PublicityTag publicity={paper.publicity} isShort /> {paper.name || t.statement.unnamed}
                </td>
                <td className="col-originators ellipsis soft" title={paper.originators}>
                  {paper.originators}
                </td>
                <td className="col-date">{paper.date !== null && formatGermanDate(paper.date)}</td>
                <td className="col-state">{paper.state && <span className="tag">{t.states[paper.state]}</span>}</td>
                <td className="ellipsis">
                  <RelatedCell paper={paper} onAnswer={onAnswer} />
                </td>
              </tr>
            );
          })}
          {after > 0 && <tr aria-hidden="true" className="spacer" ref={heightOf(after)} />}
        </tbody>
      </table>
    </div>
  );
}
