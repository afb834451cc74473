/** The release check: what was found, where, and why a warning may stay. */
import { Link } from '@tanstack/react-router';
import type { FindingSeverity, KeptFinding } from '../../../src-main/contract/release/shapes.ts';
import { findingSentence } from '../../../src-main/contract/release/texts-de.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Section } from '../../ui/section.tsx';
import { placeHash } from '../../parts/statement/found-place.ts';
import { TextField } from '../../ui/text-field.tsx';
import { nameOf } from '../../../src-main/base/name-of.ts';

const words = t.issue.check;
/** Of now, or as a release keeps it. */
type ShownFinding = Omit<KeptFinding, 'accepted'>;

const ICONS: Record<FindingSeverity, IconName> = { blocking: 'error', warning: 'warning', hint: 'info' };
const SEVERITIES = ['blocking', 'warning', 'hint'] as const;
const TONES: Record<FindingSeverity, string> = { blocking: 'bad', warning: 'warn', hint: 'info' };

interface Props {
  readonly statementId: string;
  readonly findings: readonly ShownFinding[];
  /** Reasons by key of the finding. */
  readonly reasons: ReadonlyMap<string, string>;
  /** Null: the reasons of the release, only to be read. */
  readonly onReason: ((key: string, reason: string) => void) | null;
  /** Null: not released, so there is no protocol. */
  readonly onProtocol: ((way: 'file' | 'printer') => void) | null;
}

export function CheckSection({ statementId, findings, reasons, onReason, onProtocol }: Props) {
  const number = (severity: FindingSeverity): number => findings.filter((found) => found.severity === severity).length;
  const summary =
    findings.length === 0 ? words.clean : words.summary(number('blocking'), number('warning'), number('hint'));
  return (
    <Section title={words.title} summary={summary} startsOpen help="prüfung-und-freigabe">
      {findings.length === 0 ? (
        <p className="status-item ok" role="status">
          <Icon name="checkmark" small />
          {words.clean}
        </p>
      ) : (
        <ul className="findings">
          {findings.map((found) => (
            <FindingRow
              key={found.key}
              found={found}
              statementId={statementId}
              reason={reasons.get(found.key) ?? ''}
              onReason={onReason && ((reason) => onReason(found.key, reason))}
            />
          ))}
        </ul>
      )}
      <p className="soft small">{words.limits}</p>
      {onReason && <p className="soft small">{words.forGood}</p>}
      {onProtocol && (
        <div className="button-row">
          <Button kind="link" icon="arrowDownload" onPress={() => onProtocol('file')}>
            {words.protocol}
          </Button>
          <Button kind="link" icon="print" onPress={() => onProtocol('printer')}>
            {words.printProtocol}
          </Button>
        </div>
      )}
    </Section>
  );
}

function FindingRow({
  found,
  statementId,
  reason,
  onReason,
}: {
  readonly found: ShownFinding;
  readonly statementId: string;
  readonly reason: string;
  readonly onReason: ((reason: string) => void) | null;
}) {
  const sentence = findingSentence(found);
  const severity = SEVERITIES.find((known) => known === found.severity) ?? 'hint';
  return (
    <li className="finding">
      <p className="finding-text">
        <span className={`status-item ${TONES[severity]}`}>
          <Icon name={ICONS[severity]} small />
          {nameOf(words.severity, found.severity)}
        </span>
        <Link
          to="/stellungnahme/$id"
          params={{ id: statementId }}
          {...(found.place.field !== '' && { hash: placeHash(found.place) })}
          className="finding-link"
        >
          {sentence}
        </Link>
      </p>
      {found.severity === 'warning' &&
        (onReason ? (
          <TextField label={words.reason} aria-label={words.reasonFor(sentence)} value={reason} onChange={onReason} />
        ) : (
          reason !== '' && <p className="soft small">{`${words.reason}: ${reason}`}</p>
        ))}
    </li>
  );
}
