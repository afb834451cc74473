/** What is issued – signed and unsigned, corrected, with all its lists – before independent judges, byte for byte as it is handed out. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../../src-main/adapters/docx/read-docx.ts';
import { readRecordFromPdf } from '../../src-main/adapters/pdf/read-record.ts';
import type { IssueFileKind } from '../../src-main/contract/issue/shapes.ts';
import { statementRecordSchema, type StatementRecord } from '../../src-main/record/statement-record.ts';
import { collect } from '../support/collect.ts';
import { placesOf, streamsOf, type Stream } from '../support/file-streams.ts';
import { changeProfile } from '../support/issuing-office.ts';
import {
  coreXmlCheck,
  docxSchemaCheck,
  libreOfficeConvert,
  libreOfficeSignatures,
  manifestLines,
  pdfAttachments,
  pdfInfo,
  pdfText,
  qpdfCheck,
  verapdf,
  xmlsecAccepts,
  type VeraPdfFlavour,
} from '../harness/judges/judges.ts';
import { outputOf, runTool } from '../harness/judges/run-tool.ts';
import { packageParts } from '../support/docx-packages.ts';
import { TEST_PASSPHRASE, testAuthority } from '../support/signing-keys.ts';
import { deskClock } from '../support/survival-office.ts';
import { testHost, type TestHost } from '../support/test-host.ts';
import { requireJudges, scratchFolder } from './corpus.ts';

/** One black dot, for a handwritten name. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
const AUTHORITY_LINE = 'Für die Oberbürgermeisterin';
const FIELD_WORDS = 'Elektronisch unterschrieben von';
/** Of rows, reasons and drafts that are not for the public. */
const SECRETS = [
  'Geheimkammer',
  '2031-07-19',
  '19.07.2031',
  'Verschlusssache-Rolle',
  'Grund-der-Annahme',
  'Verworfene Fassung',
];
const PUBLIC_KINDS: readonly IssueFileKind[] = ['form-sheet-pdf', 'form-sheet-docx', 'record'];

interface Wish {
  readonly what: string;
  readonly ref: string;
  readonly signer: 'Jörg Müller' | 'Anna Weiß' | null;
  readonly hasField: boolean;
  readonly isCorrection?: boolean;
}
interface Issued extends Wish {
  readonly files: Readonly<Partial<Record<IssueFileKind, string>>>;
  readonly record: StatementRecord;
}
const WISHES: readonly Wish[] = [
  { what: 'RSA', ref: 'S0021/26', signer: 'Jörg Müller', hasField: false },
  { what: 'EC with a field', ref: 'S0027/26', signer: 'Anna Weiß', hasField: true },
  { what: 'RSA with a field, picture and line of authority', ref: 'S0044/26', signer: 'Jörg Müller', hasField: true },
  { what: 'unsigned and non-public', ref: 'S0049/26', signer: null, hasField: false },
  { what: 'EC, corrected', ref: 'S0021/26', signer: 'Anna Weiß', hasField: false, isCorrection: true },
];

const folder = scratchFolder();
const authority = testAuthority();
afterAll(() => authority.remove());
let issued: readonly Issued[] = [];
let actor = '';

const path = (each: Issued, kind: IssueFileKind): string => each.files[kind] ?? '';
const pathsOf = (ending: string): string[] =>
  issued.flatMap(({ files }) => Object.values(files).filter((file) => file.endsWith(ending)));
const signed = (): Issued[] => issued.filter(({ signer }) => signer !== null);

async function release(host: TestHost, ref: string): Promise<void> {
  const { check } = await host.app.issues.overview(ref);
  const acceptances = check.findings
    .filter(({ severity }) => severity === 'warning')
    .map(({ key }) => ({ key, reason: 'Grund-der-Annahme' }));
  await host.app.releases.release({ ref, expectedRevision: check.revision, acceptances });
}

