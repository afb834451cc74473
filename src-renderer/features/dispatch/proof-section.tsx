/** What went out: who received what, when, how, with which digest. */
import type { DispatchProof } from '../../../src-main/contract/dispatch/shapes.ts';
import { formatGermanTime } from '../../../src-main/base/german-time.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { nameOf } from '../../../src-main/base/name-of.ts';

const words = t.dispatch.proofs;
const SHOWN_DIGITS = 12;

interface Props {
  readonly proofs: readonly DispatchProof[];
  readonly isDisabled: boolean;
  readonly onDeliver: () => void;
  readonly onPrint: () => void;
}

export function ProofSection({ proofs, isDisabled, onDeliver, onPrint }: Props) {
  return (
    <Section
      title={words.title}
      summary={proofs.length === 0 ? words.none : words.summary(proofs.length)}
      help="versandnachweis"
    >
      {proofs.length === 0 ? (
        <p className="soft">{words.none}</p>
      ) : (
        <>
          <table className="plain-table proofs">
            <caption className="visually-hidden">{words.title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.when}</th>
                <th scope="col">{words.recipient}</th>
                <th scope="col">{words.copy}</th>
                <th scope="col">{words.channel}</th>
                <th scope="col">{words.digest}</th>
              </tr>
            </thead>
            <tbody>
              {proofs.map((proof) => (
                <tr key={proof.id}>
                  <td>{formatGermanTime(proof.at)}</td>
                  <td>{proof.recipient.name}</td>
                  <td>{nameOf(t.dispatch.kinds, proof.copyKind)}</td>
                  <td title={proof.detail}>{nameOf(t.dispatch.channels, proof.channel)}</td>
                  <td className="digest" title={proof.sha512}>
                    {proof.sha512.slice(0, SHOWN_DIGITS)}…
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="button-row">
            <Button isDisabled={isDisabled} onPress={onDeliver}>
              {words.deliver}
            </Button>
            <Button icon="print" isDisabled={isDisabled} onPress={onPrint}>
              {words.print}
            </Button>
          </div>
        </>
      )}
    </Section>
  );
}
