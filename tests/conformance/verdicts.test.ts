/** Verdicts on signed PDFs: forged files are never green, sound ones are never red, and pyHanko objects to none, with the same trust. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfRef, PdfStream, PdfString } from '@libpdf/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verification } from '../../src-main/contract/signature/shapes.ts';
import type { PdfSignRequest, SigningKey } from '../../src-main/core/ports/signature-ports.ts';
import { pyhankoVerdicts, type PyhankoFile } from '../harness/judges/judges.ts';
import { compared, ourVerdicts } from '../harness/judges/our-verdicts.ts';
import { appended, formOf, overlay, withCertificates } from '../support/pdf-updates.ts';
import { sharedMissing, sharedPath } from '../support/shared.ts';
import {
  lastRange,
  opensslCms,
  pdfSigner,
  request as requestAt,
  samplePdfs,
  signForeign,
  VISIBLE,
} from '../support/signed-pdf.ts';
import { testAuthority, type TestKey } from '../support/signing-keys.ts';
import { ODD_SPELLINGS, pageWith } from '../support/written-pdf.ts';
import { testTimestamps } from '../support/timestamp-authority.ts';
import { requireJudges, scratchFolder } from './corpus.ts';

const folder = scratchFolder();
const authority = testAuthority();
const strangers = testAuthority('Fremde Wurzel');
const stamps = testTimestamps();
const ownStamps = testTimestamps();
const roots = join(folder, 'roots.pem');
let pdf: Uint8Array;
let signed: Uint8Array;
let signer: TestKey;
let stranger: TestKey;
afterAll(() => {
  for (const made of [authority, strangers, stamps, ownStamps]) made.remove();
});

// The keys are made now, so they sign now.
const request = (key: SigningKey, more: Partial<PdfSignRequest> = {}): PdfSignRequest =>
  requestAt(key, { at: new Date().toISOString(), ...more });

/** As openssl writes an instant. */
const opensslDay = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;

type Expected = Verification['verdict'];
const { sign, addTimestamp } = pdfSigner;
const stamped = (file: Uint8Array, service = stamps): Promise<Uint8Array> =>
  addTimestamp(file, (data) => Promise.resolve(service.token(data)));
const concat = (file: Uint8Array, ...more: (string | Uint8Array)[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat([file, ...more.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))]),
  );

/** The first page, and its dictionary as an update would write it. */
const withPage = (file: Uint8Array, change: (page: PdfDict, document: PDF) => void): Promise<Uint8Array> =>
  appended(file, (document) => {
    const page = document.getPages()[0]?.dict;
    if (!page) throw new Error('no page');
    change(page, document);
  });

/** The document names an object that is not there yet: what comes later could fill the gap. */
const withGap = (file: Uint8Array): Promise<Uint8Array> =>
  withPage(file, (page, document) => {
    const contents = page.get('Contents');
    // Numbers are given in order: the gap lies behind all that signing will need.
    const gap = PdfRef.of(document.context.info.trailer.getNumber('Size')?.value ?? 0, 0);
    page.set('Contents', contents ? PdfArray.of(contents, PdfRef.of(gap.objectNumber + 60, 0)) : gap);
  });

function certificateFilling(document: PDF, wanted: number): void {
  let filler = document.register(new PdfStream([], Buffer.from('BT ET')));
  for (let count = 0; filler.objectNumber < wanted && count < 200; count += 1)
    filler = document.register(new PdfStream([], Buffer.from('BT ET')));
  document.getCatalog().set('DSS', document.register(PdfDict.of({ Certs: PdfArray.of(filler) })));
}

