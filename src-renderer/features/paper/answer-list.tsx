/** First on the page of an answered paper: its statements. */
import { Link } from '@tanstack/react-router';
import type { PaperDetail } from '../../../src-main/contract/paper/shapes.ts';
import { formatGermanDate } from '../../../src-main/base/german-date.ts';
import { t } from '../../texts/de.ts';
import { Icon } from '../../ui/icon.tsx';

export function AnswerList({ answers }: { readonly answers: PaperDetail['answeredBy'] }) {
  if (answers.length === 0) return null;
  const title = answers.length === 1 ? t.answers.title : t.answers.titleMany;
  return (
    <section className="answer-list" aria-label={title}>
      <h2>{title}</h2>
      <ul className="plain-list">
        {answers.map(({ id, reference, name, date, state }) => (
          <li key={id}>
            <Icon name="documentText" small />
            <Link to="/stellungnahme/$id" params={{ id }}>
              {reference ?? t.statement.noNumber}
            </Link>
            <span className="tag">{t.states[state]}</span>
            {date !== null && <span className="soft">{formatGermanDate(date)}</span>}
            <span className="soft ellipsis" title={name}>
              {name}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
