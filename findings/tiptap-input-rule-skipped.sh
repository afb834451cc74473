#!/usr/bin/env bash
# @tiptap/core 3.32.2: an input rule does nothing, without a word, when a plugin changes the document in answer to the same key.
#
# Seen: a rule first dispatches the typed sign and then compares the document with what it expected; if `appendTransaction` of any plugin – here
# one that gives a paragraph an id when it is first written in – has added something, the key counts as handled and the replacement is left out. The same
# rule works from the second key on. Who numbers or names blocks by a plugin has to name the first, empty block beforehand.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @tiptap/core@3.32.2 @tiptap/pm@3.32.2 @tiptap/extension-document@3.32.2 @tiptap/extension-paragraph@3.32.2 @tiptap/extension-text@3.32.2
cat >probe.mjs <<'JS'
import { Editor, Extension, InputRule } from '@tiptap/core';
import Document from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import Text from '@tiptap/extension-text';
import { Plugin, Selection } from '@tiptap/pm/state';

const Named = Paragraph.extend({ addAttributes: () => ({ id: { default: null, rendered: false } }) });
const Ids = Extension.create({
  name: 'ids',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, _before, state) => {
        if (!transactions.some(({ docChanged }) => docChanged)) return null;
        const { tr } = state;
        state.doc.forEach((node, at) => {
          if (node.attrs.id === null) tr.setNodeMarkup(at, undefined, { id: `p${at}` });
        });
        return tr.docChanged ? tr : null;
      },
    }),
  ],
});
const Stars = Extension.create({
  name: 'stars',
  addInputRules: () => [
    new InputRule({ find: /x$/, handler: ({ state, range }) => void state.tr.insertText('*', range.to - 1, range.to) }),
  ],
});

function typed(id) {
  const editor = new Editor({
    element: null,
    extensions: [Document, Named, Text, Ids, Stars],
    content: { type: 'doc', content: [{ type: 'paragraph', attrs: { id } }] },
  });
  editor.view.updateState(editor.state.reconfigure({ plugins: editor.extensionManager.plugins }));
  editor.view.dispatch(editor.state.tr.setSelection(Selection.atEnd(editor.state.doc)));
  for (const sign of 'xx') {
    const { from, to } = editor.state.selection;
    const isHandled = editor.state.plugins.some((plugin) =>
      plugin.props.handleTextInput?.call(plugin, editor.view, from, to, sign),
    );
    if (!isHandled) editor.view.dispatch(editor.state.tr.insertText(sign));
  }
  return editor.state.doc.textContent;
}
console.log(`paragraph without an id: ${typed(null)}`);
console.log(`paragraph with one:      ${typed('p0')}`);
JS
output=$(node probe.mjs)
echo "$output"
grep -qFx 'paragraph without an id: x*' <<<"$output"
grep -qFx 'paragraph with one:      **' <<<"$output"
echo 'as described'