/** Name → how it is made → what the file is called. */
const files: readonly [string, () => Promise<Uint8Array>, Expected][] = [
  ['untouched', async () => signed, 'valid'],
  ['with a visible field', () => sign(pdf, request(signer.key, { visible: VISIBLE })), 'valid'],
  [
    'signed with a time stamp',
    () => sign(pdf, request(signer.key, { stamp: async (value) => stamps.token(value) })),
    'valid',
  ],
  [
    'signed twice by people who are trusted',
    () => sign(signed, request(authority.make('ec', 'Anna Weiß').key)),
    'valid',
  ],
  [
    'signed first by a stranger',
    async () => sign(await sign(pdf, request(stranger.key)), request(signer.key)),
    'valid',
  ],
  ['signed by a stranger only', () => sign(pdf, request(stranger.key)), 'untrusted'],
  ['signed by a stranger afterwards', () => sign(signed, request(stranger.key)), 'added-after-signing'],
  [
    'signed by a stranger afterwards, who covers the page',
    () => sign(signed, request(stranger.key, { visible: { ...VISIBLE, yMm: 20, heightMm: 200 } })),
    'added-after-signing',
  ],
  [
    'signed on a day that only the signer names, before the certificate ran out',
    async () => {
      const until = new Date(Date.now() + 2000);
      const key = authority.make('ec', 'Ida Alt', { from: opensslDay(new Date()), until: opensslDay(until) });
      const made = await sign(pdf, request(key.key));
      await new Promise((resolve) => setTimeout(resolve, until.getTime() + 1100 - Date.now()));
      return made;
    },
    'expired-since',
  ],
  ['with validation data', () => withCertificates(signed, signer.certificate), 'valid'],
  [
    'with validation data, twice',
    async () => withCertificates(await withCertificates(signed, signer.certificate), stranger.certificate),
    'valid',
  ],
  ['with a trusted time stamp over it', () => stamped(signed), 'valid'],
  [
    'with validation data and a trusted time stamp',
    async () => stamped(await withCertificates(signed, signer.certificate)),
    'valid',
  ],
  ['with a self-made time stamp', () => stamped(signed, ownStamps), 'added-after-signing'],
  [
    'with a covered page and a trusted time stamp over that',
    async () => stamped(await withPage(signed, (page, document) => page.set('Annots', PdfArray.of(overlay(document))))),
    'added-after-signing',
  ],
  [
    'with an annotation',
    () => withPage(signed, (page, document) => page.set('Annots', PdfArray.of(overlay(document)))),
    'added-after-signing',
  ],
  [
    'with a field called a signature',
    () =>
      appended(signed, (document, resolve) => {
        formOf(document, resolve).push(overlay(document, { FT: PdfName.of('Sig') }));
      }),
    'added-after-signing',
  ],
  [
    'with other content under the number of a page',
    () =>
      withPage(signed, (page, document) =>
        page.set('Contents', document.register(new PdfStream([], Buffer.from('BT ET')))),
      ),
    'added-after-signing',
  ],
  [
    'with a script',
    () =>
      appended(signed, (document) =>
        document
          .getCatalog()
          .set('OpenAction', PdfDict.of({ S: PdfName.of('JavaScript'), JS: PdfString.fromString('1') })),
      ),
    'added-after-signing',
  ],
  [
    'with validation data that hold a script',
    () =>
      appended(signed, (document) =>
        document.getCatalog().set('DSS', PdfDict.of({ OpenAction: PdfDict.of({ S: PdfName.of('JavaScript') }) })),
      ),
    'added-after-signing',
  ],
  [
    'with an attached file',
    () =>
      appended(signed, (document) => document.addAttachment('neu.txt', Buffer.from('neu'), { mimeType: 'text/plain' })),
    'added-after-signing',
  ],
  [
    'with another title',
    () => appended(signed, (document) => document.setTitle('Etwas anderes')),
    'added-after-signing',
  ],
  ['with a page less', () => appended(signed, (document) => void document.removePage(0)), 'added-after-signing'],
  [
    'with a page turned round',
    () => withPage(signed, (page) => page.set('Rotate', PdfNumber.of(180))),
    'added-after-signing',
  ],
  [
    'without its form',
    () => appended(signed, (document) => void document.getCatalog().delete('AcroForm')),
    'added-after-signing',
  ],
  [
    'with a gap filled by validation data',
    async () => {
      const before = await sign(await withGap(pdf), request(signer.key));
      const gap = ((await PDF.load(before)).getPages()[0]?.dict.get('Contents') as PdfArray).at(1) as PdfRef;
      return appended(before, (document) => certificateFilling(document, gap.objectNumber));
    },
    'added-after-signing',
  ],
  ['with something behind its end', async () => concat(signed, '\nnoch etwas'), 'added-after-signing'],
  [
    'with an object behind its end',
    async () => concat(signed, '\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'),
    'added-after-signing',
  ],
  ['with a second end', async () => concat(signed, '%%EOF\n'), 'added-after-signing'],
  [
    'with its own last update once more',
    async () => concat(signed, signed.subarray(pdf.length)),
    'added-after-signing',
  ],
  [
    'with a changed word',
    async () => {
      const copy = Buffer.from(signed);
      copy[200] = (copy[200] ?? 0) ^ 1;
      return new Uint8Array(copy);
    },
    'altered',
  ],
  [
    'with the signature of another paper',
    async () => {
      const other = await sign(pdf, request(signer.key, { reason: 'Anders' }));
      const [here, there] = [lastRange(signed), lastRange(other)];
      const copy = Buffer.from(signed);
      Buffer.from(other.subarray(there.start, there.end)).copy(copy, here.start);
      return new Uint8Array(copy);
    },
    'altered',
  ],
  [
    'signed with SHA-1',
    () => signForeign(pdf, 'adbe.pkcs7.detached', opensslCms(signer, '-md', 'sha1')),
    'unsupported',
  ],
];

