/** Keys, signing of single files, verifying, the office's trust list. */
import { Refusal } from '../../contract/shared/errors.ts';
import {
  Documents,
  documents,
  type Delivery,
  type StrangersFile,
  type StoppableFile,
} from '../../contract/document/delivery.ts';
import type { CertificateInfo, OpenKey, Verification } from '../../contract/signature/shapes.ts';
import { SIGN_PROBLEMS, signatureTexts } from '../../contract/signature/texts-de.ts';
import { currentOffice } from '../office/office-service.ts';
import type { Ports } from '../ports/ports.ts';
import type { FoundSignatures } from '../ports/signature-ports.ts';
import { DOCX_TYPE, PDF_TYPE } from '../print/statement-files.ts';
import { normaliseLine } from '../../base/normalise.ts';
import { requireGoingOn } from '../reading/stoppable-file.ts';
import { requireSignable, signableFormat } from './file-format.ts';
import { judgeSignatures, readableCertificate } from './judge-signatures.ts';
import { knownPaper } from './known-paper.ts';
import { requireValidNow, type Keyring } from './keyring.ts';
import { passphraseTries } from './passphrase-tries.ts';
import { signDocx, signPdf } from './sign-with.ts';
import { fileNamePart } from '../../base/file-name.ts';
import { problems } from '../../contract/shared/problems-de.ts';

interface ToSign extends StrangersFile {
  readonly keyId: string;
  readonly breaksCertification?: boolean | undefined;
}

export interface SignatureService {
  /** Refuses with `passphrase-wrong`, `passphrase-pause`, `key-damaged`, `key-unsupported`, `certificate-expired`. */
  openKey(file: StrangersFile & { readonly passphrase: string }): Promise<OpenKey>;
  openKeys(): OpenKey[];
  closeKey(keyId: string): void;
  createTestKey(input: { readonly name: string; readonly passphrase: string }): Promise<Documents>;
  /**
   * A file that is no issue of ours, under a name that tells it from the unsigned file; refuses with `issue-part-of`, `format-unsupported`, `document-not-signable`, and with
   * `document-certified` where its author forbade further signatures, unless that certification may be broken.
   */
  sign(file: ToSign): Promise<Documents<{ readonly delivery: Delivery; readonly timestampProblem: string | null }>>;
  verify(file: StoppableFile): Promise<Verification>;
  trustList(): Promise<CertificateInfo[]>;
  trust(file: StoppableFile): Promise<CertificateInfo[]>;
  /** Puts the certificate of a signer of this file on the trust list; refuses with `not-found` where none has this fingerprint. */
  trustSigner(file: StrangersFile & { readonly fingerprint: string }): Promise<CertificateInfo[]>;
  /** The file as it was when this revision was signed, without what was added later; refuses with `revision-missing`. */
  deliverRevision(file: StrangersFile & { readonly revision: number }): Promise<Documents>;
  distrust(fingerprint: string): Promise<CertificateInfo[]>;
  trustAgain(fingerprint: string): Promise<CertificateInfo[]>;
}

const TEST_KEY_YEARS = 2;

