/**
 * The office profile: everything local about a town hall that both document writers read – names, labels, order of the head rows,
 * style tokens, texts, number patterns. Never a template file, because PDF and DOCX must not drift apart.
 */
import * as z from 'zod';
import { keptForm } from '../../record/kept-form.ts';
import { lineSchema, paperTypeSchema, signatorySchema } from '../../record/basics.ts';
import { CHOICE_NAMES, HEAD_ROWS } from '../../record/statement-fields.ts';
import { copyProfileSchema } from '../distribution/copy-profile.ts';
import { letterFormSchema, letterTextsSchema } from '../letter/letter-texts.ts';

export const PROFILE_SCHEMA = 'stellwerk.office-profile/1';

const label = lineSchema.min(1);
/** Printed white on black where words were blackened. */
export const REDACTED_LABEL = 'geschwärzt';
const colour = z.string().regex(/^#[0-9a-f]{6}$/i);

/** Lengths in millimetres from the edge of the A4 sheet, sizes and line heights in points. */
const styleSchema = z.object({
  font: z.enum(['Arimo']).default('Arimo'),
  bodySizePt: z.number().min(10).max(14).default(11),
  lineHeightPt: z.number().min(11).max(24).default(14),
  paragraphGapPt: z.number().min(0).max(24).default(6),
  marginTopMm: z.number().min(10).max(60).default(20),
  marginBottomMm: z.number().min(15).max(60).default(24),
  marginLeftMm: z.number().min(15).max(40).default(25),
  marginRightMm: z.number().min(10).max(40).default(20),
  accent: colour.default('#000000'),
});

const labelsSchema = z.object({
  statementTitle: label.default('Stellungnahme der Verwaltung'),
  public: label.default('öffentlich'),
  nonPublic: label.default('nichtöffentlich'),
  leadUnit: label.default('Stadtamt'),
  reference: label.default('Stellungnahme-Nr.'),
  date: label.default('Datum'),
  answers: label.default('zum/zur'),
  name: label.default('Bezeichnung'),
  distribution: label.default('Verteiler'),
  day: label.default('Tag'),
  statement: label.default('Stellungnahme'),
  distributionTitle: label.default('Verteilerliste'),
  distributionBody: label.default('Empfänger'),
  distributionWeekday: label.default('Wochentag'),
  distributionRole: label.default('Zuständigkeit'),
  distributionDone: label.default('Erledigt'),
  distributionSignature: label.default('Empfang bestätigt'),
  ourSign: label.default('Unser Zeichen'),
  clerk: label.default('Bearbeitung'),
  room: label.default('Zimmer'),
  telephone: label.default('Telefon'),
  email: label.default('E-Mail'),
  fileReference: label.default('Aktenzeichen'),
  receivedOn: label.default('Eingang am'),
  draft: label.default('Entwurf'),
  /** Behind the title of a corrected edition; `{n}` is 1 for the first correction. */
  correction: label.default('{n}. Berichtigung').refine((text) => text.includes('{n}'), {
    message: 'Hier fehlt der Platzhalter «Zahl»',
  }),
  /** Spoken in place of the picture of a handwritten name. */
  facsimile: label.default('Unterschrift von {name}'),
  redacted: label.max(40).default(REDACTED_LABEL),
  /** Behind the title of the blackened version. */
  redactedVersion: label.default('geschwärzte Fassung'),
  attachments: label.default('Anlagen'),
  attachment: label.default('Anlage'),
  /** `{page}` and `{pages}` are filled by the writers. */
  page: label
    .default('Seite {page} von {pages}')
    .refine((text) => text.includes('{page}') && text.includes('{pages}'), {
      message: 'Hier fehlt einer der Platzhalter «Seite» und «Seitenzahl»',
    }),
  paperTypes: z
    .object({
      motion: label.default('Antrag'),
      amendment: label.default('Änderungsantrag'),
      inquiry: label.default('Anfrage'),
      information: label.default('Information'),
      proposal: label.default('Drucksache'),
      statement: label.default('Stellungnahme'),
      other: label.default('Vorgang'),
    })
    .prefault({}),
});

/** The sixteen Länder by their ISO 3166-2 letters: each has holidays of its own. */
export const FEDERAL_STATES = [
  'BW',
  'BY',
  'BE',
  'BB',
  'HB',
  'HH',
  'HE',
  'MV',
  'NI',
  'NW',
  'RP',
  'SL',
  'SN',
  'ST',
  'SH',
  'TH',
] as const;
export const federalStateSchema = z.enum(FEDERAL_STATES);
export type FederalState = z.infer<typeof federalStateSchema>;

const officeAddressSchema = z.object({
  street: lineSchema.default(''),
  postalCode: lineSchema.default(''),
  city: lineSchema.default(''),
  telephone: lineSchema.default(''),
  email: lineSchema.default(''),
  web: lineSchema.default(''),
});

const hinge = label.refine((text) => text.includes('{reference}'), { message: 'Hier fehlt der Platzhalter «Nummer»' });

export const SIGNING_SCOPES = ['all', 'motions', 'inquiries'] as const;
export type SigningScope = (typeof SIGNING_SCOPES)[number];

export const officeProfileSchema = z.object({
  schema: z.literal(PROFILE_SCHEMA),
  bodyName: label,
  address: officeAddressSchema.prefault({}),
  coatOfArms: z
    .object({
      /** Base64 of a PNG, JPEG or SVG of at most 512 KB. */
      data: z.base64().max(700_000),
      mimeType: z.enum(['image/png', 'image/jpeg', 'image/svg+xml']),
      alternativeText: label,
      heightMm: z.number().min(8).max(30).default(16),
      /** The same picture as pixels, for Word: an SVG alone stays invisible in older versions and other programs. */
      raster: z.object({
        data: z.base64().max(700_000),
        mimeType: z.enum(['image/png', 'image/jpeg']),
        widthPx: z.number().int().min(1).max(4000),
        heightPx: z.number().int().min(1).max(4000),
      }),
    })
    .nullable()
    .default(null),
  headRows: z
    .array(z.enum(HEAD_ROWS))
    .min(1)
    .refine((rows) => new Set(rows).size === rows.length, { message: 'Kopfzeilen kommen doppelt vor' })
    .default(['identity', 'answers', 'name']),
  contactFields: z.array(z.enum(CHOICE_NAMES)).default([]),
  /** Stands in the footer between number and page; empty means: nothing. */
  footerText: lineSchema.max(200).default(''),
  labels: labelsSchema.prefault({}),
  style: styleSchema.prefault({}),
  /** Who signs in this office, offered where a statement asks for its signatory. */
  signatories: z
    .array(
      signatorySchema.extend({
        name: label,
        /** Units this person signs for; empty means all. */
        units: z.array(label).max(50).default([]),
        /** Statements on which papers this person signs; amendments count as motions, other papers are signed by everybody. */
        scope: z.enum(SIGNING_SCOPES).default('all'),
        /** For whom this person signs ("Für die Oberbürgermeisterin"), a line of its own above the name. */
        authority: lineSchema.max(200).default(''),
        /** Picture of the handwritten name, on issued papers only. */
        facsimile: z
          .object({
            data: z.base64().max(700_000),
            mimeType: z.enum(['image/png', 'image/jpeg']),
            widthPx: z.number().int().min(1).max(4000),
            heightPx: z.number().int().min(1).max(4000),
            heightMm: z.number().min(6).max(25).default(12),
          })
          .nullable()
          .default(null),
      }),
    )
    .max(200)
    .default([]),
  federalState: federalStateSchema.nullable().default(null),
  /** How issued papers are signed; the key itself is never stored. */
  signing: z
    .object({
      /** Address of an RFC 3161 time-stamp service; empty means none. */
      timestampUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
      /** A visible field in the lower margin of the last page. */
      visibleField: z.boolean().default(false),
      reason: lineSchema.max(200).default('Ausfertigung'),
      location: lineSchema.max(200).default(''),
    })
    .prefault({}),
  hinge: z
    .object({
      motion: hinge.default('Die Verwaltung nimmt zum **Antrag {reference}** wie folgt Stellung:'),
      amendment: hinge.default('Die Verwaltung nimmt zum **Änderungsantrag {reference}** wie folgt Stellung:'),
      inquiry: hinge.default('Die Verwaltung nimmt zur **Anfrage {reference}** wie folgt Stellung:'),
      other: hinge.default('Die Verwaltung nimmt zu **{reference}** wie folgt Stellung:'),
    })
    .prefault({}),
  letterForm: letterFormSchema.default('B'),
  /** Fold and punch marks at the edge of the first page. */
  letterMarks: z.boolean().default(true),
  letters: letterTextsSchema.prefault({}),
  copies: copyProfileSchema.prefault({}),
  numberPatterns: z
    .array(
      z.object({
        class: z.string().regex(/^\p{Lu}{1,4}$/u),
        paperType: paperTypeSchema,
        /** `{0000}` is the running number with its least width, `{YY}` or `{YYYY}` the year. */
        pattern: z
          .string()
          .max(40)
          .refine((text) => /\{0{1,6}\}/.test(text) && /\{YY(YY)?\}/.test(text), {
            message: 'Hier fehlt einer der Platzhalter «Nummer» und «Jahr»',
          }),
        /** Statements only: another office gives the numbers, so they are typed and their row need not be free of gaps. */
        givenElsewhere: z.boolean().optional(),
      }),
    )
    .min(1)
    .default([
      { class: 'S', paperType: 'statement', pattern: 'S{0000}/{YY}' },
      { class: 'A', paperType: 'motion', pattern: 'A{0000}/{YY}' },
      { class: 'F', paperType: 'inquiry', pattern: 'F{0000}/{YY}' },
      { class: 'I', paperType: 'information', pattern: 'I{0000}/{YY}' },
      { class: 'DS', paperType: 'proposal', pattern: 'DS{0000}/{YY}' },
    ]),
});

/** A part that comes later has as its default what was printed before it came: a frozen profile shows what it showed on its day. */
export const PROFILE_FORM = keptForm('stellwerk.office-profile', [{ schema: officeProfileSchema }]);
export type OfficeProfile = z.infer<typeof officeProfileSchema>;
export type NumberPattern = OfficeProfile['numberPatterns'][number];
