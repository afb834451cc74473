/** Keys, signing of single files, verifying, the office's trust list. */
import { Refusal } from '../../contract/errors.ts';
import type { Delivery } from '../../contract/delivery.ts';
import type { CertificateInfo, OpenKey, Verification, VerifiedSignature } from '../../contract/signature.ts';
import { signatureTexts } from '../../contract/texts/signature-de.ts';
import { currentOffice } from '../office/office-service.ts';
import type { DeliveryPort, Ports, ReadStores } from '../ports.ts';
import type { ChainVerdict, FoundSignature } from '../signature-ports.ts';
import { DOCX_TYPE, PDF_TYPE } from '../document/statement-files.ts';
import { normaliseLine } from '../text/normalise.ts';
import { requireSignable, signableFormat, type NamedBytes } from './file-format.ts';
import { requireValidNow, type Keyring } from './keyring.ts';
import { passphraseTries } from './passphrase-tries.ts';
import { signDocx, signPdf } from './sign-with.ts';
import { fileVerdict, signatureVerdict } from './verdict.ts';
import { fileNamePart } from '../text/file-name.ts';

export interface SignatureService {
  /** Refuses with `passphrase-wrong`, `passphrase-pause`, `key-damaged`, `key-unsupported`, `certificate-expired`. */
  openKey(file: NamedBytes, passphrase: string): Promise<OpenKey>;
  openKeys(): OpenKey[];
  closeKey(keyId: string): void;
  createTestKey(input: { readonly name: string; readonly passphrase: string }, to?: DeliveryPort): Promise<Delivery>;
  /** A file that is no issue of ours; refuses with `issue-part-of`, `format-unsupported`. */
  signFile(
    file: NamedBytes,
    keyId: string,
  ): Promise<{ readonly bytes: Uint8Array; readonly timestampProblem: string | null }>;
  /** The same, handed to the person under a name that tells it from the unsigned file. */
  deliverSigned(
    file: NamedBytes,
    keyId: string,
    to?: DeliveryPort,
  ): Promise<{ readonly delivery: Delivery; readonly timestampProblem: string | null }>;
  verify(file: NamedBytes): Promise<Verification>;
  trustList(): Promise<CertificateInfo[]>;
  trust(file: NamedBytes): Promise<CertificateInfo[]>;
  distrust(fingerprint: string): Promise<CertificateInfo[]>;
  trustAgain(fingerprint: string): Promise<CertificateInfo[]>;
}

const TEST_KEY_YEARS = 2;

/** The issue that a file belongs to byte for byte; undefined for every other file. */
async function knownIssue(stores: ReadStores, sha512: string): Promise<Verification['known']> {
  const [file] = await stores.issues.filesBySha512(sha512);
  const issue = file && (await stores.issues.issue(file.issueId));
  const paper = issue && (await stores.papers.get(issue.statementId));
  // An attachment may come from anywhere; only what the program made is "ours".
  if (!file || !issue || !paper || file.kind === 'attachment') return null;
  const events = await stores.issues.events(issue.statementId);
  return {
    paperId: paper.id,
    reference: paper.reference ?? paper.id,
    edition: issue.edition,
    kind: file.kind,
    fileName: file.fileName,
    isRendition: file.derivedFrom !== null,
    withdrawn: events.some(({ kind, issueId }) => kind === 'withdrawn' && issueId === issue.id),
  };
}

