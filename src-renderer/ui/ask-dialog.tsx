/** Asks before something that cannot be undone. Esc, and a click beside it, leave everything as it is. */
import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

interface Props {
  readonly title: string;
  /** Its place in the handbook. */
  readonly help: string;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

export function AskDialog({ title, help, onCancel, children }: Props) {
  return (
    <ModalOverlay
      className="modal-overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onCancel();
      }}
    >
      <Modal className="modal ask" data-help={help}>
        <Dialog className="dialog" role="alertdialog">
          <Heading slot="title" level={2} className="ask-title">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
