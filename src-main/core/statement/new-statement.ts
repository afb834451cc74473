/** What a new statement starts with: the answered paper fills it, so that nothing is typed twice. Pure. */
import type { IsoDate } from '../../base/german-date.ts';
import { NO_FURTHER } from '../../record/statement-fields.ts';
import { NO_CONTACT, type DraftPublicity, type Signatory } from '../../record/basics.ts';
import { NOTHING_ABOUT_ME, type AboutMe } from '../../contract/settings/shapes.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { EMPTY_RICH_TEXT } from '../../record/rich-text/rich-text.ts';
import { withoutIds } from '../../record/rich-text/block-ids.ts';
import type { DraftConsultation, StatementContent } from '../../contract/statement/shapes.ts';
import type { Paper } from '../paper/paper.ts';

/** The hinge sentence of the office for a paper type, with the number filled in. */
export function hingeFor(paper: Pick<Paper, 'paperType' | 'reference' | 'name'>, profile: OfficeProfile): string {
  const { hinge } = profile;
  const template =
    paper.paperType === 'motion'
      ? hinge.motion
      : paper.paperType === 'amendment'
        ? hinge.amendment
        : paper.paperType === 'inquiry'
          ? hinge.inquiry
          : hinge.other;
  return template.replace('{reference}', () => (paper.reference ?? paper.name).replace(/[\\*]/g, '\\$&'));
}

/** With role and prefix where the office lists them. */
function signatoryOf(name: string, { signatories }: OfficeProfile): Signatory | null {
  if (name === '') return null;
  const known = signatories.find((one) => one.name === name);
  return { name, role: known?.role ?? null, prefix: known?.prefix ?? null };
}

/** Each body once; what one body does partly in public and partly not is for a person to decide. */
function bodiesOf(answered: Paper | null): Pick<DraftConsultation, 'organization' | 'publicity'>[] {
  const bodies = new Map<string, DraftPublicity>();
  for (const { organization, publicity } of answered?.consultations ?? []) {
    const known = bodies.get(organization) ?? publicity;
    bodies.set(organization, known === publicity ? publicity : 'unknown');
  }
  return [...bodies].map(([organization, publicity]) => ({ organization, publicity }));
}

/** Bodies of the answered paper come along without their dates: a statement is consulted later than what it answers (domain.md §4). */
export function newStatementContent(
  answered: Paper | null,
  profile: OfficeProfile,
  newId: () => string,
  given: { readonly name: string | null; readonly leadUnit: string | null; readonly today: IsoDate },
  /** Who writes it. */
  me: AboutMe = NOTHING_ABOUT_ME,
): StatementContent {
  return {
    name: given.name ?? answered?.name ?? '',
    date: given.today,
    publicity: answered?.publicity ?? 'public',
    bodyName: profile.bodyName,
    leadUnit: given.leadUnit ?? me.leadUnit,
    answers: answered
      ? [
          {
            reference: answered.reference ?? '',
            paperType: answered.paperType,
            originators: [...answered.originators],
            printedOriginators: answered.printedOriginators,
          },
        ]
      : [],
    consultations: bodiesOf(answered).map((row) => ({ ...row, id: newId(), date: null, role: null })),
    quotation: answered?.text ?? EMPTY_RICH_TEXT,
    hinge: answered ? hingeFor(answered, profile) : '',
    reply: EMPTY_RICH_TEXT,
    signatory: signatoryOf(me.signatory, profile),
    receivedOn: answered?.receivedOn ?? null,
    contact: {
      ...NO_CONTACT,
      clerk: me.clerk || null,
      room: me.room || null,
      telephone: me.telephone || null,
      email: me.email || null,
      ourSign: me.ourSign || null,
    },
    ...NO_FURTHER,
  };
}

/**
 * "Wie …": what an earlier statement says and who wrote it; what belongs to its own paper – name, day, number, quotation, bodies with their days – stays
 * the new one's. Bodies come along without days where the answered paper names none. Words that were not for the public make its publicity a
 * question for a person.
 */
export function likeEarlier(
  begun: StatementContent,
  like: StatementContent,
  leadUnit: string | null,
): StatementContent {
  const bodies = like.consultations.map((row) => ({ ...row, date: null, unreadDate: undefined }));
  return {
    ...begun,
    publicity: like.publicity === 'public' || begun.publicity === 'non-public' ? begun.publicity : 'unknown',
    leadUnit: leadUnit ?? (like.leadUnit || begun.leadUnit),
    consultations: begun.consultations.length > 0 ? begun.consultations : bodies,
    reply: withoutIds(like.reply),
    signatory: like.signatory ?? begun.signatory,
    contact: {
      ...begun.contact,
      ...Object.fromEntries(Object.entries(like.contact).filter(([, value]) => value !== null)),
    },
  };
}
