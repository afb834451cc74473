import type { VerifiedSignature } from '../../../src-main/contract/signature.ts';
import { formatGermanDate } from '../../../src-main/contract/text/german-date.ts';
import { formatGermanTime } from '../../../src-main/contract/text/german-time.ts';
import { t } from '../../texts/de.ts';
import { Icon } from '../../ui/icon.tsx';

const words = t.verify;

function timeOf({ time, timeIsProven }: VerifiedSignature): string {
  if (time === null) return words.noTime;
  return timeIsProven ? words.provenTime(formatGermanTime(time)) : words.claimedTime(formatGermanTime(time));
}

/** Signatures in the order they were made: who, when, how, and what became of it. */
export function SignatureTable({ signatures }: { readonly signatures: readonly VerifiedSignature[] }) {
  if (signatures.length === 0) return null;
  return (
    <section>
      <h2>{words.signatures}</h2>
      {signatures.map((signature, index) => (
        <dl key={index} className="facts">
          <dt>{words.signer}</dt>
          <dd>
            {signature.signer}
            {signature.certificate?.isTest && (
              <span className="status-item warn">
                <Icon name="warning" small />
                {words.test}
              </span>
            )}
          </dd>
          <dt>{words.result}</dt>
          <dd>{`${words.verdicts[signature.verdict]}; ${signature.coversWholeFile ? words.covers : words.coversNot}`}</dd>
          <dt>{words.time}</dt>
          <dd>{timeOf(signature)}</dd>
          <dt>{words.level}</dt>
          <dd>{words.levels[signature.level]}</dd>
          {signature.certificate && (
            <>
              <dt>{words.issuer}</dt>
              <dd>{signature.certificate.issuer}</dd>
              <dt>{words.validity}</dt>
              <dd>
                {words.validFromTo(
                  formatGermanDate(signature.certificate.notBefore.slice(0, 10)),
                  formatGermanDate(signature.certificate.notAfter.slice(0, 10)),
                )}
              </dd>
            </>
          )}
        </dl>
      ))}
    </section>
  );
}