async function issue(host: TestHost, wish: Wish, index: number, keyId: string | null): Promise<Issued> {
  const { ref } = wish;
  await changeProfile(host, (profile) => ({
    ...profile,
    signing: { ...profile.signing, visibleField: wish.hasField },
  }));
  if (wish.isCorrection) {
    await host.app.issues.correct({ ref, reason: 'Grund-der-Annahme' });
    await host.app.statements.setField({ ref, field: 'name', value: 'Durchgängiger Radweg, berichtigt' });
  }
  await release(host, ref);
  await collect(host.app.issues.issueSeveral({ refs: [ref], keyId }));
  const place = join(folder, String(index));
  mkdirSync(place);
  const files: Partial<Record<IssueFileKind, string>> = {};
  for (const { bytes, entry } of await host.app.issues.files(ref)) {
    files[entry.kind as IssueFileKind] = join(place, entry.fileName);
    writeFileSync(join(place, entry.fileName), bytes);
  }
  return { ...wish, files, record: await host.app.statements.record(ref) };
}

beforeAll(async () => {
  const host = testHost({ clock: deskClock });
  try {
    await host.app.system.initialise({ kind: 'example' });
    await changeProfile(host, (profile) => ({
      ...profile,
      signatories: profile.signatories.map((signatory) =>
        signatory.name !== 'Elif Tekinsoy'
          ? signatory
          : {
              ...signatory,
              authority: AUTHORITY_LINE,
              facsimile: { data: DOT, mimeType: 'image/png', widthPx: 1, heightPx: 1, heightMm: 12 },
            },
      ),
    }));
    const ref = 'S0021/26';
    const { consultations } = (await host.app.statements.get(ref)).content;
    const rows = [
      ...consultations.map(({ id: _, ...row }) => row),
      { organization: 'Geheimkammer', date: '2031-07-19', role: 'Verschlusssache-Rolle', publicity: 'non-public' },
    ];
    const { statements } = host.app;
    await statements.setField({ ref, field: 'consultations', value: JSON.stringify(rows) });
    await statements.setField({ ref, field: 'reply', value: 'Verworfene Fassung.' });
    await statements.setField({ ref, field: 'reply', value: 'Frau Unbekannt-Meier wohnt dort seit 12.10 2022.' });
    const keyIds = new Map<string | null, string | null>([[null, null]]);
    for (const [kind, name] of [
      ['rsa', 'Jörg Müller'],
      ['ec', 'Anna Weiß'],
    ] as const) {
      const file = { fileName: `${name}.p12`, bytes: authority.make(kind, name).pkcs12 };
      keyIds.set(name, (await host.app.signatures.openKey({ ...file, passphrase: TEST_PASSPHRASE })).keyId);
    }
    const made: Issued[] = [];
    for (const [index, wish] of WISHES.entries())
      made.push(await issue(host, wish, index, keyIds.get(wish.signer) ?? null));
    issued = made;
    actor = (await host.app.issues.overview(ref)).issues[0]?.actor ?? '';
  } finally {
    await host.dispose();
  }
});

describe('every issued PDF', () => {
  it.for<VeraPdfFlavour>(['3a', 'ua1'])('passes veraPDF %s', async (flavour, test) => {
    requireJudges(test, ['veraPDF']);
    const files = pathsOf('.pdf');
    // Form sheet, distribution list and protocol of each.
    expect(files).toHaveLength(WISHES.length * 3);
    const bad = (await verapdf(files, flavour)).flatMap(({ compliant, file, failures }) =>
      compliant ? [] : [{ file, failures: failures.slice(0, 3) }],
    );
    expect(bad).toEqual([]);
  });

  it('is sound for qpdf', async (test) => {
    requireJudges(test, ['qpdf']);
    for (const file of pathsOf('.pdf')) expect(await qpdfCheck(file), file).toEqual({ sound: true, problems: [] });
  });

  it('says what kind of paper it is', async (test) => {
    requireJudges(test, ['Poppler']);
    for (const each of issued) {
      const text = await pdfText(path(each, 'form-sheet-pdf'));
      expect(text.includes('1. Berichtigung'), each.what).toBe(each.isCorrection === true);
      expect(text.includes(AUTHORITY_LINE), each.what).toBe(each.ref === 'S0044/26');
      const { Tagged } = await pdfInfo(path(each, 'form-sheet-pdf'));
      expect(Tagged).toBe('yes');
    }
  });
});

