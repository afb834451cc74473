/** Signs and verifies DOCX packages, our own and those that Word and LibreOffice signed. */
import { Refusal } from '../../../contract/shared/errors.ts';
import type { UnjudgedReason } from '../../../contract/signature/shapes.ts';
import { SIGN_PROBLEMS } from '../../../contract/signature/texts-de.ts';
import type { DocxSigner, FoundSignatures } from '../../../core/ports/signature-ports.ts';
import { readContentTypes } from './content-types.ts';
import { hasSecondMainPart, uncoveredBy } from './coverage.ts';
import { readPackage, type Package } from './read-package.ts';
import { byCanonicalName } from './read-references.ts';
import { preparePackage } from './sign-package.ts';
import { PackageProblem } from './signature-problem.ts';
import { hasSignatureTraces, signatureParts } from './signature-parts.ts';
import { signatureXml } from './signature-xml.ts';
import { verifySignature, type VerifiedSignature } from './verify-signature.ts';
import { writePackage } from './write-package.ts';

function verifyPackage(parts: Package): FoundSignatures {
  const found = signatureParts(parts);
  const types = readContentTypes(parts);
  const signedPackage = { parts: byCanonicalName(parts), types };
  const isAmbiguous = hasSecondMainPart(parts);
  const verified = found.signatures.map((name): VerifiedSignature => {
    const signature = verifySignature(parts.get(name) ?? new Uint8Array(), signedPackage);
    if (signature.problem !== null || !isAmbiguous) return signature;
    return { ...signature, problem: 'unjudged', reason: 'two-main-parts' };
  });
  const coverages = verified.filter(({ problem }) => problem === null).map(({ coverage }) => coverage);
  const isTraceOnly = verified.length === 0 && hasSignatureTraces(parts, types);
  return {
    signatures: verified.map(({ coverage, ...signature }) => {
      const valid = signature.problem === null;
      const isCovered = valid && uncoveredBy([coverage], parts, found, types).length === 0;
      return {
        ...signature,
        kind: 'signature',
        valid,
        // XAdES-T is neither written nor judged here.
        stampedAt: null,
        stampCertificates: [],
        coversWholeFile: isCovered,
        revision: 1,
        signedLength: null,
        added: [],
        // A package knows no order: when something came into it, nobody can say.
        later: { isHarmless: isCovered, stamps: [] },
        certification: null,
        locksFields: false,
      };
    }),
    revisions: 1,
    uncoveredParts: verified.length === 0 ? [] : uncoveredBy(coverages, parts, found, types),
    unread: isTraceOnly ? 'no-field' : null,
  };
}

const nothingRead = (unread: UnjudgedReason): FoundSignatures => ({
  signatures: [],
  revisions: 0,
  uncoveredParts: [],
  unread,
});

export function createDocxSigner(): DocxSigner {
  return {
    sign: async (docx, request) => {
      let prepared: ReturnType<typeof preparePackage>;
      try {
        prepared = preparePackage(readPackage(docx));
      } catch (cause) {
        const isEncrypted = cause instanceof PackageProblem && cause.reason === 'encrypted';
        const problem = SIGN_PROBLEMS[isEncrypted ? 'encrypted' : 'unreadable'];
        throw new Refusal('document-not-signable', { file: request.fileName ?? 'DOCX', problem }, { cause });
      }
      return writePackage(prepared.finish(await signatureXml(prepared.references, request)));
    },
    verify: async (docx) => {
      try {
        return verifyPackage(readPackage(docx));
      } catch (error) {
        return nothingRead(error instanceof PackageProblem ? error.reason : 'file-unreadable');
      }
    },
  };
}
