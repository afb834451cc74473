#!/usr/bin/env bash
# mammoth 1.13.0, extractRawText: words on both sides of a line break become one word, and a ticked box is gone, both without a message.
#
# Its list of messages names what it does not know ("An unrecognised element was ignored: w:cr"), so an empty list reads as "everything
# arrived". A line break (w:br) and a content control with a box (w14:checkbox) are known to it – convertToHtml gives <br /> and an input –
# but the raw text writes nothing for them: "Amselweg" and "Drosselgasse" come out as "AmselwegDrosselgasse", which no search finds, and
# "☒ nein" as " nein". Whoever indexes the raw text of a form loses its answers.
# Fails when the words come apart, when the box arrives, or when a message says so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact mammoth@1.13.0 fflate@0.8.3

cat >look.mjs <<'SCRIPT'
import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';

const OPEN = 'http://schemas.openxmlformats.org';
const parts = {
  '[Content_Types].xml': `<Types xmlns="${OPEN}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${OPEN}/package/2006/relationships"><Relationship Id="r1" Type="${OPEN}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `<w:document xmlns:w="${OPEN}/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:body>
    <w:p><w:r><w:t>Amselweg</w:t><w:br/><w:t>Drosselgasse</w:t></w:r></w:p>
    <w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t xml:space="preserve"> nein</w:t></w:r></w:p>
  </w:body></w:document>`,
};
const buffer = Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))));
const raw = await mammoth.extractRawText({ buffer });
const html = await mammoth.convertToHtml({ buffer });
console.log(JSON.stringify({ raw: raw.value, messages: raw.messages, html: html.value }));
const isAsSeen =
  raw.value === 'AmselwegDrosselgasse\n\n nein\n\n' &&
  raw.messages.length === 0 &&
  /Amselweg<br ?\/>Drosselgasse/.test(html.value) &&
  /<input[^>]*checked/.test(html.value);
process.exit(isAsSeen ? 0 : 1);
SCRIPT
node look.mjs
