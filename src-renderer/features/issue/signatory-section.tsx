/** Who signs and which unit sends: changeable until the issue, without going back to the draft. */
import { useState } from 'react';
import type { Signatory } from '../../../src-main/record/basics.ts';
import type { StatementContent } from '../../../src-main/contract/statement/shapes.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { SuggestField } from '../../ui/suggest-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useNames } from '../../parts/statement/use-names.ts';

const words = t.issue.signatory;

interface Props {
  readonly content: StatementContent;
  readonly isEditable: boolean;
  readonly isWorking: boolean;
  /** Released already: what the check then finds needs a reason. */
  readonly asksReason: boolean;
  readonly onSave: (signatory: Signatory, leadUnit: string, reason: string) => void;
}

export function SignatorySection({ content, isEditable, isWorking, asksReason, onSave }: Props) {
  const names = useNames();
  const [signatory, setSignatory] = useState<Signatory>(content.signatory ?? { name: '', role: null, prefix: null });
  const [leadUnit, setLeadUnit] = useState(content.leadUnit);
  const [reason, setReason] = useState('');
  const line = [signatory.prefix, signatory.name].filter(Boolean).join(' ');
  const isChanged =
    leadUnit !== content.leadUnit ||
    signatory.name !== (content.signatory?.name ?? '') ||
    (signatory.role ?? '') !== (content.signatory?.role ?? '') ||
    (signatory.prefix ?? '') !== (content.signatory?.prefix ?? '');
  return (
    <Section
      title={words.title}
      summary={[line || words.none, signatory.role].filter(Boolean).join(', ')}
      help="wer-unterzeichnet"
    >
      <div className="grid-signatory">
        <SuggestField
          label={t.statement.signatoryPrefix}
          value={signatory.prefix ?? ''}
          suggestions={t.statement.prefixes}
          isReadOnly={!isEditable}
          onChange={(prefix) => setSignatory({ ...signatory, prefix: prefix === '' ? null : prefix })}
        />
        <SuggestField
          label={t.statement.signatoryName}
          value={signatory.name}
          suggestions={[...new Set([...names.signatories.map(({ name }) => name), ...names.persons])]}
          isReadOnly={!isEditable}
          onChange={(name) => {
            const known = names.signatories.find((entry) => entry.name === name);
            setSignatory(known ? { name, role: known.role, prefix: known.prefix } : { ...signatory, name });
          }}
        />
        <TextField
          label={t.statement.signatoryRole}
          value={signatory.role ?? ''}
          isReadOnly={!isEditable}
          onChange={(role) => setSignatory({ ...signatory, role: role === '' ? null : role })}
        />
      </div>
      <SuggestField
        label={words.leadUnit}
        value={leadUnit}
        suggestions={names.units}
        isReadOnly={!isEditable}
        onChange={setLeadUnit}
      />
      {isEditable && asksReason && isChanged && <TextField label={words.reason} value={reason} onChange={setReason} />}
      {isEditable && (
        <div className="button-row">
          <Button
            isDisabled={!isChanged || isWorking || signatory.name === '' || leadUnit === ''}
            onPress={() => onSave(signatory, leadUnit, reason)}
          >
            {words.save}
          </Button>
          <span className="soft small">{words.hint}</span>
        </div>
      )}
    </Section>
  );
}
