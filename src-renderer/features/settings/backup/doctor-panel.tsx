import { useMutation } from '@tanstack/react-query';
import type { DoctorReport, Repair } from '../../../../src-main/contract/backup/shapes.ts';
import { problemOf, useCore } from '../../../data/core.ts';
import { t } from '../../../texts/de.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { fieldId } from '../../../parts/settings/profile-field.tsx';

const words = t.backup.doctor;

/** The examination of everything stored, on request; what is safe to mend has a button. */
export function DoctorPanel() {
  const { client } = useCore();
  const run = useMutation<DoctorReport, unknown, Repair | null>({
    mutationFn: (repair) => (repair === null ? client.backup.doctor() : client.backup.repair({ repair })),
  });
  return (
    <section className="setting-group" id={fieldId('backup.doctor')}>
      <h2>{words.title}</h2>
      <div className="button-row">
        <Button onPress={() => run.mutate(null)} isDisabled={run.isPending}>
          {words.run}
        </Button>
        <span role="status" className={run.data && !run.data.ok ? 'bad' : 'soft'}>
          {run.isPending ? words.running : run.data ? (run.data.ok ? words.allGood : words.someBad) : ''}
        </span>
      </div>
      {run.error !== null && <ProblemNotice sentence={problemOf(run.error).sentence} />}
      {run.data && (
        <table className="plain-table">
          <caption className="visually-hidden">{words.title}</caption>
          <tbody>
            {run.data.findings.map((finding) => (
              <tr key={finding.area}>
                <td className={finding.ok ? 'ok' : 'bad'}>
                  <span className="status-item">
                    <Icon name={finding.ok ? 'checkmark' : 'error'} small />
                    {finding.ok ? words.ok : words.bad}
                  </span>
                </td>
                <th scope="row">{finding.area}</th>
                <td>{finding.detail}</td>
                <td className="row-actions">
                  {finding.repair !== null && (
                    <Button
                      kind="link"
                      aria-label={`${words.repair}: ${finding.area}`}
                      onPress={() => run.mutate(finding.repair)}
                    >
                      {words.repair}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
