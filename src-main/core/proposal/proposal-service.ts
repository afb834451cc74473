/** Giving a draft out for editing in Word, and deciding about what comes back, proposal by proposal. */
import type { Documents, StoppableFile } from '../../contract/document/delivery.ts';
import type { Ground, Review } from '../../contract/proposal/shapes.ts';
import { proposalTexts } from '../../contract/proposal/texts-de.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import { keptThings } from '../../contract/shared/kept-de.ts';
import { readKept } from '../../contract/shared/read-kept.ts';
import type { Call } from '../../contract/shared/served.ts';
import { statementContentSchema, type StatementContent } from '../../contract/statement/shapes.ts';
import { keptForm } from '../../record/kept-form.ts';
import { attachmentsOf } from '../attachment/attachments-of.ts';
import type { StatementService } from '../drafting/statement-service.ts';
import type { StatementSteps } from '../issue/statement-steps.ts';
import { currentOffice, type Office } from '../office/office-service.ts';
import type { Ports, ReadStores, WriteStores } from '../ports/ports.ts';
import type { StoredReview } from '../ports/review-ports.ts';
import { formSheet, WHOLE_FORM } from '../print/form-sheet.ts';
import { draftOf, findStatement, type LoadedStatement } from '../statement/statement-draft.ts';
import { printedSheet } from '../statement/statement-record.ts';
import { giveCopy, type CopyRequest } from './give-copy.ts';
import { formSheetCopy, NOTHING_NOTED } from './make-copy.ts';
import { applyProposals, Placing, type PlacingInput } from './place-proposals.ts';
import { contentOf, placed, placingOf, shown, sourceOf, wordsAt } from './placed-review.ts';
import { requireDraft } from './require-draft.ts';
import { reviewOfFile, type ReviewContent } from './review-of-file.ts';

type Returned = StoppableFile & { readonly ref: string };
interface Choice {
  readonly id: string;
  readonly ids: readonly string[];
  readonly content: Ground;
}

export interface ProposalService {
  /** Refuses with `publicity-unknown`, `not-editable`. What is given out is kept as a named version. */
  copy(request: CopyRequest, call?: Call): Promise<Documents>;
  /** Refuses like the reader of copies, and with `copy-of-other`. */
  look(file: Returned): Promise<Review>;
  read(file: Returned): Promise<Review>;
  list(ref: string): Promise<Review[]>;
  /** Refuses with `review-missing`, as do all below. */
  place(input: { readonly id: string; readonly content: Ground }): Promise<Review>;
  apply(input: Choice): Promise<{ content: Ground; done: string[]; review: Review }>;
  decide(input: Choice & { readonly isRefused: boolean }): Promise<Review>;
  close(input: { readonly id: string; readonly isClosed: boolean }): Promise<void>;
  /** Refuses with `proposal-missing`, `not-editable`. */
  accept(
    file: Returned & { readonly ids: readonly string[] | null },
  ): Promise<{ done: string[]; left: string[]; review: Review }>;
}

const STATEMENT_VERSION = keptForm(null, [{ schema: statementContentSchema }]);
interface Found {
  readonly loaded: LoadedStatement;
  readonly office: Office;
}

const groundOf = ({ quotation, reply }: StatementContent): Ground => ({ quotation, reply });