export function signatureService(ports: Ports, keys: Keyring): SignatureService {
  const { database, clock, certificates, strangersCertificates } = ports;
  const tries = passphraseTries(database, clock.now);
  const describeAll = (list: readonly Uint8Array[]): Promise<CertificateInfo[]> =>
    Promise.all(list.map((certificate) => strangersCertificates.describe(certificate, signatureTexts.trustList)));
  const trustListOf = async (): Promise<CertificateInfo[]> =>
    describeAll(await database.read((stores) => stores.trust.certificates()));
  const knownAs = (bytes: Uint8Array): Promise<Verification['known']> =>
    database.read((stores) => knownPaper(stores, ports.sha512(bytes)));

  const verifierOf = (format: 'pdf' | 'docx') => (format === 'pdf' ? ports.pdfSigner : ports.docxSigner);

  const allJudged = judgeSignatures(strangersCertificates, clock);

  const signFile = async ({
    keyId,
    breaksCertification = false,
    ...file
  }: ToSign): Promise<{ bytes: Uint8Array; timestampProblem: string | null }> => {
    const obstacle = ports.obstacleOf(file.bytes);
    if (obstacle !== null)
      throw new Refusal('document-not-signable', { file: file.fileName, problem: SIGN_PROBLEMS[obstacle] });
    const format = requireSignable(ports, file);
    const known = await knownAs(file.bytes);
    if (known) throw new Refusal('issue-part-of', { reference: known.reference });
    // Behind the fence first: a file that ends or fills its reader must not come so far here, where the key is open.
    await foundIn(file, format);
    const { profile } = await database.read((stores) => currentOffice(stores.office, ports.dataFolder));
    const signer = keys.use(keyId);
    if (format === 'docx')
      return { bytes: await signDocx(ports, signer, profile, file.bytes, file.fileName), timestampProblem: null };
    const { bytes, timestampProblem } = await signPdf(
      ports,
      signer,
      { ...profile, signing: { ...profile.signing, visibleField: false } },
      file.bytes,
      { breaksCertification, fileName: file.fileName },
    );
    return { bytes, timestampProblem };
  };

  const foundIn = (file: StoppableFile, format: 'pdf' | 'docx'): Promise<FoundSignatures> =>
    verifierOf(format).verify(file.bytes, file.fileName, file.signal);

  const trustCertificate = async (certificate: Uint8Array, fileName: string): Promise<CertificateInfo[]> => {
    const { fingerprint } = await strangersCertificates.describe(certificate, fileName);
    await database.write(async (stores) => {
      await stores.trust.add(fingerprint, certificate);
      await stores.log.append({
        action: 'certificate-trusted',
        entity: 'certificate',
        entityId: fingerprint,
        revision: null,
      });
    });
    return trustListOf();
  };

  return {
    openKey: async ({ passphrase, ...file }) => {
      const digest = ports.sha256(file.bytes);
      const key = await tries.guard({ fileName: file.fileName, digest }, () =>
        certificates.openKey(file.bytes, passphrase, file.fileName),
      );
      const [own] = key.certificates;
      if (!own) throw new Error('a key without certificate was opened');
      const info = { fileName: file.fileName, certificate: await certificates.describe(own) };
      requireValidNow(info, clock.now());
      return keys.put(key, info);
    },
    openKeys: () => keys.list(),
    closeKey: (keyId) => keys.close(keyId),
    createTestKey: async ({ name, passphrase }) => {
      const from = clock.now();
      const until = `${Number(from.slice(0, 4)) + TEST_KEY_YEARS}${from.slice(4)}`;
      const clean = normaliseLine(name);
      if (clean === '') throw new Refusal('input-invalid', { problem: problems.nameMissing });
      const { pkcs12 } = await certificates.createTestKey({ name: clean, passphrase, from, until });
      const fileName = fileNamePart(signatureTexts.testFileName(clean), 200);
      const file = { fileName, mimeType: 'application/x-pkcs12', bytes: pkcs12, isPrivate: true };
      return documents([{ ...file, isIrreplaceable: true }]);
    },
    sign: async (file) => {
      const { bytes, timestampProblem } = await signFile(file);
      const mimeType = signableFormat(ports, file) === 'pdf' ? PDF_TYPE : DOCX_TYPE;
      const fileName = fileNamePart(signatureTexts.signedFileName(file.fileName), 200);
      return new Documents([{ fileName, mimeType, bytes }], (delivery) =>
        Promise.resolve({ delivery, timestampProblem }),
      );
    },
    verify: async (file) => {
      if (file.bytes.length === 0) throw new Refusal('file-empty', { file: file.fileName });
      const format = signableFormat(ports, file);
      const known = await knownAs(file.bytes);
      const base = { fileName: file.fileName, format, known };
      if (format === 'other') {
        const nothing = { decisive: null, signatures: [], revisions: 0, uncoveredParts: [] };
        return { ...base, ...nothing, verdict: 'unsupported', reason: ports.obstacleOf(file.bytes) };
      }
      const anchors = await database.read((stores) => stores.trust.certificates());
      return { ...base, ...(await allJudged(await foundIn(file, format), format, anchors, file.fileName)) };
    },
    trustList: trustListOf,
    trust: async (file) => {
      const certificate = await strangersCertificates.read(file.bytes, file.fileName, file.signal);
      requireGoingOn(file);
      return trustCertificate(certificate, file.fileName);
    },
    trustSigner: async ({ fingerprint, ...file }) => {
      const { signatures } = await foundIn(file, requireSignable(ports, file));
      for (const {
        certificates: [signer],
      } of signatures)
        if (
          signer &&
          (await readableCertificate(strangersCertificates, signer, file.fileName))?.fingerprint === fingerprint
        )
          return trustCertificate(signer, file.fileName);
      throw new Refusal('not-found', { reference: fingerprint });
    },
    deliverRevision: async ({ revision, ...file }) => {
      if (requireSignable(ports, file) !== 'pdf')
        throw new Refusal('format-unsupported', { format: file.fileName, formats: ['PDF'] });
      const { signatures } = await foundIn(file, 'pdf');
      const signed = new Map(
        signatures.flatMap(({ revision: number, signedLength }) =>
          signedLength === null ? [] : [[number, signedLength]],
        ),
      );
      const length = signed.get(revision);
      if (length === undefined) {
        const available = signatureTexts.signedRevisions([...signed.keys()].sort((a, b) => a - b));
        throw new Refusal('revision-missing', { file: file.fileName, revision, available });
      }
      const fileName = fileNamePart(signatureTexts.revisionFileName(file.fileName, revision), 200);
      return documents([{ fileName, mimeType: PDF_TYPE, bytes: file.bytes.slice(0, length) }]);
    },
    distrust: async (fingerprint) => {
      await database.write(async (stores) => {
        await stores.trust.remove(fingerprint);
        await stores.log.append({
          action: 'certificate-distrusted',
          entity: 'certificate',
          entityId: fingerprint,
          revision: null,
        });
      });
      return trustListOf();
    },
    trustAgain: async (fingerprint) => {
      await database.write(async (stores) => {
        if (!(await stores.trust.addAgain(fingerprint))) throw new Refusal('not-found', { reference: fingerprint });
        await stores.log.append({
          action: 'certificate-trusted',
          entity: 'certificate',
          entityId: fingerprint,
          revision: null,
        });
      });
      return trustListOf();
    },
  };
}
