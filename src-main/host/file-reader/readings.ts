/** Every reading and the code that does it, loaded when the first file of its kind comes. Runs behind the fence. */
import type { Reading, Readings } from '../../core/reading/file-fence.ts';

type Read<R extends Reading> = (of: Readings[R]['of']) => Readings[R]['answer'] | Promise<Readings[R]['answer']>;

/** Whether a long text should come to its end. */
function patience(patienceMs: number): () => boolean {
  const started = performance.now();
  return () => performance.now() - started > patienceMs;
}

export const READINGS: { readonly [R in Reading]: Read<R> } = {
  import: async (file) => {
    const { createFileReader } = await import('../../adapters/import/file-reader.ts');
    const { sniffMimeType } = await import('../../adapters/attachment/sniff-mime-type.ts');
    const reader = createFileReader({
      mimeTypeOf: (name, bytes) => sniffMimeType(bytes, name),
      pdfRecord: async (name, bytes) =>
        (await import('../../adapters/pdf/read-record.ts')).readRecordFromPdf(name, bytes),
      docx: async (name, bytes) => (await import('../../adapters/docx/read-docx.ts')).readDocx(name, bytes),
      odt: async (name, bytes) => (await import('../../adapters/import/read-odt.ts')).readOdtFile(name, bytes),
    });
    return reader.read(file);
  },
  'returned-file': async (file) => {
    const { readReturnedFile } = await import('../../adapters/import/returned-file.ts');
    const { sniffMimeType } = await import('../../adapters/attachment/sniff-mime-type.ts');
    return readReturnedFile(file, sniffMimeType(file.bytes, file.fileName));
  },
  'contact-list': async (file) =>
    (await import('../../adapters/contact-list/read-contact-list.ts')).readContactList(file),
  'settings-file': async ({ fileName, bytes }) => {
    const { decodeText } = await import('../../adapters/import/decode-text.ts');
    const { readSettingsFile } = await import('../../core/settings/settings-file.ts');
    return readSettingsFile(fileName, decodeText(fileName, bytes));
  },
  'attachment-text': async ({ fileName, bytes, patienceMs }) =>
    (await import('../../adapters/attachment/extract-text.ts')).extractText(fileName, bytes, patience(patienceMs)),
  'attachment-audit': async ({ fileName, bytes, patienceMs }) =>
    (await import('../../adapters/attachment/audit-file.ts')).auditFile(fileName, bytes, patience(patienceMs)),
  'pdf-signatures': async ({ bytes }) => (await import('../../adapters/signing/pdf/verify-pdf.ts')).verifyPdf(bytes),
  'docx-signatures': async ({ bytes, fileName }) =>
    (await import('../../adapters/signing/ooxml/docx-signer.ts')).createDocxSigner().verify(bytes, fileName),
  certificate: async ({ bytes, fileName }) =>
    (await import('../../adapters/signing/keys/certificate-file.ts')).certificateFromFile(bytes, fileName),
  'certificate-info': async ({ bytes, fileName }) =>
    (await import('../../adapters/signing/keys/describe-certificate.ts')).describeCertificate(bytes, fileName),
  'certificate-chain': async ({ certificates, anchors, at, purpose }) =>
    (await import('../../adapters/signing/keys/judge-chain.ts')).judgeChain(certificates, anchors, at, purpose),
  'backup-check': async ({ path }) => {
    (await import('../../adapters/sqlite/check-backup.ts')).checkBackup(path);
    return null;
  },
  'backup-look': async ({ path }) => (await import('../../adapters/sqlite/inspect-backup.ts')).lookIntoBackup(path),
};
