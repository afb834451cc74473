/** What a careful colleague finds, in one line below the text: each leads to its words, some can be put right at once. */
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { Finding, FindingSeverity } from '../../../../src-main/contract/release/shapes.ts';
import { correctionOf, findingSentence } from '../../../../src-main/contract/release/texts-de.ts';
import { placeHash } from '../../../parts/statement/found-place.ts';
import { t } from '../../../texts/de.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import type { FindingsView } from './use-findings.ts';

const words = t.findings;
const ICONS: Record<FindingSeverity, IconName> = { blocking: 'error', warning: 'warning', hint: 'info' };
const TONES: Record<FindingSeverity, string> = { blocking: 'bad', warning: 'warn', hint: 'soft' };
/** More than these nobody reads in one line. */
const MOST_SHOWN = 12;

export const FindingsBar = memo(function FindingsBar({
  view,
  id,
}: {
  readonly view: FindingsView;
  readonly id: string;
}) {
  const { findings } = view;
  if (findings.length === 0) return null;
  const left = findings.length - MOST_SHOWN;
  return (
    <section className="findings-bar" aria-label={words.region} data-help="hinweise-beim-schreiben">
      <h2>{`${words.title}: ${findings.length.toLocaleString('de-DE')}`}</h2>
      <ul>
        {findings.slice(0, MOST_SHOWN).map((finding) => (
          <FindingItem key={finding.key} finding={finding} id={id} onCorrect={view.correct} />
        ))}
        {left > 0 && <li className="soft">{words.more(left)}</li>}
      </ul>
    </section>
  );
});

function FindingItem({
  finding,
  id,
  onCorrect,
}: {
  readonly finding: Finding;
  readonly id: string;
  readonly onCorrect: FindingsView['correct'];
}) {
  const { severity, place } = finding;
  const wanted = place.field === 'reply' ? correctionOf(finding) : null;
  return (
    <li className={`status-item ${TONES[severity]}`}>
      <Icon name={ICONS[severity]} small />
      <span className="visually-hidden">{`${words.severity[severity]}: `}</span>
      <Link
        to="/stellungnahme/$id"
        params={{ id }}
        {...(place.field !== '' && { hash: placeHash(place) })}
        className="finding-link"
      >
        {findingSentence(finding)}
      </Link>
      {wanted !== null && (
        <Button kind="link" onPress={() => onCorrect(finding, wanted)}>
          {words.correct(wanted)}
        </Button>
      )}
    </li>
  );
}
