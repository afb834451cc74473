/** The places where one writes; fetched after the register stands. */
import { useParams, useSearch } from '@tanstack/react-router';
import { LetterPage } from '../features/letter/letter-page.tsx';
import { PaperPage } from '../features/paper/paper-page.tsx';
import { StatementPage } from '../features/statement/statement-page.tsx';

export { NewPaperPage } from '../features/paper/paper-page.tsx';

export function PaperRoute() {
  return <PaperPage id={useParams({ from: '/eingang/$id' }).id} />;
}

export function StatementRoute() {
  return <StatementPage id={useParams({ from: '/stellungnahme/$id' }).id} />;
}

export function LetterRoute() {
  const { ref } = useParams({ from: '/brief/$ref' });
  const { art } = useSearch({ from: '/brief/$ref' });
  return <LetterPage key={ref} paperRef={ref} kind={art} />;
}
