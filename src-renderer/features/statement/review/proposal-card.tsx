/** One proposal: who, when, what would go and what would come, and the two answers to it. */
import type { PlacedProposal } from '../../../../src-main/contract/proposal/shapes.ts';
import {
  fieldNames,
  proposalKinds,
  proposalStates,
  writtenBy,
} from '../../../../src-main/contract/proposal/texts-de.ts';
import { t } from '../../../texts/de.ts';
import { Button } from '../../../ui/button.tsx';

const words = t.review;

interface Props {
  readonly proposal: PlacedProposal;
  readonly passage: string;
  readonly isChosen: boolean;
  readonly isReadOnly: boolean;
  readonly onShow: () => void;
  readonly onAccept: () => void;
  readonly onRefuse: (isRefused: boolean) => void;
}

export function ProposalCard({ proposal, passage, isChosen, isReadOnly, onShow, onAccept, onRefuse }: Props) {
  const { kind, field, state, place, before, removed, added, after, remark } = proposal;
  return (
    <li className={`review-card ${state}${isChosen ? ' chosen' : ''}`} data-passage={passage}>
      <p className="review-card-head">
        <strong>{proposalKinds[kind]}</strong>
        {field === 'quotation' && <span className="tag">{fieldNames.quotation}</span>}
        <span className="soft ellipsis">{writtenBy(proposal)}</span>
        {state !== 'open' && <span className={`tag ${state}`}>{proposalStates[state]}</span>}
      </p>
      {remark ? (
        <>
          <p className="review-text">{remark.text}</p>
          {after !== '' && <p className="quoted-words">{after}</p>}
        </>
      ) : (
        <p className="review-text changed-words">
          <span className="soft">{before}</span>
          {removed !== '' && <del>{removed}</del>}
          {added !== '' && <ins>{added.replaceAll('\n', '¶\n')}</ins>}
          <span className="soft">{after}</span>
        </p>
      )}
      <div className="button-row">
        {state === 'open' && (
          <>
            <Button isDisabled={isReadOnly} onPress={onAccept}>
              {words.accept}
            </Button>
            <Button kind="quiet" isDisabled={isReadOnly} onPress={() => onRefuse(true)}>
              {words.refuse}
            </Button>
          </>
        )}
        {state === 'refused' && (
          <Button kind="quiet" isDisabled={isReadOnly} onPress={() => onRefuse(false)}>
            {words.reopen}
          </Button>
        )}
        {place ? (
          <Button kind="quiet" onPress={onShow}>
            {words.show}
          </Button>
        ) : (
          <span className="soft small">{words.noPlace}</span>
        )}
      </div>
    </li>
  );
}
