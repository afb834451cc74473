/** What can be done about a verdict: trust the signer where that is the cause, take out the file as it was signed. */
import { useState, type ReactNode } from 'react';
import type { CertificateInfo, Verification } from '../../../src-main/contract/signature/shapes.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { savedFiles } from '../../parts/status/saved-files.tsx';

const words = t.verify;

interface Props {
  readonly file: File;
  readonly result: Verification;
  /** The trust list changed: the file is to be judged anew. */
  readonly onTrustChanged: (trusted: CertificateInfo | null) => void;
  /** The certificate that was trusted from here; null for none. */
  readonly trusted: CertificateInfo | null;
}

export function VerdictActions({ file, result, onTrustChanged, trusted }: Props) {
  const { client, connection } = useCore();
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<ReactNode>(null);
  const decisive = result.decisive === null ? undefined : result.signatures[result.decisive];
  const certificate = result.verdict === 'untrusted' ? (decisive?.certificate ?? null) : null;
  const revision = result.verdict === 'added-after-signing' && decisive ? decisive.revision : null;

  const run = async (act: () => Promise<void>): Promise<void> => {
    setProblem(null);
    setDone(null);
    try {
      await act();
    } catch (error) {
      setProblem(problemOf(error).sentence);
    }
  };
  const trust = (info: CertificateInfo): Promise<void> =>
    run(async () => {
      const handle = await connection.handOver(file);
      await client.signatures.trustSigner({ handle, fileName: file.name, fingerprint: info.fingerprint });
      onTrustChanged(info);
    });
  const distrust = (info: CertificateInfo): Promise<void> =>
    run(async () => {
      await client.signatures.distrust({ fingerprint: info.fingerprint });
      onTrustChanged(null);
    });
  const takeOut = (wanted: number): Promise<void> =>
    run(async () => {
      const handle = await connection.handOver(file);
      const delivery = await client.signatures.deliverRevision({ handle, fileName: file.name, revision: wanted });
      setDone(await savedFiles(delivery, connection, setProblem, words.revisionDone));
    });

  return (
    <>
      {problem !== null && <ProblemNotice sentence={problem} onClose={() => setProblem(null)} />}
      {certificate && <p className="soft">{words.trustSignerHint(certificate.subject)}</p>}
      {(certificate !== null || revision !== null || trusted !== null) && (
        <div className="button-row">
          {certificate && (
            <Button icon="certificate" onPress={() => void trust(certificate)}>
              {words.trustSigner}
            </Button>
          )}
          {revision !== null && (
            <Button icon="documentText" onPress={() => void takeOut(revision)}>
              {words.revision(revision, result.revisions)}
            </Button>
          )}
          {trusted && <Button onPress={() => void distrust(trusted)}>{words.untrust}</Button>}
        </div>
      )}
      <p role="status" className={done === null && trusted === null ? 'soft' : 'status-item ok'}>
        {(done !== null || trusted !== null) && <Icon name="checkmark" small />}
        {done ?? (trusted ? words.trustedNow(trusted.subject) : '')}
      </p>
    </>
  );
}
