'use strict';
/** Packages that live in one room each (the database's language in two): read by eslint for the editor, and by dependency-cruiser on resolved files. */
module.exports = [
  {
    name: 'electron',
    packages: 'electron',
    homes: ['src-main/shell-electron'],
    instead: 'pass what the shell brings as a port',
  },
  {
    name: 'database',
    packages: 'better-sqlite3',
    homes: ['src-main/adapters/sqlite'],
    instead: 'ask the stores in core/ports',
  },
  {
    name: 'sql',
    packages: 'kysely',
    homes: ['src-main/adapters/sql', 'src-main/adapters/sqlite'],
    instead: 'ask the stores in core/ports',
  },
  { name: 'docx', packages: 'docx', homes: ['src-main/adapters/docx'], instead: 'use the DocxWriter port' },
  {
    name: 'typst',
    packages: '@myriaddreamin/(?!typst-ts-renderer(?:/|$))[^/]+',
    homes: ['src-main/adapters/typst'],
    instead: 'use the PdfWriter, PreviewWriter or CharacterCheck port',
  },
  {
    name: 'libpdf',
    packages: '@libpdf/core',
    homes: ['src-main/adapters/formats/pdf'],
    instead: 'take it from formats/pdf/library.ts',
  },
  {
    name: 'typst-renderer',
    packages: '@myriaddreamin/typst-ts-renderer',
    homes: ['src-renderer'],
    instead: 'hand the artifact to the window',
  },
  {
    name: 'window-libraries',
    packages: 'react|react-dom|react-aria-components|@tiptap/[^/]+|@tanstack/[^/]+|@orpc/tanstack-query|@kern-ux/[^/]+',
    homes: ['src-renderer'],
    instead: 'show it in the window',
  },
];
