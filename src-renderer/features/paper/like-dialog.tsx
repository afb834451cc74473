/** Which earlier statement a new one begins with: the newest first, found while typing. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useEffectEvent, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { formatGermanDate } from '../../../src-main/base/german-date.ts';
import { useCore } from '../../data/core.ts';
import { PublicityTag } from '../../parts/statement/publicity-tag.tsx';
import { t } from '../../texts/de.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

const words = t.paper.like;
const MOST = 30;

interface Props {
  /** Of the paper that is answered. */
  readonly name: string;
  readonly onChoose: (statementId: string) => void;
  readonly onCancel: () => void;
}

export function LikeDialog({ name, onChoose, onCancel }: Props) {
  const { queries } = useCore();
  const [text, setText] = useState('');
  /** The Enter key was pressed: it means the first hit of what is typed, as soon as that is there. */
  const [isEntered, setEntered] = useState(false);
  const wanted = useDeferredValue(text.trim());
  const { data, isPlaceholderData } = useQuery({
    ...queries.papers.list.queryOptions({ input: { text: wanted, paperType: 'statement', limit: MOST } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const found = data?.items ?? [];
  // Of what is typed now, not of what was typed before.
  const first = isPlaceholderData || wanted !== text.trim() ? undefined : found[0];
  const choose = useEffectEvent((id: string): void => onChoose(id));
  const chosen = isEntered ? first?.id : undefined;
  useEffect(() => {
    if (chosen !== undefined) choose(chosen);
  }, [chosen]);
  return (
    <AskDialog title={words.title} help="mit-einer-stellungnahme-antworten" onCancel={onCancel}>
      <div className="ask-form like-dialog">
        <p>
          <strong>{name}</strong> <span className="soft">{words.lead}</span>
        </p>
        <TextField
          label={words.search}
          type="search"
          value={text}
          autoFocus
          onChange={(typed) => {
            setText(typed);
            setEntered(false);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && text.trim() !== '') setEntered(true);
            else event.continuePropagation();
          }}
        />
        <ListBox
          className="menu like-list"
          aria-label={words.list}
          items={found}
          selectionMode="none"
          onAction={(key) => onChoose(String(key))}
          renderEmptyState={() => <p className="soft empty">{data ? words.none : ''}</p>}
        >
          {(paper) => (
            <ListBoxItem id={paper.id} className="menu-item" textValue={paper.name}>
              <span className="ellipsis">
                <strong>{paper.reference ?? t.statement.noNumber}</strong> {paper.name}
              </span>
              <span className="trailing soft small">{paper.date === null ? '' : formatGermanDate(paper.date)}</span>
              <PublicityTag publicity={paper.publicity} />
            </ListBoxItem>
          )}
        </ListBox>
        <div className="button-row ask-buttons">
          <Button onPress={onCancel}>{t.common.cancel}</Button>
        </div>
      </div>
    </AskDialog>
  );
}
