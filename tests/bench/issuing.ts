/** What signing, issuing, verifying and letters to many cost, beside LibreOffice and Chromium in the same run. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDocxWriter } from '../../src-main/adapters/docx/docx-writer.ts';
import { createDocxSigner } from '../../src-main/adapters/signing/ooxml/docx-signer.ts';
import { createPdfSigner } from '../../src-main/adapters/signing/pdf/pdf-signer.ts';
import { createPdfWriter } from '../../src-main/adapters/pdf/pdf-writer.ts';
import { createCharacterCheck } from '../../src-main/adapters/typst/character-check.ts';
import { createTypesetter } from '../../src-main/adapters/typst/typesetter.ts';
import { letterDocument } from '../../src-main/core/print/letter.ts';
import { formSheetFiles } from '../../src-main/core/print/statement-files.ts';
import { builtInProfile } from '../../src-main/core/office/office-service.ts';
import type { PdfSignRequest, SigningKey } from '../../src-main/core/ports/signature-ports.ts';
import { collect } from '../support/collect.ts';
import { addReleased, refOf } from '../support/issuing-office.ts';
import { TEST_PASSPHRASE, testAuthority } from '../support/signing-keys.ts';
import { deskClock } from '../support/survival-office.ts';
import { assetFolder, testHost, typstWorker } from '../support/test-host.ts';
import { chromiumTimes, pageOf } from './chromium.ts';
import { libreOfficeTimes, libreOfficeVersion } from './libre-office.ts';
import { times } from './measure.ts';
import { letterOfPages, statementOfPages } from './samples.ts';

export interface Bench {
  /** Prints a row and answers its median. */
  readonly report: (name: string, values: readonly number[]) => number;
  readonly fail: (what: string) => void;
  readonly scratch: string;
}

const WARM_UP = 8;
const ROUNDS = 25;
const GOAL_MS = 400;
const RECIPIENTS = 100;
const SERIAL_GOAL_MS = 10_000;

const profile = builtInProfile('Stadt Messung');
const visible = {
  page: 0,
  xMm: 25,
  yMm: 277,
  widthMm: 95,
  heightMm: 11,
  lines: ['Elektronisch unterschrieben von Jörg Müller', 'am 02.03.2026'],
  alternativeText: 'Elektronisch unterschrieben von Jörg Müller',
};
const requestOf = (key: SigningKey): PdfSignRequest => ({
  key,
  at: deskClock.now(),
  reason: 'Ausfertigung',
  location: '',
  fieldName: 'Unterschrift',
  visible,
  stamp: null,
});

interface Pair {
  readonly docx: Uint8Array;
  readonly pdf: Uint8Array;
}

async function signedPairs({ report, fail, scratch }: Bench): Promise<Pair> {
  const authority = testAuthority();
  const typesetter = createTypesetter({ workerFile: typstWorker, assetFolder });
  const writers = {
    characters: createCharacterCheck(assetFolder),
    docx: createDocxWriter(),
    pdf: createPdfWriter(typesetter),
    utf8: (text: string) => Buffer.from(text),
  };
  const docxSigner = createDocxSigner();
  const pdfSigner = createPdfSigner({
    font: () => new Uint8Array(readFileSync(join(assetFolder, 'fonts', 'Arimo-Regular.ttf'))),
  });
  const signDocx = (key: SigningKey, docx: Uint8Array): Promise<Uint8Array> =>
    docxSigner.sign(docx, { key, at: deskClock.now(), reason: 'Ausfertigung' });
  const statement = async (key: SigningKey, round: number): Promise<Pair> => {
    const request = {
      record: statementOfPages(2, `Lauf${round}`),
      profile,
      stem: 'S0001-26',
      wantsPdf: true,
      isIssue: true,
    };
    const { docx, pdf } = await formSheetFiles(writers, { ...request, finishDocx: (bytes) => signDocx(key, bytes) });
    return { docx, pdf: await pdfSigner.sign(pdf ?? new Uint8Array(), requestOf(key)) };
  };
  const letter = async (key: SigningKey, round: number): Promise<Pair> => {
    const document = letterDocument(letterOfPages(2, `Lauf${round}`), profile);
    const [docx, pdf] = await Promise.all([
      writers.docx.write(document, null).then((bytes) => signDocx(key, bytes)),
      writers.pdf.write(document, Promise.resolve([])),
    ]);
    return { docx, pdf: await pdfSigner.sign(pdf, requestOf(key)) };
  };
  try {
    const keys = { RSA: authority.make('rsa', 'Jörg Müller').key, EC: authority.make('ec', 'Jörg Müller').key };
    const medians: number[] = [];
    for (const [kind, key] of Object.entries(keys)) {
      for (const [what, make] of [
        ['Stellungnahme', statement],
        ['Brief', letter],
      ] as const) {
        await times(WARM_UP, (round) => make(key, round));
        const took = report(
          `PDF und DOCX signiert (${kind}), ${what}, zwei Seiten, warm`,
          await times(ROUNDS, (round) => make(key, round)),
        );
        if (took > GOAL_MS) fail(`${what} (${kind}): signiertes PDF und DOCX brauchen mehr als ${GOAL_MS} ms`);
        medians.push(took);
      }
    }
    const pair = await statement(keys.RSA, 0);
    const docx = join(scratch, 'zwei Seiten.docx');
    writeFileSync(docx, pair.docx);
    // The first is the statement whose Word file the others get, signed with RSA.
    await rivals({ report, fail, scratch }, docx, medians[0] ?? Number.NaN);
    const verifyTimes = {
      PDF: () => pdfSigner.verify(pair.pdf, 'a.pdf'),
      DOCX: () => docxSigner.verify(pair.docx, 'a.docx'),
    };
    for (const [format, verify] of Object.entries(verifyTimes)) {
      await times(WARM_UP, verify);
      report(`${format} prüfen, zwei Seiten, warm`, await times(ROUNDS, verify));
    }
    return pair;
  } finally {
    await typesetter.close();
    authority.remove();
  }
}

