/** Which program this is: versions, licences of everything in it, and the error report for a helper. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { problemOf, useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { LicenceList } from './licence-list.tsx';

interface Props {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** Resolves to the names of the files that arrived. */
  readonly onErrorReport: () => Promise<readonly string[]>;
}

export function AboutDialog(props: Props) {
  return (
    <ModalOverlay className="modal-overlay" isOpen={props.isOpen} onOpenChange={props.onOpenChange} isDismissable>
      <Modal className="modal about" data-help="über-stellwerk">
        <Dialog className="dialog about-dialog">
          <AboutContent {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function AboutContent({ onOpenChange, onErrorReport }: Props) {
  const { queries } = useCore();
  const { data, error } = useQuery(queries.shell.about.queryOptions({ staleTime: Infinity }));
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState<readonly string[]>([]);

  const save = (): void => {
    setProblem(null);
    onErrorReport().then(setSaved, (failure: unknown) => setProblem(problemOf(failure).sentence));
  };

  return (
    <>
      <Heading slot="title" className="about-title">
        {t.about.title}
      </Heading>
      <p className="soft">{t.about.purpose}</p>
      {error && <ProblemNotice sentence={problemOf(error).sentence} />}
      {data && (
        <>
          <dl className="about-facts">
            <dt>{t.productName}</dt>
            <dd>{data.version}</dd>
            {data.components.map(({ name, version }) => (
              <div key={name} className="about-fact">
                <dt>{name}</dt>
                <dd>{version}</dd>
              </div>
            ))}
            <dt>{t.about.system}</dt>
            <dd>{data.system}</dd>
            <dt>{t.about.licence}</dt>
            <dd>{data.licence}</dd>
          </dl>
          <LicenceList packages={data.packages} />
        </>
      )}
      {problem !== null && <ProblemNotice sentence={problem} onClose={() => setProblem(null)} />}
      <footer className="about-foot">
        <span className="soft" role="status">
          {saved.length > 0 ? t.about.reportSaved(saved.join(', ')) : t.about.reportHint}
        </span>
        <Button icon="documentText" onPress={save}>
          {t.about.saveReport}
        </Button>
        <Button kind="primary" onPress={() => onOpenChange(false)}>
          {t.common.close}
        </Button>
      </footer>
    </>
  );
}
