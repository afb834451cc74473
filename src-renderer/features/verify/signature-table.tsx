import type { Verification, VerifiedSignature } from '../../../src-main/contract/signature/shapes.ts';
import { formatGermanDate } from '../../../src-main/base/german-date.ts';
import { formatGermanTime } from '../../../src-main/base/german-time.ts';
import {
  certificationNames,
  coverageSentence,
  levelName,
  locksFieldsName,
  signatureResult,
} from '../../../src-main/contract/signature/texts-de.ts';
import { t } from '../../texts/de.ts';
import { Icon } from '../../ui/icon.tsx';

const words = t.verify;

function timeOf({ time, timeIsProven }: VerifiedSignature): string {
  if (time === null) return words.noTime;
  return timeIsProven ? words.provenTime(formatGermanTime(time)) : words.claimedTime(formatGermanTime(time));
}

const rulesOf = ({ certification, locksFields }: VerifiedSignature): string =>
  [certification && certificationNames[certification], locksFields && locksFieldsName].filter(Boolean).join('; ');

/** Signatures and time stamps in the order they were made: who, when, how, and what became of them. */
export function SignatureTable({ result }: { readonly result: Verification }) {
  const { signatures, revisions, format } = result;
  if (signatures.length === 0) return null;
  return (
    <section>
      <h2>{words.signatures}</h2>
      {signatures.map((signature, index) => (
        <dl key={index} className="facts">
          <dt>{signature.kind === 'time-stamp' ? words.stamp : words.signer}</dt>
          <dd>
            {signature.signer || words.noName}
            {signature.certificate?.isTest && (
              <span className="status-item warn">
                <Icon name="warning" small />
                {words.test}
              </span>
            )}
          </dd>
          <dt>{words.result}</dt>
          <dd>{signatureResult(signature)}</dd>
          {format === 'pdf' && signature.valid && (
            <>
              <dt>{words.coverage}</dt>
              <dd>{coverageSentence(signature, revisions)}</dd>
            </>
          )}
          {rulesOf(signature) !== '' && (
            <>
              <dt>{words.certification}</dt>
              <dd>{rulesOf(signature)}</dd>
            </>
          )}
          <dt>{words.time}</dt>
          <dd>{timeOf(signature)}</dd>
          <dt>{words.level}</dt>
          <dd>{levelName(signature)}</dd>
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
