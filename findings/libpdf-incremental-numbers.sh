#!/usr/bin/env bash
# @libpdf/core 0.4.2: an incremental save writes a changed object anew, and every number in it is rounded to five decimals.
#
# Seen: a page of 595.303937007874 × 841.889763779528 points whose rotation alone is set comes back as 595.30394 × 841.88976, and a
# 0.000001234 beside it as 0. Nothing says so. Few would guess it of an *incremental* save, whose purpose is to leave alone what was not
# touched: the appended page differs from the signed one in its size, so a validator calls it changed, and a certification that allows
# only signatures and forms is broken by adding an allowed signature.
# Fails when the numbers come back as they were.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @libpdf/core@0.4.2

cat >look.mjs <<'SCRIPT'
import { PDF } from '@libpdf/core';

const objects = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.303937007874 841.889763779528] /Small 0.000001234 >>',
];
let file = '%PDF-1.7\n';
const places = objects.map((object, index) => {
  const place = file.length;
  file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  return place;
});
const table = file.length;
const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
file += `xref\n0 4\n0000000000 65535 f \n${entries}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;

const pdf = await PDF.load(Buffer.from(file, 'latin1'));
pdf.getPages()[0].setRotation(90);
const saved = Buffer.from(await pdf.save({ incremental: true })).toString('latin1');
if (!saved.startsWith(file)) throw new Error('no incremental save');
const appended = saved.slice(file.length);
console.log(appended.match(/\/(?:MediaBox|Small)[^\n]*/g).join('\n'));
SCRIPT

node look.mjs | tee seen.txt
diff seen.txt - <<'EXPECTED'
/MediaBox [0 0 595.30394 841.88976]
/Small 0
EXPECTED
echo 'As found: the numbers of a changed object are rounded.'
