/** Statements: create from what they answer, read, save without overwriting others, number, preview. */
import { Refusal } from '../../contract/shared/errors.ts';
import { DRAFT_SCHEMA, type StatementRecord } from '../../record/statement-record.ts';
import type { StatementContent, StatementDraft } from '../../contract/statement/shapes.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import { formSheet } from '../print/form-sheet.ts';
import { previewDocument } from '../print/preview-document.ts';
import { changeNumber } from './change-number.ts';
import { requireStatementNumber, takeNumber, typedBy } from '../number/give-number.ts';
import { refuseStep, requireStep } from '../statement/steps.ts';
import { currentOffice } from '../office/office-service.ts';
import { findPaper } from '../paper/find-paper.ts';
import { formatReference } from '../paper/paper-reference.ts';
import { requireDecided } from '../paper/publicity.ts';
import type { Ports, ReadStores, UnprintableCharacter, WriteStores } from '../ports/ports.ts';
import { attachmentsOf } from '../attachment/attachments-of.ts';
import { likeEarlier, newStatementContent } from '../statement/new-statement.ts';
import { writeStatement, type StatementWrite } from '../statement/save-statement.ts';
import { NOTHING_ABOUT_ME, preferencesSchema, type AboutMe } from '../../contract/settings/shapes.ts';
import { setField } from './set-field.ts';
import { requireRevision, requireUnchanged } from '../unchanged.ts';
import { cleanContent } from '../statement/statement-content.ts';
import { draftOf, findStatement, loadStatement, type LoadedStatement } from '../statement/statement-draft.ts';
import { printedSheet, toRecord, toSheet, type StatementSheet } from '../statement/statement-record.ts';

export type UndecidedDraft = StatementSheet & { readonly schema: typeof DRAFT_SCHEMA };

export interface StatementService {
  create(input: {
    readonly id: string;
    readonly answers: string | null;
    readonly name: string | null;
    readonly leadUnit: string | null;
    readonly number: string | null;
    /** An earlier statement whose reply, unit, contact and signatory the new one begins with. */
    readonly like?: string | null | undefined;
  }): Promise<StatementDraft>;
  get(ref: string): Promise<StatementDraft>;
  /** The whole record; what leaves the office in files is `printedRecord`. Refuses with `publicity-unknown`. */
  record(ref: string): Promise<StatementRecord>;
  /** The record; before anybody decided about the publicity, the draft under a schema of its own that no import takes for a record. */
  show(ref: string): Promise<StatementRecord | UndecidedDraft>;
  /** Refuses with `conflict` and the stored state when someone saved in between. */
  save(input: {
    readonly id: string;
    readonly expectedRevision: number;
    readonly content: StatementContent;
  }): Promise<StatementDraft>;
  /** The content of an earlier version as a save of its own; the number and a locked quotation stay. Refuses with `conflict`, `not-editable`. */
  restore(input: {
    readonly id: string;
    readonly expectedRevision: number;
    readonly content: StatementContent;
  }): Promise<StatementDraft>;
  setField(input: { readonly ref: string; readonly field: string; readonly value: string }): Promise<StatementDraft>;
  /** The next number for null, none for "", else the one that was typed. */
  giveNumber(input: {
    readonly id: string;
    readonly reference: string | null;
    /** The number it bore when it was read; refuses with `conflict` when it bears another. */
    readonly read?: string | null;
  }): Promise<StatementDraft>;
  unlockQuotation(id: string): Promise<StatementDraft>;
  /** A statement that was imported finished becomes a draft. Refuses with `step-forbidden`. */
  takeUp(ref: string): Promise<StatementDraft>;
  /**
   * Takes back that it was taken up: it is finished again, as it is now. Refuses with `conflict` when it is another than what was read,
   * with `step-forbidden` when it was never taken up or was released since.
   */
  putBack(input: { readonly id: string; readonly expectedRevision: number }): Promise<StatementDraft>;
  preview(input: {
    readonly id: string;
    readonly content: StatementContent;
  }): Promise<{ handle: string; unprintable: UnprintableCharacter[] }>;
}

