/** Whole files of every kind that the program reads from strangers, with the changes that suit them. */
import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from '../../../src-main/base/canonical-json.ts';
import { sampleRecord } from '../../../src-main/core/statement/sample-record.ts';
import type { SigningKey } from '../../../src-main/core/ports/signature-ports.ts';
import { createDocxSigner } from '../../../src-main/adapters/signing/ooxml/docx-signer.ts';
import { timestampRequest } from '../../../src-main/adapters/signing/timestamp/timestamp-request.ts';
import { sampleDocx } from '../../support/docx-packages.ts';
import { pdfSigner, request, samplePdfs, VISIBLE } from '../../support/signed-pdf.ts';
import { testAuthority } from '../../support/signing-keys.ts';
import { testTimestamps } from '../../support/timestamp-authority.ts';
import { changeBytes, changeParts, changeSignature, changeText, type Mutator } from './mutate.ts';

export type SubjectKind = 'pdf' | 'docx' | 'text' | 'contacts' | 'key' | 'certificate' | 'time stamp';

export interface Subject {
  readonly name: string;
  readonly kind: SubjectKind;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly mutators: readonly Mutator[];
  /** One signature over the whole file: whatever is changed, it cannot be valid any more. */
  readonly isSigned: boolean;
}
export interface Corpus {
  readonly subjects: readonly Subject[];
  /** PEM of the authority above the signers. */
  readonly authority: string;
  readonly key: SigningKey;
  /** What the time stamp was asked. */
  readonly asked: { readonly digest: Uint8Array; readonly nonce: Uint8Array };
}

const CSV = `Name;Vorname;Anrede;E-Mail;Gremium;Von\r\n"Ahorn; geb. Birke";Ada;Frau;ada@example.org;Stadtrat;1.2.2020\r\nZeder;Cleo;;;"Fraktion ""Mitte""";\r\n`;
const CARDS = `BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ahorn;Ada;;Dr.;\r\nFN:Dr. Ada Ahorn\r\nORG:Stadtrat;Fraktion\r\nEMAIL;TYPE=work:ada@example.org\r\nADR;TYPE=work:;;Markt 1;Auental;;09999;\r\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=BC=C3=9Fe=\r\n aus Auental\r\nEND:VCARD\r\n`;

export async function makeCorpus(): Promise<Corpus> {
  const authority = testAuthority();
  const stamps = testTimestamps();
  try {
    const [rsa, ec] = [authority.make('rsa', 'Jörg Müller'), authority.make('ec', 'Anna Weiß')];
    const { finished } = await samplePdfs();
    const docx = await sampleDocx();
    const stamp = (value: Uint8Array): Promise<Uint8Array> => Promise.resolve(stamps.token(value));
    const signDocx = (key: SigningKey): Promise<Uint8Array> =>
      createDocxSigner().sign(docx, { key, at: new Date().toISOString(), reason: 'Ausfertigung' });
    const record = sampleRecord();
    const digest = createHash('sha256').update(randomBytes(16)).digest();
    const { der, nonce } = timestampRequest(digest);
    const at = new Date().toISOString();
    const signedPdf = [changeBytes, changeSignature];
    const packages = [changeParts, changeParts, changeBytes];
    const subject = (
      name: string,
      kind: SubjectKind,
      fileName: string,
      bytes: Uint8Array,
      mutators: readonly Mutator[],
      isSigned = false,
    ): Subject => ({ name, kind, fileName, bytes, mutators, isSigned });
    const pdf = (key: SigningKey, more = {}): Promise<Uint8Array> =>
      pdfSigner.sign(finished, request(key, { at, ...more }));
    const text = (file: string, words: string, mutators: readonly Mutator[] = [changeText, changeBytes]): Subject =>
      subject(file, 'text', file, Buffer.from(words), mutators);
    const replyWords = ['Stellungnahme der Verwaltung', 'S0001/26', 'zum Antrag A0002/26', ...record.replyText];
    const subjects = [
      subject('signed PDF', 'pdf', 'a.pdf', await pdf(rsa.key, { visible: VISIBLE }), signedPdf, true),
      subject('stamped PDF', 'pdf', 'b.pdf', await pdf(ec.key, { stamp }), signedPdf, true),
      subject('PDF', 'pdf', 'c.pdf', finished, [changeBytes]),
      subject('signed DOCX', 'docx', 'a.docx', await signDocx(rsa.key), packages, true),
      subject('signed DOCX with EC', 'docx', 'b.docx', await signDocx(ec.key), packages, true),
      subject('DOCX', 'docx', 'c.docx', docx, packages),
      text('record.json', canonicalJson(record, 1)),
      text('statement.txt', replyWords.join('\n\n')),
      subject('CSV', 'contacts', 'a.csv', Buffer.from(CSV), [changeText, changeBytes]),
      subject('vCard', 'contacts', 'a.vcf', Buffer.from(CARDS), [changeText, changeBytes]),
      subject('RSA key', 'key', 'a.p12', rsa.pkcs12, [changeBytes]),
      subject('EC key', 'key', 'b.p12', ec.pkcs12, [changeBytes]),
      subject('certificate', 'certificate', 'a.cer', rsa.certificate, [changeBytes]),
      subject('certificate as text', 'certificate', 'a.pem', Buffer.from(authority.pem), [changeText, changeBytes]),
      subject('time stamp', 'time stamp', 'a.tsr', stamps.answer(der), [changeBytes]),
    ];
    return { subjects, authority: authority.pem, key: rsa.key, asked: { digest, nonce } };
  } finally {
    authority.remove();
    stamps.remove();
  }
}