export function signatureService(ports: Ports, keys: Keyring): SignatureService {
  const { database, clock, certificates, strangersCertificates } = ports;
  const tries = passphraseTries(database, clock.now);
  const describeAll = (list: readonly Uint8Array[]): Promise<CertificateInfo[]> =>
    Promise.all(list.map((certificate) => strangersCertificates.describe(certificate, signatureTexts.trustList)));
  const trustListOf = async (): Promise<CertificateInfo[]> =>
    describeAll(await database.read((stores) => stores.trust.certificates()));
  const knownAs = (bytes: Uint8Array): Promise<Verification['known']> =>
    database.read((stores) => knownIssue(stores, ports.sha512(bytes)));

  const verifierOf = (format: 'pdf' | 'docx') => (format === 'pdf' ? ports.pdfSigner : ports.docxSigner);

  /** Null for a certificate that nobody can read. */
  const readable = async (certificate: Uint8Array, fileName: string): Promise<CertificateInfo | null> => {
    try {
      return await strangersCertificates.describe(certificate, fileName);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'certificate-damaged') throw error;
      return null;
    }
  };

  const judged = async (
    found: FoundSignature,
    anchors: readonly Uint8Array[],
    fileName: string,
  ): Promise<VerifiedSignature> => {
    const judge = (chain: readonly Uint8Array[], at: string): Promise<ChainVerdict> =>
      strangersCertificates.judge(chain, anchors, at, fileName);
    const [signer] = found.certificates;
    const certificate = signer ? await readable(signer, fileName) : null;
    const stampIsTrusted =
      found.stampedAt !== null && (await judge(found.stampCertificates, found.stampedAt)) === 'trusted';
    // Only a time stamp of a trusted service proves a time; else the signer's own word is all there is.
    const time = stampIsTrusted ? found.stampedAt : found.claimedAt;
    const chain = certificate ? await judge(found.certificates, time ?? clock.now()) : ('untrusted' as const);
    return {
      signer: certificate?.subject ?? '',
      time,
      timeIsProven: stampIsTrusted,
      level: found.level,
      valid: found.valid,
      coversWholeFile: found.coversWholeFile,
      trusted: found.valid && chain === 'trusted',
      verdict: signatureVerdict(found, chain),
      certificate,
    };
  };

  const signFile: SignatureService['signFile'] = async (file, keyId) => {
    const format = requireSignable(ports, file);
    const known = await knownAs(file.bytes);
    if (known) throw new Refusal('issue-part-of', { reference: known.reference });
    // Behind the fence first: a file that ends or fills its reader must not come so far here, where the key is open.
    await verifierOf(format).verify(file.bytes, file.fileName);
    const { profile } = await database.read((stores) => currentOffice(stores.office, ports.dataFolder));
    const signer = keys.use(keyId);
    if (format === 'docx') return { bytes: await signDocx(ports, signer, profile, file.bytes), timestampProblem: null };
    const { bytes, timestampProblem } = await signPdf(
      ports,
      signer,
      { ...profile, signing: { ...profile.signing, visibleField: false } },
      file.bytes,
    );
    return { bytes, timestampProblem };
  };

  return {
    openKey: async (file, passphrase) => {
      const digest = ports.sha256(file.bytes);
      const key = await tries.guard({ fileName: file.fileName, digest }, () =>
        certificates.openKey(file.bytes, passphrase, file.fileName),
      );
      const [own] = key.certificates;
      if (!own) throw new Error('a key without certificate was opened');
      const info = { fileName: file.fileName, certificate: certificates.describe(own) };
      requireValidNow(info, clock.now());
      return keys.put(key, info);
    },
    openKeys: () => keys.list(),
    closeKey: (keyId) => keys.close(keyId),
    createTestKey: async ({ name, passphrase }, to = ports.delivery) => {
      const from = clock.now();
      const until = `${Number(from.slice(0, 4)) + TEST_KEY_YEARS}${from.slice(4)}`;
      const clean = normaliseLine(name);
      if (clean === '') throw new Refusal('input-invalid', { problem: 'der Name fehlt' });
      const { pkcs12 } = await certificates.createTestKey({ name: clean, passphrase, from, until });
      const fileName = fileNamePart(signatureTexts.testFileName(clean), 200);
      return to.deliver([{ fileName, mimeType: 'application/x-pkcs12', bytes: pkcs12 }]);
    },
    signFile,
    deliverSigned: async (file, keyId, to = ports.delivery) => {
      const { bytes, timestampProblem } = await signFile(file, keyId);
      const mimeType = signableFormat(ports, file) === 'pdf' ? PDF_TYPE : DOCX_TYPE;
      const fileName = fileNamePart(signatureTexts.signedFileName(file.fileName), 200);
      return { delivery: await to.deliver([{ fileName, mimeType, bytes }]), timestampProblem };
    },
    verify: async (file) => {
      if (file.bytes.length === 0) throw new Refusal('file-empty', { file: file.fileName });
      const format = signableFormat(ports, file);
      const known = await knownAs(file.bytes);
      const base = { fileName: file.fileName, format, known };
      if (format === 'other') return { ...base, verdict: 'unsupported', signatures: [], uncoveredParts: [] };
      const anchors = await database.read((stores) => stores.trust.certificates());
      try {
        const found = await verifierOf(format).verify(file.bytes, file.fileName);
        const signatures: VerifiedSignature[] = [];
        for (const signature of found.signatures) signatures.push(await judged(signature, anchors, file.fileName));
        const verdict = fileVerdict(signatures.map((signature) => signature.verdict));
        return { ...base, verdict, signatures, uncoveredParts: [...found.uncoveredParts] };
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'document-damaged') throw error;
        return { ...base, verdict: 'damaged', signatures: [], uncoveredParts: [] };
      }
    },
    trustList: trustListOf,
    trust: async (file) => {
      const certificate = await strangersCertificates.read(file.bytes, file.fileName);
      const { fingerprint } = await strangersCertificates.describe(certificate, file.fileName);
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
