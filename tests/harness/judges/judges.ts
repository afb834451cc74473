/**
 * Independent judges of produced documents: programs and rules that share no code with the product.
 * Install them with `.ci/install-judges`. A verdict "bad" is a value; a judge that cannot work throws.
 */
export { coreXmlCheck } from './core-xml-check.ts';
export { docxSchemaCheck } from './docx-schema-check.ts';
export { skipReason, type JudgeName } from './judge-version.ts';
export { libreOfficeConvert } from './libre-office.ts';
export { pdfAttachments, pdfInfo, pdfPageImages, pdfText, qpdfCheck } from './pdf-tools.ts';
export { pyhankoVerdicts, type PyhankoFile } from './pyhanko.ts';
export { libreOfficeSignatures, manifestLines, xmlsecAccepts } from './signed-package.ts';
export { verapdf, type VeraPdfFlavour } from './verapdf.ts';
