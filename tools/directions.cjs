'use strict';
/** Rules for dependency-cruiser: one direction between the subjects of the core, and between the floors of the window. */
const directions = require('../src-main/core/directions.cjs');

const subjects = Object.keys(directions);
for (const [at, subject] of subjects.entries())
  for (const known of directions[subject])
    if (!subjects.slice(0, at).includes(known))
      throw new Error(`src-main/core/directions.cjs: "${subject}" may only know what stands above it, not "${known}".`);
const core = (names) => `^src-main/core/(${names.join('|')})/`;
const subjectRules = [
  ...subjects.map((subject) => ({
    name: `core-${subject}`,
    severity: 'error',
    comment: `src-main/core/directions.cjs says what "${subject}" may know. Move what is needed further down, or bring it through what calls.`,
    from: { path: core([subject]) },
    to: {
      path: '^src-main/core/',
      pathNot: [core([subject, 'ports', ...directions[subject]]), '^src-main/core/unchanged\\.ts$'],
    },
  })),
  {
    name: 'core-ports-are-types',
    severity: 'error',
    comment: 'Ports say what is needed from outside: types only.',
    from: { path: core(['ports']) },
    to: { path: '^src-main/core/', pathNot: core(['ports']), dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'core-subject-has-its-line',
    severity: 'error',
    comment: 'A subject of the core has its line in src-main/core/directions.cjs.',
    from: { path: '^src-main/core/[^/]+/', pathNot: core([...subjects, 'ports']) },
    to: {},
  },
];

/** Parts of the window that several features use, from the floor up: each may use what stands before it. */
const parts = [
  'status',
  'bin',
  'issue',
  'letter',
  'preview',
  'register',
  'editor',
  'statement',
  'attachments',
  'settings',
  'first-run',
];
const windowRules = [
  {
    name: 'feature-not-to-feature',
    severity: 'error',
    comment:
      'A feature of the window knows no other. What two need belongs into src-renderer/parts, what puts them together into shell.',
    from: { path: '^src-renderer/features/([^/]+)/' },
    to: { path: '^src-renderer/features/', pathNot: '^src-renderer/features/$1/' },
  },
  {
    name: 'shell-of-the-window-is-above',
    severity: 'error',
    comment: 'The shell of the window puts features together; only main.tsx opens it.',
    from: { path: '^src-renderer/', pathNot: '^src-renderer/(shell/|main\\.tsx$)' },
    to: { path: '^src-renderer/shell/' },
  },
  {
    name: 'parts-know-no-feature',
    severity: 'error',
    comment: 'Parts and what lies below them know no feature.',
    from: { path: '^src-renderer/(parts|ui|data|texts)/' },
    to: { path: '^src-renderer/features/' },
  },
  {
    name: 'floor-of-the-window',
    severity: 'error',
    comment: 'ui, data and texts know no part.',
    from: { path: '^src-renderer/(ui|data|texts)/' },
    to: { path: '^src-renderer/parts/' },
  },
  ...parts.map((part, at) => ({
    name: `part-${part}`,
    severity: 'error',
    comment: 'A part of the window uses only parts that stand before it in the list of tools/directions.cjs.',
    from: { path: `^src-renderer/parts/${part}/` },
    to: { path: '^src-renderer/parts/', pathNot: `^src-renderer/parts/(${parts.slice(0, at + 1).join('|')})/` },
  })),
  {
    name: 'part-has-its-place',
    severity: 'error',
    comment: 'A part of the window has its place in the list of tools/directions.cjs.',
    from: { path: '^src-renderer/parts/', pathNot: `^src-renderer/parts/(${parts.join('|')})/` },
    to: {},
  },
];

module.exports = { subjectRules, windowRules };
