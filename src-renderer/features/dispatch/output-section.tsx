/** Copies, labels and envelopes as files. */
import { useState } from 'react';
import type { Delivery } from '../../../src-main/contract/document/delivery.ts';
import {
  ENVELOPE_FORMAT_IDS,
  LABEL_FORMAT_IDS,
  LABEL_FORMATS,
  type EnvelopeFormatId,
  type LabelFormatId,
} from '../../../src-main/contract/distribution/sheet-formats.ts';
import type { PrintRequest } from '../../../src-main/contract/shell/procedures.ts';
import { useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

const words = t.dispatch.output;
type Form = keyof typeof words.copiesMenu;

interface Props {
  /** Names the paper. */
  readonly paper: string;
  readonly isDisabled: boolean;
  readonly onDeliver: (work: () => Promise<Delivery>) => void;
  readonly onPrint: (request: PrintRequest) => void;
}

export function OutputSection({ paper, isDisabled, onDeliver, onPrint }: Props) {
  const { client } = useCore();
  const [label, setLabel] = useState<LabelFormatId>('70x37');
  const [start, setStart] = useState('1');
  const [envelope, setEnvelope] = useState<EnvelopeFormatId>('dl');
  const sheet = LABEL_FORMATS.find(({ id }) => id === label) ?? LABEL_FORMATS[0];
  const first = Math.min(sheet.columns * sheet.rows, Math.max(1, Number(start) || 1));
  const copies = (form: Form): void =>
    onDeliver(() =>
      client.distribution.deliverCopies({
        ref: paper,
        form: form === 'files' ? 'files' : 'combined',
        duplex: form === 'duplex',
      }),
    );
  return (
    <Section title={words.title} summary={words.summary} help="kopien-ausgeben">
      <div className="button-row">
        <MenuButton
          label={words.copies}
          entries={(Object.keys(words.copiesMenu) as Form[]).map((id) => ({
            id,
            text: words.copiesMenu[id],
            icon: 'documentText',
          }))}
          onChoose={copies}
          isDisabled={isDisabled}
          help="kopien-ausgeben"
        />
      </div>
      <div className="output-row">
        <Select
          label={words.labelFormat}
          value={label}
          choices={LABEL_FORMAT_IDS.map((id) => ({ id, text: t.dispatch.labelFormats[id] }))}
          onChange={setLabel}
        />
        <TextField label={words.labelStart} value={start} inputMode="numeric" onChange={setStart} />
        <span className="output-actions">
          <Button
            isDisabled={isDisabled}
            onPress={() =>
              onDeliver(() => client.distribution.deliverLabels({ ref: paper, format: label, start: first }))
            }
          >
            {words.labels}
          </Button>
          <IconButton
            icon="print"
            label={words.printLabels}
            isDisabled={isDisabled}
            onPress={() => onPrint({ kind: 'labels', ref: paper, format: label, start: first })}
          />
        </span>
      </div>
      <div className="output-row">
        <Select
          label={words.envelopeFormat}
          value={envelope}
          choices={ENVELOPE_FORMAT_IDS.map((id) => ({ id, text: t.dispatch.envelopeFormats[id] }))}
          onChange={setEnvelope}
        />
        <span />
        <span className="output-actions">
          <Button
            isDisabled={isDisabled}
            onPress={() => onDeliver(() => client.distribution.deliverEnvelopes({ ref: paper, format: envelope }))}
          >
            {words.envelopes}
          </Button>
          <IconButton
            icon="print"
            label={words.printEnvelopes}
            isDisabled={isDisabled}
            onPress={() => onPrint({ kind: 'envelopes', ref: paper, format: envelope })}
          />
        </span>
      </div>
    </Section>
  );
}