function writeOf(loaded: LoadedStatement, action: StatementWrite['action']): StatementWrite {
  const draft = draftOf(loaded);
  return {
    ...draft,
    originalReference: loaded.paper.originalReference,
    revision: draft.revision + 1,
    action,
    answeredText: draft.content.quotation,
  };
}

/** What the person said of themselves; a value that cannot be read is none. */
async function aboutMe(stores: Pick<ReadStores, 'preferences'>, user: string): Promise<AboutMe> {
  const stored = preferencesSchema.shape.aboutMe.safeParse((await stores.preferences.all())['aboutMe']);
  return (stored.success ? stored.data[user] : undefined) ?? NOTHING_ABOUT_ME;
}

export function statementService(ports: Ports): StatementService {
  const { database, clock, newId } = ports;
  const profileOf = async (stores: Pick<ReadStores, 'office'>) =>
    (await currentOffice(stores.office, ports.dataFolder)).profile;
  const requireEditable = (loaded: LoadedStatement): void => {
    if (loaded.statement.state === 'imported') requireStep(loaded, 'edit');
    if (loaded.statement.state !== 'draft') {
      throw new Refusal('not-editable', {
        reference: loaded.paper.reference ?? loaded.paper.id,
        state: loaded.statement.state,
      });
    }
  };

  const update = (
    ref: string,
    action: StatementWrite['action'],
    change: (
      loaded: LoadedStatement,
      stores: WriteStores,
      patterns: Awaited<ReturnType<typeof profileOf>>['numberPatterns'],
    ) => Promise<Partial<StatementWrite>> | Partial<StatementWrite>,
    mayTakeUp = false,
  ): Promise<StatementDraft> =>
    database.write(async (stores) => {
      const profile = await profileOf(stores);
      const loaded = await findStatement(stores, ref, profile.numberPatterns);
      const takesUp = mayTakeUp && loaded.statement.state === 'imported';
      if (!takesUp) requireEditable(loaded);
      const { id, revision } = loaded.paper;
      if (takesUp)
        await stores.log.append({ action: 'statement-taken-up', entity: 'statement', entityId: id, revision });
      const begun = writeOf(loaded, action);
      const write = {
        ...begun,
        ...(takesUp && { state: 'draft' as const }),
        ...(await change(loaded, stores, profile.numberPatterns)),
      };
      return writeStatement(stores, write, { now: clock.now(), newId, patterns: profile.numberPatterns });
    });

  const whole = (ref: string) =>
    database.read(async (stores) => {
      const profile = await profileOf(stores);
      const draft = draftOf(await findStatement(stores, ref, profile.numberPatterns));
      return { ...draft, attachments: await attachmentsOf(stores, draft.id) };
    });

  return {
    create: (input) =>
      database.write(async (stores) => {
        const existing = await stores.papers.get(input.id);
        if (existing) return draftOf(await loadStatement(stores, existing));
        const profile = await profileOf(stores);
        const patterns = profile.numberPatterns;
        const answered = input.answers === null ? null : await findPaper(stores.papers, input.answers, patterns);
        const number = input.number === null ? null : requireStatementNumber(input.number, patterns);
        if (number) await takeNumber(stores, number, input.id, patterns, typedBy(number.class, patterns));
        const me = await aboutMe(stores, ports.userName());
        const begun = newStatementContent(answered, profile, newId, { ...input, today: clock.today() }, me);
        const like =
          input.like === undefined || input.like === null
            ? null
            : draftOf(await findStatement(stores, input.like, patterns)).content;
        const content = cleanContent(like === null ? begun : likeEarlier(begun, like, input.leadUnit), newId);
        const hasQuotation = content.quotation.content.length > 0;
        const source = answered?.reference ?? answered?.name ?? '';
        return writeStatement(
          stores,
          {
            id: input.id,
            reference: number && formatReference(number, patterns),
            originalReference: null,
            revision: 1,
            content,
            state: 'draft',
            edition: 1,
            quotationSource: hasQuotation
              ? `${source} (SHA-256 ${ports.sha256(canonicalJson(answered?.text)).slice(0, 16)})`
              : null,
            quotationLocked: hasQuotation,
            action: 'statement-created',
            answeredText: content.quotation,
          },
          { now: clock.now(), newId, patterns },
        );
      }),
    get: (ref) =>
      database.read(async (stores) =>
        draftOf(await findStatement(stores, ref, (await profileOf(stores)).numberPatterns)),
      ),
    record: async (ref) => {
      const { id, reference, content, attachments, edition } = await whole(ref);
      requireDecided({ id, reference, publicity: content.publicity });
      return toRecord(reference, content, attachments, edition);
    },
    show: async (ref) => {
      const { reference, content, attachments, edition } = await whole(ref);
      if (content.publicity !== 'unknown') return toRecord(reference, content, attachments, edition);
      return { ...toSheet(reference, content, attachments, edition), schema: DRAFT_SCHEMA };
    },
    save: (input) =>
      update(input.id, 'statement-saved', (loaded) => {
        const current = draftOf(loaded);
        const content = cleanContent(input.content, newId);
        if (current.revision !== input.expectedRevision) {
          // The same content saved twice (an answer that got lost) is no conflict.
          if (canonicalJson(current.content) !== canonicalJson(content)) {
            throw new Refusal('conflict', {
              expectedRevision: input.expectedRevision,
              actualRevision: current.revision,
              actual: JSON.parse(JSON.stringify(current)) as never,
            });
          }
        }
        return {
          content: loaded.statement.quotationLocked ? { ...content, quotation: current.content.quotation } : content,
        };
      }),
    restore: ({ id, expectedRevision, content }) =>
      update(id, 'version-restored', (loaded) => {
        requireRevision(loaded.paper, expectedRevision);
        const former = cleanContent(content, newId);
        const { quotation } = draftOf(loaded).content;
        return { content: loaded.statement.quotationLocked ? { ...former, quotation } : former };
      }),
    // Naming the field is a knowing change, so a statement that was imported finished is taken up with it.
    setField: ({ ref, field, value }) =>
      update(
        ref,
        field === 'reference' ? 'number-given' : 'statement-saved',
        async (loaded, stores, patterns) => {
          const current = draftOf(loaded);
          if (field === 'reference') {
            return { reference: await changeNumber(stores, loaded, value, patterns, clock.today()) };
          }
          const changed = cleanContent(
            setField(current.content, field, value, { patterns, newId, today: clock.today() }),
            newId,
          );
          // Setting the quotation by name is a knowing change, so the lock goes with it.
          return { content: changed, quotationLocked: loaded.statement.quotationLocked && field !== 'quotation' };
        },
        true,
      ),
    giveNumber: ({ id, reference, read }) =>
      update(id, 'number-given', async (loaded, stores, patterns) => {
        const next = await changeNumber(stores, loaded, reference, patterns, clock.today());
        requireUnchanged({ read, stored: loaded.paper.reference, wanted: next });
        return { reference: next };
      }),
    takeUp: (ref) =>
      database.write(async (stores) => {
        const { numberPatterns: patterns } = await profileOf(stores);
        const loaded = await findStatement(stores, ref, patterns);
        requireStep(loaded, 'take-up');
        const write = { ...writeOf(loaded, 'statement-taken-up'), state: 'draft' as const };
        return writeStatement(stores, write, { now: clock.now(), newId, patterns });
      }),
    putBack: ({ id, expectedRevision }) =>
      update(id, 'statement-put-back', async (loaded, stores) => {
        requireRevision(loaded.paper, expectedRevision);
        const isTakenUp = await stores.log.wasDone('statement-taken-up', id);
        if (!isTakenUp || loaded.statement.edition > 1 || (await stores.issues.releases(id)).length > 0)
          refuseStep(loaded, 'put-back');
        return { state: 'imported' as const };
      }),
    unlockQuotation: (id) => update(id, 'quotation-unlocked', () => ({ quotationLocked: false })),
    preview: async ({ id, content }) => {
      const { profile, reference, attachments, edition } = await database.read(async (stores) => ({
        profile: await profileOf(stores),
        attachments: await attachmentsOf(stores, id),
        reference: (await stores.papers.get(id))?.reference ?? null,
        edition: (await stores.statements.get(id))?.edition ?? 1,
      }));
      const sheet = printedSheet(reference, cleanContent(content, newId), profile, attachments, edition);
      return previewDocument(ports, formSheet(sheet, profile));
    },
  };
}
