/** Comments at passages of a statement: written, resolved, found again after the text changed. No file that leaves holds them. */
import type { Comment } from '../../contract/comment/shapes.ts';
import type { Passage, TextField } from '../../contract/proposal/shapes.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import { normaliseText } from '../../base/normalise.ts';
import { textBlocks } from '../../record/rich-text/plain-text.ts';
import type { StatementContent } from '../../contract/statement/shapes.ts';
import { currentOffice } from '../office/office-service.ts';
import type { Ports, ReadStores, WriteStores } from '../ports/ports.ts';
import type { StoredComment } from '../ports/review-ports.ts';
import { draftOf, findStatement } from '../statement/statement-draft.ts';
import { placeComment } from './place-comment.ts';

export interface CommentService {
  /** In the order of the text; those without a place behind. */
  list(ref: string): Promise<Comment[]>;
  /** Refuses with `not-found`, `not-editable`. The same id again is the same comment. */
  add(input: {
    readonly id: string;
    readonly ref: string;
    readonly field: TextField;
    readonly place: Passage;
    readonly words: string;
    readonly text: string;
  }): Promise<Comment>;
  /** Refuses with `comment-missing`, as does `resolve`. */
  edit(input: { readonly id: string; readonly text: string }): Promise<Comment>;
  resolve(input: { readonly id: string; readonly isResolved: boolean }): Promise<Comment>;
  place(input: {
    readonly ref: string;
    readonly places: readonly {
      readonly id: string;
      readonly field: TextField;
      readonly place: Passage;
      readonly words: string;
    }[];
  }): Promise<void>;
}

const shown = ({ statementId: _statement, source: _source, ...comment }: StoredComment): Comment => comment;

/** Beside the texts as they are now, in their order. */
export function placedComments(comments: readonly StoredComment[], content: StatementContent): StoredComment[] {
  const order = new Map(
    (['quotation', 'reply'] as const).flatMap((field) =>
      textBlocks(content[field].content).map(({ id }, at) => [`${field} ${id ?? ''}`, at] as const),
    ),
  );
  const rank = ({ field, place }: StoredComment): readonly number[] => {
    const at = place === null ? undefined : order.get(`${field} ${place.block}`);
    return at === undefined || place === null ? [2, 0, 0] : [field === 'quotation' ? 0 : 1, at, place.start];
  };
  return comments
    .map((comment) => ({ ...comment, place: placeComment(content[comment.field], comment.place, comment.words) }))
    .map((comment) => ({ comment, key: rank(comment) }))
    .sort((a, b) => a.key.reduce((found, value, at) => found || value - (b.key[at] ?? 0), 0))
    .map(({ comment }) => comment);
}

export function commentService(ports: Ports): CommentService {
  const { database, clock } = ports;
  const find = async (stores: ReadStores | WriteStores, ref: string) => {
    const { profile } = await currentOffice(stores.office, ports.dataFolder);
    const loaded = await findStatement(stores, ref, profile.numberPatterns);
    return { loaded, draft: draftOf(loaded) };
  };
  const change = (id: string, changes: (comment: StoredComment) => StoredComment): Promise<Comment> =>
    database.write(async (stores) => {
      const comment = await stores.comments.get(id);
      if (!comment) throw new Refusal('comment-missing');
      const changed = changes(comment);
      await stores.comments.put(changed, clock.now());
      await stores.log.append({ action: 'comment-changed', entity: 'comment', entityId: id, revision: null });
      return shown(changed);
    });
  return {
    list: (ref) =>
      database.read(async (stores) => {
        const { draft } = await find(stores, ref);
        return placedComments(await stores.comments.of(draft.id), draft.content).map(shown);
      }),
    add: ({ id, ref, field, place, words, text }) =>
      database.write(async (stores) => {
        const { draft } = await find(stores, ref);
        if (draft.state !== 'draft')
          throw new Refusal('not-editable', { reference: draft.reference ?? draft.id, state: draft.state });
        const known = await stores.comments.get(id);
        if (known) return shown(known);
        const comment: StoredComment = {
          id,
          statementId: draft.id,
          field,
          place,
          words,
          text: normaliseText(text).trim(),
          author: ports.userName(),
          writtenAt: clock.now(),
          source: null,
          resolvedAt: null,
          resolvedBy: null,
        };
        await stores.comments.put(comment, clock.now());
        await stores.log.append({ action: 'comment-added', entity: 'comment', entityId: id, revision: null });
        return shown(comment);
      }),
    edit: ({ id, text }) => change(id, (comment) => ({ ...comment, text: normaliseText(text).trim() })),
    resolve: ({ id, isResolved }) =>
      change(id, (comment) => ({
        ...comment,
        resolvedAt: isResolved ? clock.now() : null,
        resolvedBy: isResolved ? ports.userName() : null,
      })),
    place: ({ ref, places }) =>
      database.write(async (stores) => {
        const { draft } = await find(stores, ref);
        for (const { id, field, place, words } of places) {
          const comment = await stores.comments.get(id);
          if (comment?.statementId !== draft.id) continue;
          await stores.comments.put({ ...comment, field, place, words }, clock.now());
          await stores.log.append({ action: 'comment-changed', entity: 'comment', entityId: id, revision: null });
        }
      }),
  };
}
