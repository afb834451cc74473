/** A picture of the window, small in the text; a press shows it in full size. */
import { pictures } from '../../../docs/handbuch.md';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { t } from '../../texts/de.ts';
import { IconButton } from '../../ui/button.tsx';
import type { Block } from './handbook.ts';

export function HandbookPicture({ picture }: { readonly picture: Extract<Block, { kind: 'picture' }> }) {
  const { alt, width, height } = picture;
  const source = pictures[picture.file];
  return (
    <DialogTrigger>
      <AriaButton className="handbook-picture" aria-label={t.handbook.enlarge(alt)}>
        <img src={source} alt={alt} width={width} height={height} />
      </AriaButton>
      <ModalOverlay className="modal-overlay" isDismissable>
        <Modal className="modal handbook-large">
          <Dialog className="dialog" aria-label={t.handbook.picture}>
            <div className="handbook-large-head">
              <p>{alt}</p>
              <IconButton icon="dismiss" label={t.common.close} slot="close" />
            </div>
            <img src={source} alt={alt} width={width} height={height} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
