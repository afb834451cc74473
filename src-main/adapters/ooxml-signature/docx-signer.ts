/** Signs and verifies DOCX packages, our own and those that Word and LibreOffice signed. */
import { Refusal } from '../../contract/errors.ts';
import type { DocxSigner, FoundSignatures } from '../../core/signature-ports.ts';
import { readContentTypes } from './content-types.ts';
import { uncoveredBy } from './coverage.ts';
import { readPackage, type Package } from './read-package.ts';
import { byCanonicalName } from './read-references.ts';
import { preparePackage } from './sign-package.ts';
import { signatureParts } from './signature-parts.ts';
import { signatureXml } from './signature-xml.ts';
import { verifySignature } from './verify-signature.ts';
import { writePackage } from './write-package.ts';

function verifyPackage(parts: Package): FoundSignatures {
  const found = signatureParts(parts);
  const signedPackage = { parts: byCanonicalName(parts), types: readContentTypes(parts) };
  const verified = found.signatures.map((name) => verifySignature(parts.get(name) ?? new Uint8Array(), signedPackage));
  const coverages = verified.filter(({ problem }) => problem === null).map(({ coverage }) => coverage);
  return {
    signatures: verified.map(({ coverage, ...signature }) => {
      const valid = signature.problem === null;
      const uncovered = valid ? uncoveredBy([coverage], parts, found) : [];
      return {
        ...signature,
        valid,
        // XAdES-T is neither written nor judged here.
        stampedAt: null,
        stampCertificates: [],
        coversWholeFile: valid && uncovered.length === 0,
        changedAfter: uncovered.some(({ isProperty }) => !isProperty),
      };
    }),
    uncoveredParts: uncoveredBy(coverages, parts, found).map(({ name }) => name),
  };
}

export function createDocxSigner(): DocxSigner {
  return {
    sign: async (docx, request) => {
      const prepared = readable('DOCX', () => preparePackage(readPackage(docx)));
      return writePackage(prepared.finish(await signatureXml(prepared.references, request)));
    },
    verify: async (docx, fileName) => readable(fileName, () => verifyPackage(readPackage(docx))),
  };
}

function readable<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new Refusal('document-damaged', { file }, { cause });
  }
}
