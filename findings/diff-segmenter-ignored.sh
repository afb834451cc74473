#!/usr/bin/env bash
# diff 9.0.0: `intlSegmenter` decides what a word is in diffWords, but diffWordsWithSpace takes the same option without a word and does not use it.
#
# Seen: with a segmenter for German, diffWords compares "100.000" and "1.000.000" as whole figures. diffWordsWithSpace, given the same option, gives
# exactly what it gives without: "100" becomes "1" and ".000" is inserted. The types accept the option for both. Who needs blanks to be compared
# and figures to stay whole has to split the text and use diffArrays.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact diff@9.0.0
cat >probe.mjs <<'JS'
import { diffWords, diffWordsWithSpace } from 'diff';

const intlSegmenter = new Intl.Segmenter('de', { granularity: 'word' });
const [before, after] = ['Es kostet 100.000 Euro', 'Es kostet 1.000.000 Euro'];
const shown = (parts) => parts.map(({ added, removed, value }) => `${added ? '+' : removed ? '-' : '='}${value}`).join('|');
console.log('diffWords          ', shown(diffWords(before, after, { intlSegmenter })));
console.log('diffWordsWithSpace ', shown(diffWordsWithSpace(before, after, { intlSegmenter })));
console.log('  without segmenter', shown(diffWordsWithSpace(before, after)));
JS
output=$(node probe.mjs)
echo "$output"
grep -qF 'diffWords           =Es kostet |-100.000|+1.000.000|= Euro' <<<"$output"
grep -qF 'diffWordsWithSpace  =Es kostet |-100|+1|=.000|+.000|= Euro' <<<"$output"
grep -qF '  without segmenter =Es kostet |-100|+1|=.000|+.000|= Euro' <<<"$output"
echo 'as described'
