import type { StatementContent, StatementDraft } from '../../../src-main/contract/statement/shapes.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { sameContent } from '../../parts/statement/same-content.ts';

/** What stands in the place of a date is told as the date. */
const part = (content: StatementContent, key: keyof StatementContent): unknown =>
  key === 'date' ? [content.date, content.unreadDate] : content[key];

interface Props {
  readonly mine: StatementContent;
  readonly theirs: StatementDraft;
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}

export function ConflictNotice({ mine, theirs, onTakeTheirs, onKeepMine }: Props) {
  const keys = Object.keys(t.conflict.fieldNames) as (keyof typeof t.conflict.fieldNames)[];
  const different = keys.filter((key) => !sameContent(part(mine, key), part(theirs.content, key)));
  return (
    <div className="notice warn" role="alert">
      <Icon name="warning" />
      <div className="notice-body">
        <strong>{t.conflict.title}</strong>{' '}
        {t.conflict.fields(different.map((key) => t.conflict.fieldNames[key]).join(', '))}
      </div>
      <Button onPress={onTakeTheirs}>{t.conflict.takeTheirs}</Button>
      <Button onPress={onKeepMine}>{t.conflict.keepMine}</Button>
    </div>
  );
}
