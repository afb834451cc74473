/** The head of a statement's page: which one it is, and what can be done with it as a whole. */
import { memo } from 'react';
import { Link } from '@tanstack/react-router';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import type { StatementContent, StatementDraft } from '../../../src-main/contract/statement/shapes.ts';
import { MoreMenu, type MoreEntry } from '../../parts/bin/more-menu.tsx';
import { LetterMenu } from '../../parts/letter/letter-menu.tsx';
import { FieldPlace } from '../../parts/statement/field-place.tsx';
import { PublicityTag } from '../../parts/statement/publicity-tag.tsx';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ViewSwitch, type View } from '../../ui/view-switch.tsx';
import { ExportMenu, type ExportChoice } from './export-menu.tsx';
import { GiveNumberButton } from './number-field.tsx';

export type NextPage = '/ausfertigen/$id' | '/fassungen/$id';

export interface HeadHandlers {
  readonly onView: (view: View) => void;
  readonly onGiveNumber: () => void;
  readonly onLeave: (to: NextPage) => void;
  readonly onFlush: () => Promise<void>;
  readonly onReview: () => void;
  readonly onGiveCopy: () => void;
  readonly onReadCopy: () => void;
  readonly onDiscard: () => void;
  readonly onExport: (choice: ExportChoice) => void;
}

interface Props {
  readonly draft: Pick<StatementDraft, 'id' | 'reference' | 'state' | 'edition'>;
  readonly content: Pick<StatementContent, 'name' | 'date' | 'publicity'>;
  readonly view: View;
  readonly isBusy: boolean;
  /** Proposals and comments that wait for somebody. */
  readonly waiting: number;
  /** The same from one drawing to the next. */
  readonly on: HeadHandlers;
}

const isSame = (before: Props, after: Props): boolean =>
  (['id', 'reference', 'state', 'edition'] as const).every((key) => before.draft[key] === after.draft[key]) &&
  (['name', 'date', 'publicity'] as const).every((key) => before.content[key] === after.content[key]) &&
  (['view', 'isBusy', 'waiting', 'on'] as const).every((key) => before[key] === after[key]);

/** Drawn anew only when something it shows changes, not with every key in the text. */
export const StatementHead = memo(function StatementHead({ draft, content, view, isBusy, waiting, on }: Props) {
  const isReadOnly = draft.state !== 'draft';
  const isImported = draft.state === 'imported';
  const isIssued = draft.state === 'issued' || draft.state === 'dispatched';
  const year = content.date === null ? null : Number(content.date.slice(0, 4));
  const copies: MoreEntry[] = isReadOnly
    ? []
    : [
        { id: 'give', text: t.review.give, icon: 'documentEdit', onChoose: on.onGiveCopy },
        { id: 'read', text: t.review.read, icon: 'arrowImport', onChoose: on.onReadCopy },
      ];
  return (
    <header className="page-head">
      <span className="page-reference soft">{draft.reference ?? t.statement.noNumber}</span>
      <h1 className="ellipsis">{content.name || t.statement.unnamed}</h1>
      <span className="tag">{t.states[draft.state]}</span>
      <PublicityTag publicity={content.publicity} />
      <span className="page-head-space" />
      <ViewSwitch view={view} onChange={on.onView} />
      {draft.reference === null && !isReadOnly && (
        <FieldPlace field="reference">
          <GiveNumberButton id={draft.id} year={year} onGive={on.onGiveNumber} />
        </FieldPlace>
      )}
      {waiting > 0 && (
        <TooltipTrigger delay={500}>
          <AriaButton className="button plain" aria-label={t.review.open(waiting)} onPress={on.onReview}>
            <Icon name="comment" />
            {waiting.toLocaleString('de-DE')}
          </AriaButton>
          <Tooltip className="popover tooltip">{t.review.open(waiting)}</Tooltip>
        </TooltipTrigger>
      )}
      <Button icon="certificate" onPress={() => on.onLeave('/ausfertigen/$id')}>
        {t.issue.open}
      </Button>
      <LetterMenu paperId={draft.id} onLeave={on.onFlush} />
      <MoreMenu
        others={copies}
        onVersions={() => on.onLeave('/fassungen/$id')}
        onDiscard={draft.edition === 1 && (!isReadOnly || isImported) ? on.onDiscard : undefined}
      />
      <ExportMenu onExport={on.onExport} isDisabled={isBusy} kind={isIssued ? 'plain' : 'primary'} />
      {isIssued && (
        <Link to="/versand/$ref" params={{ ref: draft.id }} className="button primary">
          {t.dispatch.open}
        </Link>
      )}
    </header>
  );
}, isSame);