export function proposalService(
  ports: Ports,
  steps: StatementSteps,
  { statements }: { readonly statements: Pick<StatementService, 'save'> },
): ProposalService {
  const { database, clock, newId } = ports;
  const find = async (stores: ReadStores | WriteStores, ref: string): Promise<Found> => {
    const office = await currentOffice(stores.office, ports.dataFolder);
    return { office, loaded: await findStatement(stores, ref, office.profile.numberPatterns) };
  };

  /** Of another statement: refused by its name. */
  const requireOwn = async (
    stores: ReadStores,
    { loaded }: Found,
    fileName: string,
    id: string | null,
  ): Promise<void> => {
    if (id === null || id === loaded.paper.id) return;
    const other = await stores.papers.get(id);
    if (!other) return;
    const called = (paper: LoadedStatement['paper']): string => paper.reference ?? (paper.name || paper.id);
    throw new Refusal('copy-of-other', { file: fileName, other: called(other), reference: called(loaded.paper) });
  };

  const examine = async (
    file: Returned,
  ): Promise<{ readonly id: string; readonly content: ReviewContent; readonly now: Ground }> => {
    const returned = await ports.returnedFiles(file);
    return database.read(async (stores) => {
      const found = await find(stores, file.ref);
      const { loaded, office } = found;
      const draft = draftOf(loaded);
      await requireOwn(stores, found, file.fileName, returned.copyOf?.id ?? null);
      const revision = returned.copyOf?.id === draft.id ? returned.copyOf.revision : null;
      const version = revision === null ? undefined : await stores.versions.get('statement', draft.id, revision);
      const given = version && readKept(STATEMENT_VERSION, version.snapshot, keptThings.version);
      const content = given ?? draft.content;
      const entries = await attachmentsOf(stores, draft.id);
      const copy = formSheetCopy(content, '', false, NOTHING_NOTED);
      const sheet = printedSheet(draft.reference, content, office.profile, entries, draft.edition);
      return {
        id: draft.id,
        now: groundOf(draft.content),
        content: reviewOfFile({
          file: returned,
          fileId: ports.sha256(file.bytes).slice(0, 32),
          ground: groundOf(content),
          revision: given ? revision : null,
          form: formSheet(sheet, office.profile, false, { ...WHOLE_FORM, copy }),
        }),
      };
    });
  };

  const stored = async (stores: ReadStores | WriteStores, id: string): Promise<StoredReview> => {
    const review = await stores.reviews.get(id);
    if (!review) throw new Refusal('review-missing');
    return review;
  };
  /** A remark becomes a comment of the statement, with its author and time. */
  const keepRemarks = async (
    stores: WriteStores,
    statementId: string,
    fileId: string,
    input: PlacingInput,
    ids: ReadonlySet<string>,
  ): Promise<string[]> => {
    const done: string[] = [];
    for (const proposal of new Placing(input).all()) {
      const { remark } = proposal;
      if (!remark || !ids.has(proposal.id) || proposal.state === 'applied') continue;
      const id = newId();
      await stores.comments.put(
        {
          id,
          statementId,
          field: proposal.field,
          place: proposal.place,
          words: wordsAt(input.now, proposal.field, proposal.place) || proposal.after,
          text: remark.text,
          author: proposal.author || proposalTexts.nobody,
          writtenAt: proposal.at || clock.now(),
          source: sourceOf(fileId, proposal.id),
          resolvedAt: null,
          resolvedBy: null,
        },
        clock.now(),
      );
      await stores.log.append({ action: 'comment-added', entity: 'comment', entityId: id, revision: null });
      done.push(proposal.id);
    }
    return done;
  };

  const refuse = async (
    stores: WriteStores,
    review: StoredReview,
    refused: readonly string[],
  ): Promise<StoredReview> => {
    const changed = { ...review, refused };
    await stores.reviews.put(changed);
    await stores.log.append({ action: 'proposals-decided', entity: 'review', entityId: review.id, revision: null });
    return changed;
  };

  const apply: ProposalService['apply'] = ({ id, ids, content: now }) =>
    database.write(async (stores) => {
      const review = await stored(stores, id);
      const content = contentOf(review);
      const wanted = new Set(ids);
      const input = await placingOf(stores, review.refused, review.statementId, content, now);
      const applied = applyProposals(input, wanted, newId);
      const remarks = await keepRemarks(
        stores,
        review.statementId,
        content.fileId,
        { ...input, now: applied.now },
        wanted,
      );
      const refused = review.refused.filter((one) => !wanted.has(one));
      const after = refused.length === review.refused.length ? review : await refuse(stores, review, refused);
      return {
        content: applied.now,
        done: [...applied.done, ...remarks],
        review: await placed(stores, after, applied.now),
      };
    });

  const read = async (file: Returned): Promise<Review> => {
    const { id: statementId, content, now } = await examine(file);
    return database.write(async (stores) => {
      requireDraft((await find(stores, statementId)).loaded);
      // The same file once more: what was decided about it stays decided.
      for (const open of await stores.reviews.openOf(statementId))
        if (contentOf(open).fileId === content.fileId) return placed(stores, open, now);
      const review = {
        id: newId(),
        statementId,
        fileName: file.fileName,
        content: JSON.stringify(content),
        refused: [],
        at: clock.now(),
        closedAt: null,
      };
      await stores.reviews.put(review);
      await stores.log.append({ action: 'copy-returned', entity: 'review', entityId: review.id, revision: null });
      return placed(stores, { ...review, actor: ports.userName() }, now);
    });
  };

  return {
    copy: giveCopy(ports, steps),
    look: async (file) => {
      const { id, content, now } = await examine(file);
      return database.read(async (stores) => {
        const input = await placingOf(stores, [], id, content, now);
        return shown({ id: null, fileName: file.fileName, at: clock.now(), actor: ports.userName() }, content, input);
      });
    },
    read,
    list: (ref) =>
      database.read(async (stores) => {
        const { loaded } = await find(stores, ref);
        const now = groundOf(draftOf(loaded).content);
        const reviews: Review[] = [];
        for (const review of await stores.reviews.openOf(loaded.paper.id))
          reviews.push(await placed(stores, review, now));
        return reviews;
      }),
    place: ({ id, content }) => database.read(async (stores) => placed(stores, await stored(stores, id), content)),
    apply,
    decide: ({ id, ids, isRefused, content }) =>
      database.write(async (stores) => {
        const review = await stored(stores, id);
        const { fileId } = contentOf(review);
        const wanted = new Set(ids);
        const others = review.refused.filter((one) => !wanted.has(one));
        if (isRefused)
          for (const comment of await stores.comments.of(review.statementId))
            if (comment.source !== null && ids.some((one) => comment.source === sourceOf(fileId, one)))
              await stores.comments.remove(comment.id);
        return placed(stores, await refuse(stores, review, isRefused ? [...others, ...wanted] : others), content);
      }),
    close: ({ id, isClosed }) =>
      database.write(async (stores) => {
        const review = await stored(stores, id);
        await stores.reviews.put({ ...review, closedAt: isClosed ? clock.now() : null });
        await stores.log.append({ action: 'review-closed', entity: 'review', entityId: id, revision: null });
      }),
    accept: async ({ ids, ...file }) => {
      const { content, id: statementId } = await examine(file);
      const known = new Set(content.proposals.map((proposal) => proposal.id));
      const unknown = (ids ?? []).filter((one) => !known.has(one));
      if (unknown.length > 0) throw new Refusal('proposal-missing', { ids: unknown.join(', '), file: file.fileName });
      const wanted = new Set(ids ?? known);
      const { draft, input } = await database.read(async (stores) => {
        const { loaded } = await find(stores, statementId);
        requireDraft(loaded);
        const current = draftOf(loaded);
        const now = groundOf(current.content);
        return { draft: current, input: await placingOf(stores, [], statementId, content, now) };
      });
      const applied = applyProposals(input, wanted, newId);
      if (applied.done.length > 0)
        await statements.save({
          id: draft.id,
          expectedRevision: draft.revision,
          content: { ...draft.content, ...applied.now },
        });
      const given = { ...input, now: applied.now };
      return database.write(async (stores) => {
        const remarks = await keepRemarks(stores, statementId, content.fileId, given, wanted);
        const after = await placingOf(stores, [], statementId, content, applied.now);
        const review = shown(
          { id: null, fileName: file.fileName, at: clock.now(), actor: ports.userName() },
          content,
          after,
        );
        const left = review.proposals.filter(({ id, state }) => wanted.has(id) && state !== 'applied');
        return { done: [...applied.done, ...remarks], left: left.map(({ id }) => id), review };
      });
    },
  };
}
