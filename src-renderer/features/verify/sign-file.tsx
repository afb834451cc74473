/** Signing the file that was just looked at: it goes out under a name of its own, the file itself stays as it is. */
import { useState, type ReactNode } from 'react';
import { problemOf, useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { KeySection } from '../../parts/issue/key-section.tsx';
import { savedFiles } from '../../parts/status/saved-files.tsx';

const words = t.verify.sign;

export function SignFile({ file }: { readonly file: File }) {
  const { client, connection } = useCore();
  const [isOpen, setOpen] = useState(false);
  const [keyId, setKeyId] = useState<string | null>(null);
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isCertified, setCertified] = useState(false);
  const [done, setDone] = useState<ReactNode>(null);

  const sign = async (key: string, breaksCertification: boolean): Promise<void> => {
    setProblem(null);
    setDone(null);
    setWorking(true);
    try {
      const handle = await connection.handOver(file);
      const { delivery, timestampProblem } = await client.signatures.sign({
        ...{ handle, fileName: file.name, keyId: key },
        breaksCertification,
      });
      setCertified(false);
      const say = (names: string): string => [words.done(names), timestampProblem].filter(Boolean).join(' ');
      setDone(await savedFiles(delivery, connection, setProblem, say));
    } catch (error) {
      const { code, sentence } = problemOf(error);
      setProblem(sentence);
      setCertified(code === 'document-certified');
    } finally {
      setWorking(false);
    }
  };
  if (!isOpen)
    return (
      <div className="sign-file-begin">
        <Button icon="certificate" onPress={() => setOpen(true)}>
          {words.open}
        </Button>
      </div>
    );
  return (
    <section className="sign-file" aria-label={words.open}>
      <KeySection keyId={keyId} onKey={setKeyId} />
      {problem !== null && <ProblemNotice sentence={problem} onClose={() => setProblem(null)} />}
      <div className="button-row">
        <Button
          kind="primary"
          icon="certificate"
          isDisabled={keyId === null || isWorking}
          onPress={() => {
            if (keyId !== null) void sign(keyId, isCertified);
          }}
        >
          {isCertified ? words.anyway : words.act}
        </Button>
      </div>
      <p role="status" className={done === null ? 'soft' : 'status-item ok'}>
        {done !== null && <Icon name="checkmark" small />}
        {isWorking ? words.working : done}
      </p>
    </section>
  );
}
