/** Drop any PDF or Word file: one sentence, details below. Nothing of it is stored. */
import { Link } from '@tanstack/react-router';
import { useEffect, useState, type DragEvent, type ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import type { CertificateInfo, Verdict, Verification } from '../../../src-main/contract/signature/shapes.ts';
import { knownSentence, knownWithdrawn, verificationSentence } from '../../../src-main/contract/signature/texts-de.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useFileDrag } from '../../parts/attachments/use-file-drag.ts';
import { SignFile } from './sign-file.tsx';
import { SignatureTable } from './signature-table.tsx';
import { VerdictActions } from './verdict-actions.tsx';

const words = t.verify;

const LOOKS: Record<Verdict, { readonly icon: IconName; readonly tone: string }> = {
  valid: { icon: 'checkmark', tone: 'ok' },
  unsigned: { icon: 'info', tone: 'info' },
  untrusted: { icon: 'warning', tone: 'warn' },
  expired: { icon: 'warning', tone: 'warn' },
  'expired-since': { icon: 'warning', tone: 'warn' },
  unsuitable: { icon: 'warning', tone: 'warn' },
  unsupported: { icon: 'warning', tone: 'warn' },
  // Neither green nor red: what was added may be harmless or not.
  'added-after-signing': { icon: 'warning', tone: 'warn' },
  'not-covered': { icon: 'warning', tone: 'warn' },
  altered: { icon: 'error', tone: 'bad' },
  damaged: { icon: 'error', tone: 'bad' },
};

type State =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly fileName: string }
  | {
      readonly kind: 'done';
      readonly result: Verification;
      readonly file: File;
      readonly trusted: CertificateInfo | null;
    }
  | { readonly kind: 'problem'; readonly sentence: string };

/** What belongs to an issue is signed there, as a version of its own beside it; what could not be read is not signed. */
const canBeSigned = ({ known, format, verdict, signatures }: Verification): boolean =>
  !known && format !== 'other' && verdict !== 'damaged' && signatures.length + (verdict === 'unsigned' ? 1 : 0) > 0;

export function VerifyPage() {
  const { client, connection } = useCore();
  const isDragging = useFileDrag();
  const [state, setState] = useState<State>({ kind: 'waiting' });

  useEffect(() => {
    document.title = `${words.title} – ${t.productName}`;
  }, []);

  const check = async (file: File, trusted: CertificateInfo | null = null): Promise<void> => {
    setState({ kind: 'running', fileName: file.name });
    try {
      const handle = await connection.handOver(file);
      const result = await client.signatures.verify({ handle, fileName: file.name });
      setState({ kind: 'done', result, file, trusted });
    } catch (error) {
      setState({ kind: 'problem', sentence: problemOf(error).sentence });
    }
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file) void check(file);
  };

  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.title}</h1>
        <span className="page-head-space" />
        <FileTrigger
          acceptedFileTypes={['.pdf', '.docx']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) void check(file);
          }}
        >
          <Button kind={state.kind === 'done' ? 'plain' : 'primary'} icon="documentText">
            {state.kind === 'done' ? words.again : words.choose}
          </Button>
        </FileTrigger>
      </header>
      {state.kind === 'problem' && <ProblemNotice sentence={state.sentence} />}
      <div
        className={isDragging ? 'pane-body verify-drop over' : 'pane-body verify-drop'}
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
        role="group"
        aria-label={words.title}
      >
        <div className="column">
          {isDragging && <p className="drop-word">{words.drop}</p>}
          {state.kind === 'waiting' && <p className="soft empty">{words.lead}</p>}
          <p className="soft" role="status">
            {state.kind === 'running' ? `${words.running} ${state.fileName}` : ''}
          </p>
          {state.kind === 'done' && (
            <>
              <Result result={state.result}>
                <VerdictActions
                  file={state.file}
                  result={state.result}
                  trusted={state.trusted}
                  onTrustChanged={(trusted) => void check(state.file, trusted)}
                />
              </Result>
              {canBeSigned(state.result) && (
                <SignFile key={`${state.file.name} ${state.file.lastModified}`} file={state.file} />
              )}
            </>
          )}
        </div>
      </div>
    </div>
  );
}

function Result({ result, children }: { readonly result: Verification; readonly children: ReactNode }) {
  const { icon, tone } = LOOKS[result.verdict];
  const { known } = result;
  return (
    <article className="verdict" aria-label={result.fileName}>
      <p className="soft">{result.fileName}</p>
      <p className={`verdict-sentence ${tone}`} role="status">
        <Icon name={icon} />
        {verificationSentence(result)}
      </p>
      {known ? (
        <p>
          {knownSentence(known)}{' '}
          {known.source === 'letter' ? (
            <Link to="/brief/$ref" params={{ ref: known.paperId }}>
              {words.openLetters}
            </Link>
          ) : (
            <Link to="/ausfertigen/$id" params={{ id: known.paperId }}>
              {words.openKnown}
            </Link>
          )}
        </p>
      ) : (
        <p className="soft">{words.unknown}</p>
      )}
      {known?.withdrawn && (
        <p className="status-item bad">
          <Icon name="warning" small />
          {knownWithdrawn}
        </p>
      )}
      {children}
      <SignatureTable result={result} />
      {result.signatures.length > 0 && result.uncoveredParts.length > 0 && (
        <section>
          <h2>{words.uncovered}</h2>
          <ul>
            {result.uncoveredParts.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </section>
      )}
      <p className="soft small">{words.limits}</p>
    </article>
  );
}