async function rivals({ report, scratch }: Bench, docx: string, ours: number): Promise<void> {
  const ratio = (name: string, theirs: number): void =>
    console.log(`Verhältnis (${name} / Stellwerk, PDF und DOCX signiert): ${(theirs / ours).toFixed(2)}`);
  const version = libreOfficeVersion();
  if (version === null) console.log('LibreOffice fehlt: kein Vergleich');
  else {
    const { cold, warm } = await libreOfficeTimes(docx, scratch);
    ratio('LibreOffice kalt', report(`${version}: dieselbe DOCX→PDF, unsigniert, kalt`, cold));
    ratio('LibreOffice warm', report('LibreOffice: dieselbe DOCX→PDF, unsigniert, warm (je Datei)', [warm]));
  }
  const printed = await chromiumTimes((round) => pageOf(statementOfPages(2, `Lauf${round}`)), ROUNDS);
  if (printed === null) console.log('Chromium fehlt: kein Vergleich');
  else ratio('Chromium', report('Chromium: gleichwertige Seiten→PDF, unsigniert, warm', printed));
}

async function inAnOffice({ report, fail, scratch }: Bench): Promise<void> {
  const folder = join(scratch, 'Büro');
  mkdirSync(folder);
  const host = testHost({ folder, clock: deskClock });
  const authority = testAuthority();
  try {
    await addReleased(host, WARM_UP + ROUNDS);
    const file = { fileName: 'Schlüssel.p12', bytes: authority.make('rsa', 'Jörg Müller').pkcs12 };
    const { keyId } = await host.app.signatures.openKey({ ...file, passphrase: TEST_PASSPHRASE });
    const issue = (n: number): Promise<unknown> => host.app.issues.issue({ ref: refOf(n + 1), keyId });
    await times(WARM_UP, issue);
    report(
      'Ausfertigen, signiert, alle sechs Dateien gespeichert, warm',
      await times(ROUNDS, (n) => issue(WARM_UP + n)),
    );
    const [pdf] = await host.app.issues.files(refOf(1));
    const known = (): Promise<unknown> =>
      host.app.signatures.verify({ fileName: 'a.pdf', bytes: pdf?.bytes ?? new Uint8Array() });
    report('Eigenes PDF prüfen, mit Register und Vertrauensliste', await times(ROUNDS, known));
    const recipients = Array.from({ length: RECIPIENTS }, (_, n) => ({
      kind: 'external' as const,
      name: `Verein ${n}`,
      lines: [`Verein ${n}`, `Gasse ${n}`, '09999 Auental'],
      email: '',
    }));
    const letters = (run: number): Promise<unknown> =>
      collect(
        host.app.serialLetters.run({
          ref: refOf(1),
          runId: `00000000-0000-7000-8000-0000000009${String(run).padStart(2, '0')}`,
          kind: 'cover-letter',
          recipients,
        }),
      );
    const took = report(`Serienbrief an ${RECIPIENTS} Empfänger`, await times(3, letters));
    if (took > SERIAL_GOAL_MS) fail(`der Serienbrief an ${RECIPIENTS} braucht mehr als zehn Sekunden`);
  } finally {
    authority.remove();
    await host.dispose();
  }
}

export async function issuing(bench: Bench): Promise<void> {
  await signedPairs(bench);
  await inAnOffice(bench);
}
