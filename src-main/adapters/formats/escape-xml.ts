/** Text for XML that is written here. Apart from the reader, so that writing loads no parser. */
const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
};

/** Text as content or as a value in quotation marks; control characters, which XML 1.0 has no place for, are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(/[&<>"\r]/g, (sign) => SIGNS[sign] ?? sign);
}
