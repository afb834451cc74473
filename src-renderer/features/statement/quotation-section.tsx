/** The quoted paper: visibly a quotation, protected until somebody unlocks it knowingly. */
import { memo } from 'react';
import type { Editor } from '@tiptap/core';
import type { RichText } from '../../../src-main/record/rich-text/rich-text.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/section.tsx';
import type { KeptEditors } from '../../parts/editor/kept-editors.ts';
import { RichTextEditor } from '../../parts/editor/rich-text-editor.tsx';
import { useFoundField } from '../../parts/statement/found-place.ts';

interface Props {
  readonly value: RichText;
  readonly keptIn: KeptEditors;
  readonly source: string | null;
  readonly isLocked: boolean;
  readonly isReadOnly: boolean;
  readonly onChange: (value: RichText) => void;
  readonly onEditor: (editor: Editor | null) => void;
  readonly onFocus: () => void;
  readonly onUnlock: () => void;
  readonly onOpenReference: (reference: string) => void;
}

/** The hash behind the source is for the record; people read where it came from. */
const shownSource = (source: string): string => source.replace(/\s*\(SHA-256 [0-9a-f]+\)$/, '');

export const QuotationSection = memo(function QuotationSection(props: Props) {
  const { value, source, isLocked, isReadOnly } = props;
  const found = useFoundField();
  const summary =
    value.content.length === 0 ? t.statement.quotationEmpty : t.statement.quotationParagraphs(value.content.length);
  return (
    <Section
      title={t.statement.quotation}
      help="zitat-der-vorlage"
      startsOpen={found === 'quotation'}
      summary={summary}
      aside={
        isLocked && (
          <span className="tag">
            <Icon name="lock" small />
            {t.statement.quotationLocked(shownSource(source ?? ''))}
          </span>
        )
      }
    >
      {isLocked && !isReadOnly && (
        <p className="soft small quotation-hint">
          {t.statement.quotationUnlockHint}{' '}
          <Button kind="link" onPress={props.onUnlock}>
            {t.statement.quotationUnlock}
          </Button>
        </p>
      )}
      <div className="quotation">
        <RichTextEditor
          label={t.statement.quotation}
          value={value}
          keptIn={props.keptIn}
          place="quotation"
          onChange={props.onChange}
          onEditor={props.onEditor}
          onFocus={props.onFocus}
          onOpenReference={props.onOpenReference}
          isReadOnly={isLocked || isReadOnly}
        />
      </div>
    </Section>
  );
});
