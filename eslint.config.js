// Lint rules. Every message of our own names the wanted way. Directions between folders are checked on resolved files
// by .dependency-cruiser.cjs; here stands what one file shows by itself, so that the editor marks it while it is written.
//
// `max-lines` warns, and .ci/run allows no warnings: a file that is one concept and still longer says why in
// `/* eslint-disable max-lines -- reason */` instead of being cut up to please a number.
import { builtinModules } from 'node:module';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { silentRooms, vocabularies } from './tools/lint/german.js';
import packageHomes from './tools/lint/package-homes.cjs';

const typeScript = '**/*.{ts,tsx}';
const pureMainRooms = ['src-main/base', 'src-main/record', 'src-main/contract', 'src-main/core'];
const noNodeRooms = [...pureMainRooms, 'src-renderer'];

const nodeBuiltins = builtinModules.filter((name) => !name.startsWith('_') && !name.startsWith('node:'));

/** The import rule of one room: no package that lives elsewhere, and no Node where `node` says why. */
function restrictedImports(room, node) {
  const foreign = packageHomes
    .filter(({ homes }) => !homes.includes(room))
    .map(({ packages, homes, instead }) => ({
      regex: `^(?:${packages})(?:/|$)`,
      message: `This package lives in ${homes.join(' and ')} only: ${instead}.`,
    }));
  const nodeRule = { regex: `^(?:node:|(?:${nodeBuiltins.join('|')})(?:/|$))`, message: node };
  return { 'no-restricted-imports': ['error', { patterns: node ? [...foreign, nodeRule] : foreign }] };
}

const noNodeInCore = 'No Node here: name what is needed in core/ports and let an adapter bring it.';
const noNodeInWindow = 'No Node in the window: ask through the contract (src-renderer/data).';

/** Rooms that import a package nobody else may, one entry per home. */
const homeRooms = [...new Set(packageHomes.flatMap(({ homes }) => homes))]
  .filter((home) => home !== 'src-renderer')
  .map((home) => ({ files: [`${home}/${typeScript}`], rules: restrictedImports(home) }));

/** Globals refused with one message. */
function refused(names, message) {
  return names.map((name) => ({ name, message }));
}

const nodeNames = ['process', 'Buffer', 'global', 'require', 'module', '__dirname', '__filename', 'setImmediate'];
const windowGlobals = [
  ...refused(nodeNames, noNodeInWindow),
  ...refused(['alert', 'confirm', 'prompt'], 'Use a dialog of src-renderer/ui.'),
];
const componentGlobals = [
  ...windowGlobals,
  ...refused(
    ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'],
    'No transport in components: ask through src-renderer/data.',
  ),
];

function restrictedGlobals(globals) {
  return { 'no-restricted-globals': ['error', { globals, checkGlobalObject: true }] };
}

const everywhere = [{ selector: 'TSEnumDeclaration', message: 'Write a union of string literals instead of enum.' }];

const messageOfError =
  'MemberExpression[property.name="message"][object.name=/^(e|err|error|cause|reason|exception)$/]';

const sourceFiles = [
  ...everywhere,
  { selector: 'ExportDefaultDeclaration', message: 'Write a named export instead of a default export.' },
  {
    // \u002F is the slash: esquery ends a pattern at the first one, escaped or not.
    selector:
      ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration)[source.value=/^\\.{1,2}\\u002F(.*\\u002F)?[^.\\u002F?]+$/]',
    message: 'Name the file with its extension (./paper.ts): Node 24 runs the sources as they stand.',
  },
  {
    selector: [
      `CallExpression[callee.property.name=/^(includes|startsWith|endsWith|match|search)$/] > .callee > ${messageOfError}`,
      `CallExpression[callee.property.name="test"] > ${messageOfError}.arguments`,
      `BinaryExpression[operator=/^[!=]==?$/] > ${messageOfError}`,
    ].join(', '),
    message: 'Decide by a listed code (Refusal, error.code), never by the text of a message.',
  },
  {
    selector: 'Identifier[name=/^isElectron$/i]',
    message: 'No question which shell runs: its main.ts passes what differs as a port.',
  },
];

const pureRooms = [
  {
    selector:
      'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Take the time from the Clock port, or let the caller pass it in.',
  },
  {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'Let the caller pass in what chance decides (ids: ports.newId), so that a test can repeat it.',
  },
];

const coreFiles = [
  ...pureRooms,
  {
    selector: 'SwitchStatement:not(:has(> SwitchCase[test=null]))',
    message: 'End the switch in `default: return assertNever(value)` (base/assert-never.ts).',
  },
];

const spokenAttributes = 'aria-label|aria-description|aria-roledescription|title|alt|placeholder|label|description';

const windowFiles = [
  {
    selector: `JSXText[value=/\\p{L}{2,}/u], JSXAttribute[name.name=/^(${spokenAttributes})$/] > Literal[value=/\\p{L}{2,}/u]`,
    message: 'Visible words stand in src-renderer/texts/de.ts: use a named text.',
  },
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"], AssignmentExpression[left.property.name="innerHTML"]',
    message: 'Build React elements or DOM nodes instead of markup from strings.',
  },
];

