/**
 * Directions between rooms: base ← record ← contract ← core ← adapters ← host ← shells, contract ← renderer. Type imports count like all others.
 * Every comment names the wanted way.
 */

const { subjectRules, windowRules } = require('./tools/directions.cjs');
const packageHomes = require('./tools/lint/package-homes.cjs');

/** Node built-ins resolve to their bare name, packages to a path in node_modules, own files to a path from the root. */
const packagePath = (names) => `(^|/)node_modules/(@types/)?(${names})(/|$)`;

const homeRules = packageHomes.map(({ name, packages, homes }) => ({
  name: `home-of-${name}`,
  severity: 'error',
  comment: `This package lives in ${homes.join(' and ')} only. Elsewhere, ask for what it does through a port (core/ports) or the contract.`,
  from: { path: '^src-', pathNot: homes.map((home) => `^${home}/`) },
  to: { path: packagePath(packages) },
}));

const forbidden = [
  ...subjectRules,
  ...windowRules,
  {
    name: 'base-stands-alone',
    severity: 'error',
    comment: 'The language floor imports nothing: text, dates, names. What knows a paper belongs into record.',
    from: { path: '^src-main/base/' },
    to: { pathNot: '^src-main/base/' },
  },
  {
    name: 'record-knows-base-only',
    severity: 'error',
    comment: 'The record imports base and zod: shapes that last, and pure functions over them.',
    from: { path: '^src-main/record/' },
    to: { pathNot: ['^src-main/(base|record)/', packagePath('zod')] },
  },
  {
    name: 'contract-knows-record-only',
    severity: 'error',
    comment:
      'The contract imports base, record, zod and @orpc/contract. What needs more belongs into core, what needs Node into an adapter.',
    from: { path: '^src-main/contract/' },
    to: { pathNot: ['^src-main/(base|record|contract)/', packagePath('zod|@orpc/contract')] },
  },
  {
    name: 'wire-stays-with-the-wire',
    severity: 'error',
    comment:
      'Procedures are what travels; building them takes longer than a command of the command line. Take shapes from the file beside (contract/<subject>/shapes.ts).',
    from: { path: '^src-main/(core|adapters|shell-cli)/' },
    to: { path: '^src-main/contract/.*procedures?\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'core-knows-contract-only',
    severity: 'error',
    comment:
      'Core imports base, record, contract and core (and zod and diff, by decision notes). Name what is needed in core/ports and let an adapter bring it.',
    from: { path: '^src-main/core/' },
    to: { pathNot: ['^src-main/(base|record|contract|core)/', packagePath('zod|diff')] },
  },
  {
    name: 'adapter-not-to-adapter',
    severity: 'error',
    comment:
      'An adapter never imports another adapter. Pass values through a port, move the pure part that both need into core, or a format that several read into adapters/formats.',
    // An engine stands below the stores, and is the one that opens them.
    from: { path: '^src-main/adapters/([^/]+)/', pathNot: '^src-main/adapters/sqlite/' },
    to: { path: '^src-main/adapters/', pathNot: ['^src-main/adapters/$1/', '^src-main/adapters/formats/'] },
  },
  {
    name: 'engine-to-no-adapter',
    severity: 'error',
    comment: 'The engine of the database imports the stores in adapters/sql, and no other adapter.',
    from: { path: '^src-main/adapters/sqlite/' },
    to: { path: '^src-main/adapters/', pathNot: '^src-main/adapters/(sqlite|sql|formats)/' },
  },
  {
    name: 'stores-know-no-engine',
    severity: 'error',
    comment:
      'Tables and stores speak standard SQL. What only one engine has a word for is asked of adapters/sql/engine.ts, and the engine brings it.',
    from: { path: '^src-main/adapters/sql/' },
    to: { path: ['^src-main/adapters/sqlite/', packagePath('better-sqlite3')] },
  },
  {
    name: 'adapter-has-its-folder',
    severity: 'error',
    comment: 'One folder per outside thing: put the file into src-main/adapters/<name>/.',
    from: { path: '^src-main/adapters/[^/]+$' },
    to: {},
  },
  {
    name: 'adapter-not-to-service',
    severity: 'error',
    comment:
      'An adapter uses contract, core/ports, the document model and pure core functions. Services call adapters, not the other way round.',
    from: { path: '^src-main/adapters/' },
    to: { path: '^src-main/core/(app\\.ts$|.*-service\\.ts$)' },
  },
  {
    name: 'nobody-imports-a-shell',
    severity: 'error',
    comment: 'Nobody imports a shell. What two rooms need belongs into core, or into an adapter behind a port.',
    from: { path: '^src-', pathNot: '^src-main/shell-[^/]+/' },
    to: { path: '^src-main/shell-[^/]+/' },
  },
  {
    name: 'host-serves-shells',
    severity: 'error',
    comment:
      'The host puts core and adapters together for the shells; only they open it. Below it, ask through a port.',
    from: { path: '^src-', pathNot: '^src-main/(host|shell-[^/]+)/' },
    to: { path: '^src-main/host/' },
  },
  {
    name: 'shell-not-to-shell',
    severity: 'error',
    comment: 'A shell imports no other shell. What both need belongs into core, or into an adapter behind a port.',
    from: { path: '^src-main/(shell-[^/]+)/' },
    to: { path: '^src-main/shell-[^/]+/', pathNot: '^src-main/$1/' },
  },
  {
    name: 'renderer-knows-contract-only',
    severity: 'error',
    comment:
      'The window imports base, record, the contract, its own files and assets. Everything else it asks for through the contract.',
    from: { path: '^src-renderer/' },
    to: {
      pathNot: [
        '^src-renderer/',
        '^src-main/(base|record|contract)/',
        '^assets/',
        '^docs/handbuch\\.md$',
        '(^|/)node_modules/',
      ],
    },
  },
  {
    name: 'main-not-to-renderer',
    severity: 'error',
    comment: 'Nothing in src-main imports the window; a shell serves its built files.',
    from: { path: '^src-main/' },
    to: { path: '^src-renderer/' },
  },
  {
    name: 'product-not-to-tests',
    severity: 'error',
    comment: 'The product imports neither tests nor tools. Move what it needs into the room it belongs to.',
    from: { path: '^src-' },
    to: { path: '^(tests|tools)/' },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    comment:
      'No import cycle, types included. Move what both files need into a third, or let the upper one pass it in.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    severity: 'error',
    comment:
      'Nobody imports this file and it imports nothing. Use it, delete it, or name it as an entry here and in knip.json.',
    from: {
      orphan: true,
      pathNot: [
        '\\.d\\.ts$',
        '(^|/)(main|preload|typst-worker)\\.tsx?$',
        '\\.(test|spec)\\.tsx?$',
        '^tests/bench/',
        '^src-renderer/public/',
        // Read by this file.
        '^src-main/core/directions\\.cjs$',
      ],
    },
    to: {},
  },
  {
    name: 'no-dev-dependencies-in-product',
    severity: 'error',
    comment:
      'What runs in main stands under "dependencies" in package.json. Free are types, the bundled window, and electron, which electron-builder wants under devDependencies.',
    from: { path: '^src-main/' },
    to: {
      dependencyTypes: ['npm-dev'],
      dependencyTypesNot: ['type-only'],
      pathNot: packagePath('electron|@types/[^/]+'),
    },
  },
  {
    name: 'declared-packages-only',
    severity: 'error',
    comment:
      'Add the package to package.json: what only another package brings along can vanish with its next version.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'no-deprecated-node-modules',
    severity: 'error',
    comment: 'Node calls this module deprecated: use its successor.',
    from: {},
    to: { dependencyTypes: ['deprecated'] },
  },
  {
    name: 'not-to-unresolvable',
    severity: 'error',
    comment: 'This import leads nowhere: correct the path (with its extension), or add the package to package.json.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'strangers-files-behind-the-fence',
    severity: 'error',
    comment:
      'Files of strangers are read in a process of their own: ask through host/fenced-readers.ts. Only host/file-reader loads what reads them.',
    from: { path: '^src-main/', pathNot: '^src-main/(host/file-reader|adapters)/' },
    to: {
      path: [
        '^src-main/adapters/attachment/(?!sniff-mime-type\\.ts$)',
        '^src-main/adapters/contact-list/',
        '^src-main/adapters/import/(?!readable-size\\.ts$)',
        '^src-main/adapters/docx/read-docx\\.ts$',
        '^src-main/adapters/(pdf/read-record|signing/pdf/verify-pdf)\\.ts$',
        '^src-main/adapters/signing/keys/(read-certificate|judge-chain)\\.ts$',
        '^src-main/adapters/sqlite/(check-backup|inspect-backup)\\.ts$',
      ],
    },
  },
  ...homeRules,
];

module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    // Anchored: packages keep their code in a dist folder, too.
    exclude: { path: '^(dist|release|\\.cache)/' },
    // Type imports are imports: a cycle of types couples two files as firmly as any other.
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mts', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
      mainFields: ['types', 'typings', 'module', 'main'],
    },
    skipAnalysisNotInRules: true,
  },
};
