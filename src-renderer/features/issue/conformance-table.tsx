/** What our own checks of the issued PDF looked at and found; never more than that. */
import type { ConformanceFinding } from '../../../src-main/contract/issue/shapes.ts';
import { t } from '../../texts/de.ts';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/section.tsx';
import { nameOf } from '../../../src-main/base/name-of.ts';

const words = t.issue.conformance;

export function ConformanceTable({ findings }: { readonly findings: readonly ConformanceFinding[] }) {
  if (findings.length === 0) return null;
  const isGood = findings.every(({ ok }) => ok);
  return (
    <Section title={words.title} summary={isGood ? words.allOk : words.someBad} startsOpen={!isGood}>
      <table className="plain-table">
        <caption className="visually-hidden">{words.title}</caption>
        <tbody>
          {findings.map((finding) => (
            <tr key={finding.check}>
              <td className={finding.ok ? 'ok' : 'bad'}>
                <span className="status-item">
                  <Icon name={finding.ok ? 'checkmark' : 'error'} small />
                  {finding.ok ? words.ok : words.bad}
                </span>
              </td>
              <th scope="row">{nameOf(words.checks, finding.check)}</th>
              <td className="small">{finding.detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft small">{words.limits}</p>
    </Section>
  );
}
