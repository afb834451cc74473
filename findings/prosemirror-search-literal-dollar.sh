#!/usr/bin/env bash
# prosemirror-search 1.1.1 (npm), the search module of ProseMirror's own author.
# Surprise: a query that is no regular expression, and is "literal" besides, still reads signs of the replacement as placeholders. "$+" stands
# for nothing, "$$" (elsewhere one dollar) vanishes at the begin of a replacement and is one dollar behind other signs, and "$&" (elsewhere what
# was found) is counted from the begin of the paragraph, so that letters of the found word are lost. Nothing of it raises an error. And a search
# without regard to capitals reads a copy of the text in small letters, whose length differs where a letter such as the Turkish capital I with
# its dot stands before: what it reports as found lies one sign beside the word for each of them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund prosemirror-search@1.1.1 prosemirror-model@1.25.13 prosemirror-state@1.4.4 prosemirror-view@1.42.9 >/dev/null
cat > try.mjs <<'JS'
import { Schema } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { SearchQuery } from 'prosemirror-search';

const schema = new Schema({ nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*' }, text: {} } });
const stateOf = (text) => EditorState.create({ doc: schema.node('doc', null, [schema.node('paragraph', null, [schema.text(text)])]) });

function replaced(text, search, replace) {
  const state = stateOf(text);
  const query = new SearchQuery({ search, replace, literal: true, caseSensitive: true });
  const { tr } = state;
  for (const { from, to, insert } of query.getReplacements(state, query.findNext(state)).reverse()) tr.replace(from, to, insert);
  return tr.doc.textContent;
}
function found(text, search) {
  const state = stateOf(text);
  const { from, to } = new SearchQuery({ search, literal: true }).findNext(state);
  return state.doc.textBetween(from, to);
}
console.log(JSON.stringify({
  plain: replaced('5 EUR', 'EUR', 'USD'),
  dollars: replaced('5 EUR', 'EUR', '$$'),
  behind: replaced('5 EUR', 'EUR', 'US$$'),
  whole: replaced('5 EUR', 'EUR', '$&'),
  plus: replaced('5 EUR', 'EUR', '$+'),
  found: found('Ankara', 'ankara'),
  shifted: found('\u0130\u0130 Ankara ist', 'ankara'),
}));
JS
seen=$(node try.mjs)
echo "prosemirror-search 1.1.1: $seen"
wanted='{"plain":"5 USD","dollars":"5 ","behind":"5 US$","whole":"5 E","plus":"5 ","found":"Ankara","shifted":"kara i"}'
[ "$seen" = "$wanted" ] || { echo "changed; expected $wanted"; exit 1; }
