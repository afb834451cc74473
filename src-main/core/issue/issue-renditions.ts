/** Renditions: a later time stamp or a further signature makes a new file beside the issued one, never a changed byte (record.md 10). */
import { Refusal } from '../../contract/shared/errors.ts';
import { signatureTexts } from '../../contract/signature/texts-de.ts';
import { storedFile } from '../attachment/stored-file.ts';
import type { IssueFileEntry } from '../ports/issue-ports.ts';
import { currentOffice, type Office } from '../office/office-service.ts';
import type { Ports, ReadStores } from '../ports/ports.ts';
import { signDocx, signPdf, timestampPdf, type Signer } from '../signature/sign-with.ts';
import { findStatement } from '../statement/statement-draft.ts';

export interface IssueRenditions {
  addTimestamp(ref: string): Promise<void>;
  addSignature(ref: string, signer: Signer): Promise<void>;
}

interface Source {
  readonly entry: IssueFileEntry;
  readonly bytes: Uint8Array;
}

/** "S0386-22 Fassung 2.pdf": files of one issue stand beside each other in a folder. */
const renditionName = (fileName: string, number: number): string =>
  fileName.replace(/(?=\.[a-z]+$)/, ` ${signatureTexts.renditionLabel} ${number}`);

type SignedKind = 'form-sheet-pdf' | 'form-sheet-docx';

export function issueRenditions(ports: Ports): IssueRenditions {
  const { database } = ports;
  /** The newest file of a kind: a rendition goes on where the last one ended. */
  const newest = async (
    stores: ReadStores,
    ref: string,
    kind: SignedKind,
  ): Promise<Source & { readonly office: Office }> => {
    const office = await currentOffice(stores.office, ports.dataFolder);
    const { paper } = await findStatement(stores, ref, office.profile.numberPatterns);
    const [issue] = await stores.issues.issues(paper.id);
    if (!issue) throw new Refusal('issue-missing', { reference: paper.reference ?? paper.id });
    const entry = (await stores.issues.files(issue.id)).filter((file) => file.kind === kind).at(-1);
    if (!entry) throw new Error(`issue ${issue.id} has no ${kind}`);
    return { entry, bytes: (await storedFile(stores, entry)).bytes, office };
  };
  const keep = (
    made: readonly { readonly source: Source; readonly bytes: Uint8Array }[],
    note: string,
  ): Promise<void> =>
    database.write(async (stores) => {
      for (const { source, bytes } of made) {
        const sha512 = ports.sha512(bytes);
        await stores.attachments.keepBytes(sha512, bytes);
        const files = await stores.issues.files(source.entry.issueId);
        const ofKind = files.filter(({ kind }) => kind === source.entry.kind);
        // Somebody else was quicker: theirs would be left behind.
        if (ofKind.at(-1)?.id !== source.entry.id)
          throw new Refusal('conflict', { expectedRevision: source.entry.position, actualRevision: files.length - 1 });
        const id = ports.newId();
        await stores.issues.addFile({
          ...source.entry,
          id,
          fileName: renditionName(ofKind[0]?.fileName ?? source.entry.fileName, ofKind.length + 1),
          position: files.length,
          size: bytes.length,
          sha512,
          derivedFrom: source.entry.id,
          note,
        });
        await stores.log.append({ action: 'rendition-added', entity: 'issue-file', entityId: id, revision: null });
      }
    });
  return {
    addTimestamp: async (ref) => {
      const source = await database.read((stores) => newest(stores, ref, 'form-sheet-pdf'));
      const { signatures } = await ports.pdfSigner.verify(source.bytes, source.entry.fileName);
      if (signatures.length === 0) throw new Refusal('signature-missing', { file: source.entry.fileName });
      const bytes = await timestampPdf(ports, source.office.profile, source.bytes);
      await keep([{ source, bytes }], signatureTexts.renditionTimestamp);
    },
    addSignature: async (ref, signer) => {
      const [pdf, docx] = await database.read(async (stores) => [
        await newest(stores, ref, 'form-sheet-pdf'),
        await newest(stores, ref, 'form-sheet-docx'),
      ]);
      const { profile } = pdf.office;
      const signedPdf = await signPdf(
        ports,
        signer,
        { ...profile, signing: { ...profile.signing, visibleField: false } },
        pdf.bytes,
      );
      const signedDocx = await signDocx(ports, signer, profile, docx.bytes);
      await keep(
        [
          { source: pdf, bytes: signedPdf.bytes },
          { source: docx, bytes: signedDocx },
        ],
        signatureTexts.renditionSignature(signer.info.certificate.subject, signedPdf.timestampProblem),
      );
    },
  };
}