let ours: Verification[] = [];
const paths: string[] = [];
beforeAll(async () => {
  pdf = (await samplePdfs()).finished;
  signer = authority.make('rsa', 'Jörg Müller');
  stranger = strangers.make('rsa', 'Wer auch immer');
  signed = await sign(pdf, request(signer.key));
  writeFileSync(roots, authority.pem + stamps.pem);
  for (const [place, [, make]] of files.entries()) {
    const path = join(folder, `${String(place).padStart(2, '0')}.pdf`);
    writeFileSync(path, await make());
    paths.push(path);
  }
  ours = await ourVerdicts(paths, [
    authority.certificate,
    ...stamps.pem.split(/(?=-----BEGIN)/).map((one) => Buffer.from(one)),
  ]);
}, 300_000);

describe('a file', () => {
  it.each(files.map(([name, , verdict], place) => ({ name, verdict, place })))(
    '$name is $verdict',
    ({ verdict, place }) => {
      expect(ours[place]).toMatchObject({ verdict });
    },
  );

  it('is called what pyHanko can bear, each of them', async (test) => {
    requireJudges(test, ['pyHanko']);
    const theirs = await pyhankoVerdicts(paths, roots);
    const objections = files.flatMap(([name], place) => {
      const [own, other] = [ours[place], theirs[place]];
      return own && other
        ? compared(own, other).objections.map((objection) => `${name}: ${objection}`)
        : [`${name} is missing`];
    });
    expect(objections).toEqual([]);
  });
});

describe.each([2, 3])('a paper that its author certified at level %d', (level) => {
  it('bears our signature in the eyes of pyHanko, however its page is spelled', async (test) => {
    requireJudges(test, ['pyHanko']);
    const sources = {
      own: pdf,
      table: pageWith(ODD_SPELLINGS),
      packed: pageWith(ODD_SPELLINGS, { packed: [1, 2, 3] }),
    };
    const made: string[] = [];
    for (const [name, source] of Object.entries(sources)) {
      const certify = opensslCms(signer, '-md', 'sha256', '-cades');
      const certified = await signForeign(source, 'ETSI.CAdES.detached', certify, { level });
      const path = join(folder, `certified-${level}-${name}.pdf`);
      writeFileSync(path, await sign(certified, request(signer.key)));
      made.push(path);
    }
    for (const { path, signatures } of await pyhankoVerdicts(made, roots))
      expect(signatures, path).toMatchObject([
        { intact: true, valid: true, coverage: 'ENTIRE_REVISION', changes: 'FORM_FILLING' },
        { intact: true, valid: true, coverage: 'ENTIRE_FILE', changes: 'NONE' },
      ]);
  });
});

describe.skipIf(sharedMissing !== undefined)('files of other programs', () => {
  const corpus = ['corpus/signed', 'cases'].flatMap((place) =>
    sharedMissing
      ? []
      : readdirSync(sharedPath(place))
          .filter((name) => name.endsWith('.pdf'))
          .map((name) => sharedPath(place, name)),
  );
  let own: Verification[] = [];
  beforeAll(async () => {
    own = await ourVerdicts(corpus, null);
  }, 300_000);
  const named = (name: string): Verification | undefined => own.find(({ fileName }) => fileName === name);

  it('are called what pyHanko can bear, the certificates in them trusted by both', async (test) => {
    requireJudges(test, ['pyHanko']);
    const theirs: PyhankoFile[] = await pyhankoVerdicts(corpus, null);
    const objections = own.flatMap((verification, place) => {
      const other = theirs[place];
      return other
        ? compared(verification, other).objections.map((objection) => `${verification.fileName}: ${objection}`)
        : [];
    });
    expect(objections).toEqual([]);
    expect(own.length).toBeGreaterThan(15);
  });

  it('with tables and streams of references beside each other, or long lists of revoked certificates, are read', () => {
    expect(named('signed-hybrid-xref.pdf')).toMatchObject({ verdict: 'valid', signatures: [{ valid: true }] });
    expect(named('signed-large-revocation-list.pdf')).toMatchObject({
      verdict: 'valid',
      signatures: [{ valid: true }],
    });
  });

  it('to which only validation data and dates were added are neither green nor red, and both are named', () => {
    expect(named('signed-ltv-xmp-toolkit.pdf')).toMatchObject({
      verdict: 'added-after-signing',
      signatures: [{ valid: true, trusted: true, added: expect.arrayContaining(['validation-data', 'metadata']) }],
    });
  });

  it('are given the level of PAdES only where its conditions hold', () => {
    for (const name of ['adbe-signed.pdf', 'cms-signing-time.pdf'])
      expect(named(name)?.signatures[0]?.level, name).not.toMatch(/^B-/);
  });
});

describe('bytes that no signature explains', () => {
  it('never make a file unsigned', async () => {
    const path = join(folder, 'spur.pdf');
    const without = readFileSync(paths[0] ?? '')
      .toString('latin1')
      .replaceAll('/FT /Sig', '/FT /Six');
    writeFileSync(path, Buffer.from(without, 'latin1'));
    expect((await ourVerdicts([path], []))[0]).toMatchObject({ verdict: 'unsupported', reason: 'no-field' });
  });
});
