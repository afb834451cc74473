/** What the statement answers: number and originators. A number that is typed in full brings what the register knows. */
import { useState } from 'react';
import type { AnsweredPaper, StatementContent } from '../../../src-main/contract/statement/shapes.ts';
import { useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { OriginatorFields } from './originator-fields.tsx';

interface Props {
  readonly content: StatementContent;
  readonly onChange: (part: Partial<StatementContent>) => void;
  readonly organizations: readonly string[];
  readonly persons: readonly string[];
  readonly isReadOnly: boolean;
}

const EMPTY: AnsweredPaper = { reference: '', paperType: 'other', originators: [], printedOriginators: '' };

/** The number is taken over when one leaves the field: half-typed numbers must not enter the register. */
function ReferenceField({
  answer,
  onCommit,
  isReadOnly,
}: {
  readonly answer: AnsweredPaper;
  readonly onCommit: (reference: string) => void;
  readonly isReadOnly: boolean;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = (): void => {
    if (typed !== null && typed.trim() !== answer.reference) onCommit(typed.trim());
    setTyped(null);
  };
  return (
    <TextField
      label={t.statement.answersReference}
      value={typed ?? answer.reference}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
      isReadOnly={isReadOnly}
      placeholder={t.paper.referenceHint}
    />
  );
}

export function AnswerFields({ content, onChange, organizations, persons, isReadOnly }: Props) {
  const { client } = useCore();
  const [unknown, setUnknown] = useState<string | null>(null);
  const { answers } = content;
  const put = (index: number, part: Partial<AnsweredPaper>): void =>
    onChange({ answers: answers.map((answer, at) => (at === index ? { ...answer, ...part } : answer)) });

  const commit = async (index: number, reference: string): Promise<void> => {
    setUnknown(null);
    if (reference === '') {
      put(index, { reference });
      return;
    }
    try {
      const found = await client.papers.get({ ref: reference });
      const isFresh = content.quotation.content.length === 0;
      const next = answers.map((answer, at) =>
        at === index
          ? {
              reference: found.content.reference,
              paperType: found.content.paperType,
              originators: found.content.originators,
              printedOriginators: '',
            }
          : answer,
      );
      onChange({
        answers: next,
        ...(content.name === '' && { name: found.content.name }),
        ...(isFresh && { quotation: found.content.text }),
      });
    } catch {
      setUnknown(reference);
      put(index, { reference });
    }
  };

  return (
    <div className="answers">
      <h3 className="label soft">{t.statement.answers}</h3>
      {answers.map((answer, index) => (
        <div key={index} className="answer">
          <div className="answer-reference">
            <ReferenceField
              answer={answer}
              isReadOnly={isReadOnly}
              onCommit={(reference) => void commit(index, reference)}
            />
            {!isReadOnly && (
              <IconButton
                icon="remove"
                size="row"
                label={t.statement.removeAnswer(answer.reference)}
                onPress={() => onChange({ answers: answers.filter((_, at) => at !== index) })}
              />
            )}
          </div>
          <OriginatorFields
            value={answer.originators}
            organizations={organizations}
            persons={persons}
            isReadOnly={isReadOnly}
            onChange={(originators) => put(index, { originators, printedOriginators: '' })}
          />
        </div>
      ))}
      {unknown !== null && (
        <p className="soft small" role="status">
          {t.statement.answersUnknown(unknown)}
        </p>
      )}
      {!isReadOnly && (
        <div>
          <Button kind="link" icon="add" onPress={() => onChange({ answers: [...answers, EMPTY] })}>
            {t.statement.addAnswer}
          </Button>
        </div>
      )}
    </div>
  );
}
