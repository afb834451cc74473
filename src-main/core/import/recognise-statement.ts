/** Reads a statement given as text. What was not recognised stays in the reply and is named in the notes; no word is lost or added. */
import { NO_CONTACT, type Signatory } from '../../record/basics.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { EMPTY_RICH_TEXT } from '../../record/rich-text/rich-text.ts';
import type { StatementRecord } from '../../record/statement-record.ts';
import type { AnsweredPaper, StatementContent } from '../../contract/statement/shapes.ts';
import type { ImportNote } from '../../contract/import/shapes.ts';
import { parseGermanDate, type IsoDate } from '../../base/german-date.ts';
import { CHOICES, NO_FURTHER, withValueAt } from '../../record/statement-fields.ts';
import { normalReference, parseReference } from '../paper/paper-reference.ts';
import { withIds } from '../../record/rich-text/block-ids.ts';
import { plainEmphasis } from '../../base/emphasis.ts';
import { originatorText, parseOriginator } from '../statement/originator-line.ts';
import { readAttachmentList } from './attachment-list.ts';
import { importedText, plainParts } from './body-text.ts';
import { builtInProfile } from '../office/office-service.ts';
import { readRows } from './consultation-rows.ts';
import { recogniseBody } from './recognise-body.ts';
import { recognisePublicity } from './recognise-publicity.ts';
import type { DocumentNote } from '../ports/read-document.ts';
import { noteParts, notesMarkedIn } from './document-notes.ts';
import { cutSections, type Sections } from './sections.ts';
import { bodyParts, type BodyPart, type ImportSource } from './source-lines.ts';

export interface Recognition {
  readonly reference: string | null;
  readonly originalReference: string | null;
  readonly content: StatementContent;
  /** From 2 on the title said "1. Berichtigung". */
  readonly edition: number;
  /** Attachments that the text names; their files are not in it. */
  readonly attachments: StatementRecord['attachments'];
  readonly notes: readonly ImportNote[];
}

/** Limits of the record (record/basics.ts, contract/statement/shapes.ts). */
const LONGEST_LINE = 2000;
const MOST_ANSWERS = 40;
const MOST_ROWS = 200;

const SIGNATORY =
  /^(?:(gez\.|i\.\s?V\.|i\.\s?A\.)\s*)?((?:\p{Lu}[\p{L}.'’-]*|von|van|der|de|zu|zur|Dr\.|Prof\.)(?:\s+(?:\p{Lu}[\p{L}.'’-]*|von|van|der|de|zu|zur)){1,5})$/u;

/** The hinge separates quotation and reply: the office's own sentences, or the usual wording. */
function isHinge(paragraph: string, profile: OfficeProfile): boolean {
  const plain = plainEmphasis(paragraph).replace(/\s+/g, ' ').trim();
  if (/^Die Verwaltung .{0,200}(?:Stellung|beantwortet).{0,80}:?$/u.test(plain) && plain.length < 300) return true;
  return Object.values(profile.hinge).some((template) => {
    const [start = '', end = ''] = plainEmphasis(template).split('{reference}');
    return plain.startsWith(start) && plain.endsWith(end) && plain.length < start.length + end.length + 60;
  });
}

