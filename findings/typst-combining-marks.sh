#!/usr/bin/env bash
# Typst (@myriaddreamin/typst-ts-web-compiler 0.7.0) and PDF.js (pdfjs-dist 5.6.205): letters made of a base and combining marks are read
# out doubled or trebled.
#
# Where a font has no glyph for the whole letter (M̂, C̨̆ – letters of DIN 91379, which German authorities have to be able to write),
# Typst draws base and marks as glyphs of their own, gives *each* of them the whole letter in the ToUnicode map, and says the right text
# by /ActualText around them. A reader that goes by the glyphs and not by the replaced text, as PDF.js does, finds the letter once per glyph.
# A mark whose glyph was seen under one letter keeps that letter's text under the next: the ā̆ at the end is read as ā̆ and C̨̆.
# Poppler 22.12 (pdftotext, looked at by hand) reads other signs from the same file, M̂M̂ C̨̆C̨̆ … ā̆ā̆: two readers, two texts, neither the one
# that was written.
# Fails when PDF.js reads what was written.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  @myriaddreamin/typst-ts-web-compiler@0.7.0 pdfjs-dist@5.6.205 @expo-google-fonts/arimo@0.4.3

cat >look.mjs <<'SCRIPT'
import { readFileSync } from 'node:fs';
import * as typst from '@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler.mjs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const engine = 'node_modules/@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm';
typst.initSync({ module: readFileSync(engine) });
const builder = new typst.TypstCompilerBuilder();
builder.set_dummy_access_model();
await builder.add_raw_font(readFileSync('node_modules/@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf'));
const compiler = await builder.build();
const text = 'M\u0302 C\u0328\u0306 ok a\u0304\u0306';
compiler.add_source('/main.typ', `#set text(font: "Arimo")\n${text}`);
const { result } = compiler.compile('/main.typ', [], 'pdf', 2);
const pdf = await getDocument({ data: result.slice(), verbosity: 0 }).promise;
const { items } = await (await pdf.getPage(1)).getTextContent();
const signs = (words) => [...words].map((sign) => sign.codePointAt(0).toString(16).padStart(4, '0')).join(' ');
console.log(`written ${signs(text)}`);
console.log(`read    ${signs(items.map(({ str }) => str).join(''))}`);
SCRIPT

node look.mjs | tee seen.txt
diff seen.txt - <<'EXPECTED'
written 004d 0302 0020 0043 0328 0306 0020 006f 006b 0020 0061 0304 0306
read    004d 0302 004d 0302 0020 0043 0328 0306 0043 0328 0306 0043 0328 0306 0020 006f 006b 0020 0061 0304 0306 0043 0328 0306
EXPECTED
echo 'As found: a letter of several glyphs is read once per glyph.'