describe('the signed PDF', () => {
  it('is valid for pdfsig and signed as a whole', async (test) => {
    requireJudges(test, ['Poppler']);
    expect(signed()).toHaveLength(4);
    for (const each of signed()) {
      const { stdout } = await runTool('pdfsig', ['-nocert', path(each, 'form-sheet-pdf')]);
      const found = (pattern: RegExp): (string | undefined)[] => [...stdout.matchAll(pattern)].map((match) => match[1]);
      expect(found(/Signer Certificate Common Name: (.*)/g), each.what).toEqual([each.signer]);
      expect(found(/Signature Validation: (.*)/g), each.what).toEqual(['Signature is Valid.']);
      expect(found(/((?:Not t|T)otal document signed)/g), each.what).toEqual(['Total document signed']);
    }
    for (const each of issued.filter(({ signer }) => signer === null)) {
      const { stdout, stderr } = await runTool('pdfsig', ['-nocert', path(each, 'form-sheet-pdf')]);
      expect(stdout + stderr).toContain('does not contain any signatures');
    }
  });

  it('has its field where the office wants one', async (test) => {
    requireJudges(test, ['qpdf']);
    for (const each of signed()) {
      const plain = join(folder, 'plain.pdf');
      await outputOf('qpdf', ['--qdf', '--object-streams=disable', path(each, 'form-sheet-pdf'), plain]);
      const bytes = readFileSync(plain);
      const words = placesOf([{ where: 'field', bytes }], FIELD_WORDS);
      expect(words.length > 0, each.what).toBe(each.hasField);
    }
  });

  it('carries the issued Word file, byte for byte', async (test) => {
    requireJudges(test, ['Poppler']);
    for (const [index, each] of issued.entries()) {
      const pdf = path(each, 'form-sheet-pdf');
      const place = join(folder, `attached-${index}`);
      mkdirSync(place);
      await outputOf('pdfdetach', ['-saveall', '-o', place, pdf]);
      expect(readdirSync(place).sort()).toEqual([...(await pdfAttachments(pdf))].sort());
      const docx = readdirSync(place).find((name) => name.endsWith('.docx')) ?? '';
      const same = readFileSync(join(place, docx)).equals(readFileSync(path(each, 'form-sheet-docx')));
      expect(same, each.what).toBe(true);
    }
  });
});

describe('the issued Word files', () => {
  it('keep to the schemas', async (test) => {
    requireJudges(test, ['OOXML schemas', 'xmllint']);
    const verdicts = await docxSchemaCheck(pathsOf('.docx'));
    expect(verdicts?.flatMap(({ problems }) => problems)).toEqual([]);
    for (const file of pathsOf('.docx')) expect(coreXmlCheck(readFileSync(file)), file).toEqual([]);
  });

  it('are opened by LibreOffice, which finds them signed as they are', async (test) => {
    requireJudges(test, ['LibreOffice', 'LibreOffice UNO']);
    for (const each of issued) {
      const out = join(folder, `text of ${each.what}`);
      const [text = ''] = await libreOfficeConvert([path(each, 'form-sheet-docx')], 'txt', out);
      expect(readFileSync(text, 'utf8')).toContain(each.record.name);
    }
    const found = await libreOfficeSignatures(signed().map((each) => path(each, 'form-sheet-docx')));
    expect(found.map(({ file, valid }) => [file, valid])).toEqual(
      signed().map((each) => [path(each, 'form-sheet-docx'), true]),
    );
    for (const [index, each] of signed().entries()) expect(found[index]?.signer).toContain(each.signer);
  });

  it('are signed in every part for xmlsec1 and for digests taken anew', async (test) => {
    requireJudges(test, ['xmlsec1', 'Python']);
    for (const each of signed()) {
      const docx = path(each, 'form-sheet-docx');
      const signature = packageParts(readFileSync(docx))['_xmlsignatures/sig1.xml'] ?? new Uint8Array();
      expect(await xmlsecAccepts(signature, authority.pem), each.what).toBe(true);
      const lines = await manifestLines(docx);
      expect(lines.length).toBeGreaterThan(10);
      expect(
        lines.filter((line) => line.startsWith('WRONG')),
        each.what,
      ).toEqual([]);
    }
  });
});

