/** In place of a page whose paper cannot be shown: why, and the way to the bin where it lies there. */
import { Link } from '@tanstack/react-router';
import { problemOf } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';

export function MissingPaper({ error }: { readonly error: unknown }) {
  const { code, sentence } = problemOf(error);
  return (
    <ProblemNotice sentence={sentence}>
      {code === 'paper-discarded' && <Link to="/papierkorb">{t.palette.openBin}</Link>}
    </ProblemNotice>
  );
}