/** "– 1. Berichtigung öffentlich" behind the title: the edition, and what stands behind it. */
function readEdition(titleRest: string | null, profile: OfficeProfile): { edition: number; rest: string | null } {
  for (const label of [profile.labels.correction, builtInProfile().labels.correction]) {
    const [before = '', after = ''] = label.split('{n}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const match = new RegExp(`^[–—-]\\s*${before}(\\d{1,3})${after}`, 'u').exec(titleRest ?? '');
    if (match) return { edition: Number(match[1]) + 1, rest: (titleRest ?? '').slice(match[0].length).trim() };
  }
  return { edition: 1, rest: titleRest };
}

function readAnswer(line: string, profile: OfficeProfile, notes: ImportNote[]): AnsweredPaper {
  const cut = /^(.*?)\s+[–—-]\s+(.+)$/u.exec(line);
  const written = cut?.[1] ?? line;
  const printed = cut?.[2] ?? '';
  const parsed = parseReference(written, profile.numberPatterns);
  const parts = printed === '' ? [] : printed.split(/;\s+/).map(parseOriginator);
  for (const part of parts) {
    if (!part.clear) notes.push({ code: 'originator-unclear', text: originatorText(part.originator) });
  }
  return {
    reference: normalReference(written, profile.numberPatterns) ?? written,
    paperType: parsed?.paperType ?? 'other',
    originators: parts.map((part) => part.originator),
    printedOriginators: parts.map((part) => originatorText(part.originator)).join('; ') === printed ? '' : printed,
  };
}

function readSignatory(parts: readonly BodyPart[]): { signatory: Signatory | null; body: readonly BodyPart[] } {
  // A page break behind the name is no words.
  const end = parts.findLastIndex(({ text }) => text !== '');
  const paragraphs = parts.slice(0, end + 1);
  const last = plainEmphasis(paragraphs.at(-1)?.text ?? '');
  const [line = '', role, ...more] = last.split('\n');
  const match = more.length === 0 && last.length <= 160 ? SIGNATORY.exec(line.trim()) : null;
  if (!match || paragraphs.length < 2) return { signatory: null, body: paragraphs };
  return {
    signatory: { prefix: match[1] ?? null, name: match[2] ?? '', role: role?.trim() || null },
    body: paragraphs.slice(0, -1),
  };
}

/** "Für die Oberbürgermeisterin" above a known name comes from the settings and prints again by itself. */
function withoutAuthority(
  paragraphs: readonly BodyPart[],
  signatory: Signatory | null,
  { signatories }: OfficeProfile,
): readonly BodyPart[] {
  const last = paragraphs.at(-1)?.text;
  const isOurs = signatories.some(
    ({ name, authority }) => name === signatory?.name && authority !== '' && authority === last,
  );
  return isOurs ? paragraphs.slice(0, -1) : paragraphs;
}

/** Text, or the blocks of a document. `pageMarks`: lines at the top and bottom of pages. */
export interface StatementSource {
  readonly source: ImportSource;
  readonly notes?: readonly DocumentNote[];
  readonly pageMarks?: readonly string[];
  /** Decides what two digits of a year mean. */
  readonly today: IsoDate;
}

/** `newId` makes the ids of rows and blocks. Never throws on odd input. */
export function recogniseStatement(
  { source, notes: documentNotes = [], pageMarks = [], today }: StatementSource,
  profile: OfficeProfile,
  newId: () => string,
): Recognition {
  const notes: ImportNote[] = [];
  const note = (code: ImportNote['code'], text = ''): void => void notes.push({ code, text });
  const cut = cutSections(source.lines, profile);
  const parts = bodyParts(source, cut.bodyFrom);
  const { edition, rest: titleRest } = readEdition(cut.titleRest, profile);
  const sections = { ...cut, titleRest };
  const { numberPatterns } = profile;
  const isForm = sections.titleRest !== null || sections.hasIdentity;
  if (!isForm) note('layout-unknown');

  const { hasIdentity } = sections;
  /** What stands under the label of a field. */
  const under = (key: string): string => sections.fields.get(key)?.join(' ') ?? '';
  const answerLines = sections.fields.get('answers') ?? [];
  if (isForm && !hasIdentity) note('head-missing');
  const written = under('reference');
  const reference = written === '' ? null : (normalReference(written, numberPatterns) ?? null);
  if (written !== '' && reference === null) note('head-missing', written);
  const date = parseGermanDate(under('date'), today) ?? null;
  if (under('date') !== '' && date === null) note('date-odd', under('date'));
  const { bodyName, others, isAssumed } = recogniseBody(sections.before, profile, titleRest !== null && hasIdentity);
  if (isForm && bodyName === '') note('body-missing');
  if (isAssumed) note('body-assumed', bodyName);
  for (const line of [...others, ...sections.unclaimed]) note('head-line-kept', line);
  if (isForm && answerLines.length === 0) note('answers-missing');
  if (isForm && under('name') === '') note('name-missing');
  if (isForm && sections.rows === null) note('consultations-missing');

  const { publicity, isContradictory } = recognisePublicity(
    {
      own: [...sections.before, ...sections.more, ...sections.unclaimed],
      titleRest,
      values: sections.headLines,
      following: sections.following,
      pageMarks,
      isWhole: hasIdentity && (sections.fields.has('name') || sections.rows !== null),
      isHinge: (line) => isHinge(line, profile),
    },
    profile,
  );
  if (isContradictory) note('publicity-contradictory');
  if (publicity === 'unknown') note('publicity-unknown');

  const { rowsHavePublicity } = sections;
  const consultations = readRows(sections.rows ?? [], publicity, rowsHavePublicity, { profile, newId, notes, today });
  const hingeAt = parts.findIndex(({ text }) => isHinge(text, profile));
  if (hingeAt === -1) note('hinge-missing');
  const quotation = hingeAt === -1 ? [] : withoutFormLabels(parts.slice(0, hingeAt), profile);
  const rest = hingeAt === -1 ? parts : parts.slice(hingeAt + 1);
  const { attachments, before } = isForm ? readAttachmentList(rest, profile) : { attachments: [], before: rest };
  const read = isForm ? readSignatory(before) : { signatory: null, body: before };
  const { signatory } = read;
  const body = withoutAuthority(read.body, signatory, profile);
  if (isForm && signatory === null) note('signatory-missing');

  const quotedBlocks = quotation.flatMap(({ block }) => (block ? [block] : []));
  const quoted = notesMarkedIn(documentNotes, quotedBlocks);
  const isQuoted = new Set(quoted);
  for (const one of documentNotes) note('footnote-kept', noteParts([one])[0]?.text ?? '');
  const overlong: string[] = [];
  /** What is longer than a line of the record may be stays text. */
  const line = (text: string): string => {
    if (text.length <= LONGEST_LINE) return text;
    overlong.push(text);
    note('line-too-long', text.slice(0, 80));
    return '';
  };
  const content: StatementContent = {
    name: line(under('name')),
    date,
    publicity,
    bodyName: line(isForm ? bodyName : profile.bodyName),
    leadUnit: line(under('leadUnit')),
    answers: answerLines
      .map(line)
      .filter(Boolean)
      .slice(0, MOST_ANSWERS)
      .map((text) => readAnswer(text, profile, notes)),
    consultations: consultations.slice(0, MOST_ROWS).map((row) => ({ ...row, organization: line(row.organization) })),
    quotation: withIds(importedText([...quotation, ...noteParts(quoted)], numberPatterns), newId),
    hinge: hingeAt === -1 ? '' : (parts[hingeAt]?.text ?? '').replace(/\n/g, ' '),
    reply: EMPTY_RICH_TEXT,
    signatory,
    contact: NO_CONTACT,
    ...NO_FURTHER,
    receivedOn: null,
  };
  const beyond = [
    ...answerLines.slice(MOST_ANSWERS),
    ...(sections.rows ?? []).slice(MOST_ROWS).map((cells) => cells.join(' ')),
  ];
  /** Of the fields that an office may print besides. */
  const withChoices = CHOICES.reduce((made, { key, kind }) => {
    const text = under(key);
    if (text === '') return made;
    if (kind !== 'day') return withValueAt(made, key, line(text) || null);
    const day = parseGermanDate(text, today);
    if (day !== undefined) return withValueAt(made, key, day);
    note('date-odd', text);
    overlong.push(text);
    return made;
  }, content);
  const odd = strayLines(sections, reference, date, profile);
  const stray = [...others, ...sections.unclaimed, ...odd, ...overlong, ...beyond];
  const answered = documentNotes.filter((one) => !isQuoted.has(one));
  const replyParts = [...plainParts(stray), ...body, ...noteParts(answered)];
  const reply = withIds(importedText(replyParts, numberPatterns), newId);
  return {
    reference,
    originalReference: written !== '' && written !== reference ? written : null,
    content: { ...withChoices, reply },
    edition,
    attachments,
    notes,
  };
}

/** Our own form prints "Antrag" above the quotation and "Stellungnahme" above the hinge: furniture of the page, no words of the paper. */
function withoutFormLabels(parts: readonly BodyPart[], profile: OfficeProfile): readonly BodyPart[] {
  const paragraphs = parts.map(({ text }) => text);
  const usual = builtInProfile().labels;
  const above = [...Object.values(profile.labels.paperTypes), ...Object.values(usual.paperTypes)];
  const below = [profile.labels.statement, usual.statement];
  const from = above.includes(paragraphs[0] ?? '') ? 1 : 0;
  const last = paragraphs.length - 1;
  const to = last >= from && below.includes(paragraphs[last] ?? '') ? last : paragraphs.length;
  return parts.slice(from, to);
}

/** Words of the head that found no field: they open the reply, so that nothing is lost. */
function strayLines(
  { fields, more, titleRest }: Sections,
  reference: string | null,
  date: string | null,
  profile: OfficeProfile,
): string[] {
  const stray: string[] = [];
  const afterPublicity = (titleRest ?? '').replace(publicityWords(profile), '').trim();
  if (afterPublicity !== '') stray.push(afterPublicity);
  if (reference === null) stray.push(...(fields.get('reference') ?? []));
  if (date === null) stray.push(...(fields.get('date') ?? []));
  stray.push(...more);
  return stray;
}

/** The office's words for public and non-public, blanks and dashes inside allowed. */
function publicityWords({ labels }: OfficeProfile): RegExp {
  const spread = (word: string): string =>
    [...word].map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s–-]*');
  return new RegExp(`^\\(?(?:${spread(labels.nonPublic)}|${spread(labels.public)})\\)?`, 'iu');
}
