/** How far a paper has come, and what its next step waits for. */
import type { IssueOverview } from '../../../src-main/contract/issue/shapes.ts';
import type { ReleaseCheck } from '../../../src-main/contract/release/shapes.ts';
import { t } from '../../texts/de.ts';

const words = t.issue;
const STEPS = ['draft', 'released', 'issued', 'dispatched'] as const;

/** Why it cannot be released yet; null when it can. */
export function waitsFor(
  { findings, isReleasable }: ReleaseCheck,
  reasons: ReadonlyMap<string, string>,
): string | null {
  const blocking = findings.filter(({ severity }) => severity === 'blocking').length;
  if (blocking > 0 || !isReleasable) return words.waitsForFindings(blocking);
  const open = findings.filter(
    ({ severity, key }) => severity === 'warning' && (reasons.get(key) ?? '').trim() === '',
  ).length;
  return open === 0 ? null : words.waitsForReasons(open);
}

/** Where the paper stands, in words and order: Entwurf ▸ Freigabe ▸ Ausfertigung ▸ Versand. */
export function Steps({ overview }: { readonly overview: IssueOverview }) {
  return (
    <ol className="steps" aria-label={t.states[overview.state]}>
      {STEPS.map((step) => (
        <li key={step} aria-current={step === overview.state ? 'step' : undefined}>
          {words.steps[step]}
        </li>
      ))}
      {overview.edition > 1 && <li className="tag">{words.editions(overview.edition)}</li>}
    </ol>
  );
}