describe('the issued record', () => {
  it('comes back from PDF and Word file as it was issued', async () => {
    for (const each of issued) {
      const bytes = readFileSync(path(each, 'record'));
      const record = statementRecordSchema.parse(JSON.parse(bytes.toString()));
      expect(record).toEqual(each.record);
      const fromPdf = await readRecordFromPdf('a.pdf', readFileSync(path(each, 'form-sheet-pdf')));
      expect(JSON.parse(fromPdf), each.what).toEqual(record);
      const fromDocx = readDocx('a.docx', readFileSync(path(each, 'form-sheet-docx')));
      if (fromDocx.kind !== 'record') throw new Error(`${each.what}: no record in the Word file`);
      expect(JSON.parse(fromDocx.json), each.what).toEqual(record);
    }
  });

  it('is the same in another office that imports the signed PDF', async () => {
    for (const each of issued) {
      const host = testHost({ clock: deskClock });
      try {
        await host.app.system.initialise({ kind: 'own', bodyName: each.record.bodyName });
        const bytes = readFileSync(path(each, 'form-sheet-pdf'));
        const { id, notes, source } = await host.app.imports.importFile({ fileName: 'a.pdf', bytes });
        expect([notes, source]).toEqual([[], 'pdf']);
        expect(await host.app.statements.record(id), each.what).toEqual(each.record);
      } finally {
        await host.dispose();
      }
    }
  });
});

describe('the public files of a public paper', () => {
  it('hold nothing that is not for the public', async (test) => {
    requireJudges(test, ['qpdf', 'Poppler']);
    const streams: Stream[] = [];
    for (const each of issued.filter(({ ref }) => ref === 'S0021/26'))
      for (const kind of PUBLIC_KINDS) streams.push(...(await streamsOf(path(each, kind))));
    expect(streams.length).toBeGreaterThan(60);
    for (const secret of SECRETS) expect(placesOf(streams, secret), secret).toEqual([]);
    // The search itself works: the protocol, which stays inside, has the reason; what prints is found.
    expect(placesOf(streams, 'Unbekannt-Meier').length).toBeGreaterThan(5);
    const [first] = issued;
    const inside = first ? await streamsOf(path(first, 'protocol-pdf')) : [];
    expect(placesOf(inside, 'Grund-der-Annahme').length).toBeGreaterThan(0);
  });

  it('do not name who sat at the desk', async (test) => {
    requireJudges(test, ['Poppler']);
    expect(actor).not.toBe('');
    const name = new RegExp(`(?<![\\p{L}\\d])${actor}(?![\\p{L}\\d])`, 'u');
    for (const each of issued) {
      const pdf = path(each, 'form-sheet-pdf');
      const properties = Object.entries(packageParts(readFileSync(path(each, 'form-sheet-docx'))))
        .filter(([part]) => part.startsWith('docProps/') || part === 'word/document.xml')
        .map(([, bytes]) => Buffer.from(bytes).toString());
      const texts = [
        ...properties,
        readFileSync(path(each, 'record'), 'utf8'),
        await outputOf('pdfinfo', ['-enc', 'UTF-8', pdf]).then((text) => text.replaceAll(pdf, '')),
        await outputOf('pdfinfo', ['-meta', pdf]),
        await pdfText(pdf),
      ];
      for (const text of texts) expect(text).not.toMatch(name);
    }
  });
});
