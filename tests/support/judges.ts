/**
 * Independent judges of produced documents: programs and rules that share no code with the product.
 * Install them with `.ci/install-judges`. A verdict "bad" is a value; a judge that cannot work throws.
 */
export { coreXmlCheck } from './judges/core-xml-check.ts';
export { docxSchemaCheck } from './judges/docx-schema-check.ts';
export { skipReason, type JudgeName } from './judges/judge-version.ts';
export { libreOfficeConvert } from './judges/libre-office.ts';
export { pdfAttachments, pdfInfo, pdfPageImages, pdfText, qpdfCheck } from './judges/pdf-tools.ts';
export { pyhankoVerdicts, type PyhankoFile } from './judges/pyhanko.ts';
export { libreOfficeSignatures, manifestLines, xmlsecAccepts } from './judges/signed-package.ts';
export { verapdf, type VeraPdfFlavour } from './judges/verapdf.ts';