const testFiles = [
  ...everywhere,
  {
    selector: 'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name="only"]',
    message: 'Remove `.only`: it switches off all other tests.',
  },
  {
    selector: 'CallExpression[callee.object.name="vi"][callee.property.name=/^(mock|doMock|spyOn)$/]',
    message: 'Use the real thing, or a fake port from tests/support: no spies on own code.',
  },
  {
    selector: 'CallExpression[callee.property.name="waitForTimeout"]',
    message: 'Wait for what the person sees (expect(locator)…) instead of sleeping.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^toMatch(Inline)?Snapshot$/]',
    message: 'Assert the facts that matter instead of a snapshot nobody reads.',
  },
];

function restrictedSyntax(...entries) {
  return { 'no-restricted-syntax': ['error', ...entries] };
}

const commonRules = {
  eqeqeq: 'error',
  'max-lines': ['warn', { max: 300 }],
  // Text from outside is cleaned of control characters by patterns that name them.
  'no-control-regex': 'off',
  'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true }],
};

const typeScriptRules = {
  ...commonRules,
  '@typescript-eslint/consistent-type-definitions': 'off',
  '@typescript-eslint/no-import-type-side-effects': 'error',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all', ignoreRestSiblings: true },
  ],
  // The shorter form would be `!`, which is refused.
  '@typescript-eslint/non-nullable-type-assertion-style': 'off',
};

/** Rules that need types, eased where they are noise rather than help. */
const typedRules = {
  '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
  '@typescript-eslint/no-confusing-void-expression': [
    'error',
    { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
  ],
  // Text is walked by code point on purpose.
  '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
  '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
  // An empty string is nothing to show: `title || '…'` is meant as written.
  '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
  // Ports are asynchronous even where one implementation has nothing to wait for.
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
  ],
};

/** What Node itself offers to a script, asked of the Node that runs the lint. */
const nodeGlobals = Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly']));
const commonJsGlobals = { require: 'readonly', module: 'writable', exports: 'writable', __dirname: 'readonly' };

export default defineConfig(
  globalIgnores(['**/node_modules/', 'dist/', 'release/', '.cache/', 'test-results/', 'playwright-report/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  // Rooms: everything under a tsconfig.json, with types.
  {
    files: [`src-main/${typeScript}`, `src-renderer/${typeScript}`, `tests/${typeScript}`],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { ...typeScriptRules, ...typedRules },
  },
  {
    files: [`src-main/${typeScript}`],
    rules: { ...restrictedSyntax(...sourceFiles), ...restrictedImports('src-main') },
  },
  ...homeRooms,
  {
    files: [`src-main/adapters/docx/${typeScript}`],
    // Where docx takes `string | { bold… }`, the rule mistakes the property for the old String.prototype.bold().
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    files: pureMainRooms.map((room) => `${room}/${typeScript}`),
    rules: {
      ...restrictedImports('src-main/core', noNodeInCore),
      ...restrictedGlobals(refused(nodeNames, noNodeInCore)),
      ...restrictedSyntax(...sourceFiles, ...pureRooms),
    },
  },
  { files: [`src-main/core/${typeScript}`], rules: restrictedSyntax(...sourceFiles, ...coreFiles, ...silentRooms) },
  { files: vocabularies, rules: restrictedSyntax(...sourceFiles, ...coreFiles) },
  { files: [`src-main/adapters/${typeScript}`], rules: restrictedSyntax(...sourceFiles, ...silentRooms) },
  {
    files: [...noNodeRooms, 'src-main/adapters'].map((room) => `${room}/${typeScript}`),
    rules: { 'no-console': 'error' },
  },

  // The window
  {
    files: [`src-renderer/${typeScript}`],
    extends: [reactHooks.configs.flat.recommended],
    languageOptions: { globals: { window: 'readonly', self: 'readonly' } },
    rules: {
      ...restrictedImports('src-renderer', noNodeInWindow),
      ...restrictedGlobals(windowGlobals),
      ...restrictedSyntax(...sourceFiles, ...windowFiles),
      // These three only help the React compiler, which does not run here.
      'react-hooks/incompatible-library': 'off',
      'react-hooks/preserve-manual-memoization': 'off',
      'react-hooks/unsupported-syntax': 'off',
    },
  },
  {
    files: [`src-renderer/{features,ui}/${typeScript}`],
    rules: restrictedGlobals(componentGlobals),
  },
  // Lists of German sentences are as long as they are.
  { files: ['src-main/contract/**/*-de.ts', 'src-renderer/texts/*.ts'], rules: { 'max-lines': 'off' } },

  // Tests read foreign documents and JSON; what they find there is checked by the assertion, not by the type.
  {
    files: [`tests/${typeScript}`],
    rules: {
      ...restrictedSyntax(...testFiles),
      'max-lines': ['warn', { max: 500 }],
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },

  // TypeScript outside the rooms (vite.config.ts, tools): no tsconfig, so no types.
  {
    files: ['*.ts', 'tools/**/*.ts'],
    extends: [js.configs.recommended, tseslint.configs.strict, tseslint.configs.stylistic],
    rules: { ...typeScriptRules, ...restrictedSyntax(...everywhere) },
  },

  // Plain JavaScript: tools and configuration
  {
    files: ['**/*.{js,cjs,mjs}'],
    extends: [js.configs.recommended],
    languageOptions: { globals: nodeGlobals },
    rules: { ...commonRules, 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: commonJsGlobals } },
  // Benchmarks hand functions to the page.
  { files: ['tests/**/*.{js,mjs}'], languageOptions: { globals: { document: 'readonly', window: 'readonly' } } },
);
