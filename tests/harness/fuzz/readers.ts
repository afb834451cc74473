/** Everything of the program that reads files of strangers; answers what it said, throws what nobody may see. */
import { unzipSync } from 'fflate';
import { createCertificates } from '../../../src-main/adapters/signing/keys/certificates.ts';
import { readContactList } from '../../../src-main/adapters/contact-list/read-contact-list.ts';
import { createDocxSigner } from '../../../src-main/adapters/signing/ooxml/docx-signer.ts';
import { checkedToken } from '../../../src-main/adapters/signing/timestamp/check-token.ts';
import { Refusal } from '../../../src-main/contract/shared/errors.ts';
import { fencedReaders } from '../../../src-main/host/fenced-readers.ts';
import { inProcess, openFence } from '../../../src-main/host/open-fence.ts';
import { lastRange, pdfSigner, request } from '../../support/signed-pdf.ts';
import { TEST_PASSPHRASE } from '../../support/signing-keys.ts';
import { deskClock } from '../../support/survival-office.ts';
import { fileReader, testHost } from '../../support/test-host.ts';
import type { Random } from './mutate.ts';
import type { Corpus, Subject } from './subjects.ts';

/** Reading attachments is slow, and has limits of its own. */
const ATTACHMENT_SHARE = 0.15;

export interface Readers {
  /** Runs all that suit the subject. Answers codes of refusals and "ok". */
  read(subject: Subject, bytes: Uint8Array, random: Random): Promise<readonly string[]>;
  close(): Promise<void>;
}

const UNEXPECTED = new Set<string>(['unexpected', 'reading-broke-off']);

async function outcome(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'ok';
  } catch (error) {
    // Behind the fence an error that no reader expected ends as this refusal; here it is a fault.
    if (error instanceof Refusal && !UNEXPECTED.has(error.code)) return error.code;
    throw error;
  }
}

/** True when the change touched what the signature covers. */
function wasSignedDataChanged(subject: Subject, bytes: Uint8Array): boolean {
  const [before, after] = [Buffer.from(subject.bytes), Buffer.from(bytes)];
  if (subject.kind === 'pdf') {
    const { start, end } = lastRange(before);
    if (before.length !== after.length) return true;
    return (
      !before.subarray(0, start).equals(after.subarray(0, start)) || !before.subarray(end).equals(after.subarray(end))
    );
  }
  const body = (docx: Uint8Array): Uint8Array => unzipSync(docx)['word/document.xml'] ?? new Uint8Array();
  try {
    return !Buffer.from(body(before)).equals(Buffer.from(body(after)));
  } catch {
    return true;
  }
}

export async function openReaders(folder: string, corpus: Corpus): Promise<Readers> {
  const host = testHost({ folder, clock: deskClock });
  const { imports, signatures, system } = host.app;
  await system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
  await signatures.trust({ fileName: 'ca.pem', bytes: Buffer.from(corpus.authority) });
  const certificates = createCertificates();
  const docxSigner = createDocxSigner();
  const fence = openFence(inProcess(fileReader));
  const { attachmentText, attachmentAudit } = fencedReaders(fence).ports;
  const verify = async (subject: Subject, bytes: Uint8Array): Promise<void> => {
    const { verdict } = await signatures.verify({ fileName: subject.fileName, bytes });
    if (subject.isSigned && verdict === 'valid' && wasSignedDataChanged(subject, bytes))
      throw new Error('a changed file was called valid');
  };
  const imported = (file: { fileName: string; bytes: Uint8Array }): (() => unknown)[] => [
    () => imports.readText(file),
    () => imports.importFile(file),
  ];
  const works = (subject: Subject, bytes: Uint8Array, random: Random): (() => unknown)[] => {
    const file = { fileName: subject.fileName, bytes };
    const attached: (() => unknown)[] =
      random() < ATTACHMENT_SHARE
        ? [() => attachmentText({ ...file, mimeType: '' }), () => attachmentAudit({ ...file, mimeType: '' })]
        : [];
    switch (subject.kind) {
      case 'pdf':
        return [
          () => verify(subject, bytes),
          ...imported(file),
          () => pdfSigner.sign(bytes, request(corpus.key, { at: deskClock.now() })),
          ...attached,
        ];
      case 'docx':
        return [
          () => verify(subject, bytes),
          ...imported(file),
          () => docxSigner.sign(bytes, { key: corpus.key, at: deskClock.now(), reason: '' }),
          ...attached,
        ];
      case 'text':
        return [...imported(file), ...attached];
      case 'contacts':
        return [() => readContactList(file), ...imported(file)];
      case 'key':
        return [
          async () => {
            const key = await certificates.openKey(bytes, TEST_PASSPHRASE, file.fileName);
            await key.sign(bytes);
          },
        ];
      case 'certificate':
        return [
          async () => {
            const certificate = await certificates.readCertificate(bytes, file.fileName);
            await certificates.describe(certificate);
            await certificates.judge([certificate], [certificate], deskClock.now());
          },
          () => signatures.trust(file),
        ];
      case 'time stamp':
        return [
          () => {
            try {
              checkedToken(bytes, corpus.asked.digest, corpus.asked.nonce);
            } catch (cause) {
              // Whatever is wrong with an answer becomes this refusal where the service is asked.
              throw new Refusal('timestamp-unavailable', {}, { cause });
            }
          },
        ];
    }
  };
  return {
    read: async (subject, bytes, random) => {
      const said: string[] = [];
      for (const work of works(subject, bytes, random)) said.push(await outcome(work));
      return said;
    },
    close: async () => {
      await fence.close();
      await host.dispose();
    },
  };
}
