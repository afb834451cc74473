#!/usr/bin/env bash
# Typst (@myriaddreamin/typst-ts-web-compiler 0.7.0): a line that is broken at U+200B runs past the end of its block; broken at an empty
# box it does not.
#
# A word of 44 letters in a block of 100 points, with a zero width space between all letters, which is the usual way to let something break
# anywhere: the lines become 103.9 and 104.6 points wide, one letter more than fits. With an empty box of no width between them they are 98.4
# and 97.8. The zero width spaces also stand in the text that is copied out of the PDF; the boxes leave it clean.
# Fails when the lines broken at U+200B stay within the block.
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

const MARGIN = 20;
const word = 'Grundstücksverkehrsgenehmigungszuständigkeit';
const page = `#set page(margin: ${MARGIN}pt, width: 300pt, height: 200pt)\n#set text(font: "Arimo", size: 11pt)\n`;
for (const [name, joint] of [
  ['zero width space', '"\\u{200b}"'],
  ['empty box', 'box(width: 0pt)'],
]) {
  compiler.add_source('/main.typ', `${page}#block(width: 100pt, "${word}".clusters().join(${joint}))`);
  const { result } = compiler.compile('/main.typ', [], 'pdf', 2);
  const pdf = await getDocument({ data: result.slice(), verbosity: 0 }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  const ends = new Map();
  for (const { transform, width, str } of items) {
    const line = Math.round(transform[5]);
    if (str !== '') ends.set(line, Math.max(ends.get(line) ?? 0, transform[4] + width - MARGIN));
  }
  const widest = Math.max(...ends.values());
  const isClean = !items.some(({ str }) => str.includes('\u200b'));
  console.log(`${name}: ${ends.size} lines, widest ${widest > 100 ? 'beyond' : 'within'} 100 pt, text ${isClean ? 'clean' : 'with U+200B'}`);
}
SCRIPT

node look.mjs | tee seen.txt
diff seen.txt - <<'EXPECTED'
zero width space: 3 lines, widest beyond 100 pt, text with U+200B
empty box: 3 lines, widest within 100 pt, text clean
EXPECTED
echo 'As found: a line broken at a zero width space is too long.'
