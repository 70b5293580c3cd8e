// The layers of src and what each may import, in one table; the rules below are made from it.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Modules of the store out of which personal texts come as they were written; the room `operations/privacy` is the gate to them. */
const plain = ['store/plain-texts', 'store/appeal-records', 'store/purges'];

/**
 * Per layer: the layers it may import from, the rooms and modules of them it may `not`, and the packages and Node modules it owns.
 * `errors` is for all. Whoever `begins` transactions makes a `Trx`.
 */
export const layers = {
  domain: { layers: [], packages: ['fastest-levenshtein'] },
  intake: {
    layers: ['domain'],
    packages: [
      'csv-parse/sync',
      '@e965/xlsx',
      'parse5',
      'fflate',
      'node:zlib',
      'valibot',
      'jsonc-parser/lib/esm/main.js',
    ],
  },
  store: { layers: ['domain'], packages: ['kysely', 'kysely/migration'], begins: true },
  'store/engine': { layers: ['domain', 'store'], packages: ['kysely'] },
  'store/engine/sqlite': {
    layers: ['domain', 'store'],
    not: ['postgres'],
    packages: ['kysely', 'better-sqlite3', 'node:sqlite', 'node:fs', 'node:os', 'node:path'],
  },
  'store/engine/postgres': {
    layers: ['domain', 'store'],
    not: ['sqlite'],
    packages: ['kysely', 'pg', 'pg-copy-streams', 'node:fs', 'node:os', 'node:path'],
  },
  'store/age': {
    layers: ['store'],
    packages: ['age-encryption', 'node:fs', 'node:stream', 'node:stream/promises', 'node:stream/web'],
  },
  'store/migrations': { layers: ['store'], packages: ['kysely', 'kysely/migration'] },
  operations: {
    layers: ['domain', 'intake', 'store'],
    not: ['store/engine', ...plain],
    packages: [],
  },
  'operations/kernel': {
    layers: ['domain', 'store'],
    not: ['store/engine', 'store/search-index', 'store/counting-rules', ...plain],
    packages: ['node:crypto'],
    begins: true,
  },
  // The gate: what it gives out is masked, or on record as shown.
  'operations/privacy': {
    layers: ['domain', 'store'],
    not: ['store/engine', 'store/appeal-records'],
    packages: [],
  },
  // The check holds each text against its digest and says which differ.
  'operations/database': {
    layers: ['domain', 'store'],
    not: ['store/engine', 'store/plain-texts'],
    packages: [],
  },
  text: { layers: ['domain'], packages: [] },
  output: {
    layers: ['domain', 'text'],
    packages: [
      'chalk',
      'cli-table3',
      'get-east-asian-width',
      'write-excel-file/node',
      'fflate',
      'docx',
      'docx/charts',
      'echarts/core',
      'echarts/charts',
      'echarts/components',
      'echarts/renderers',
    ],
  },
  cli: {
    layers: ['domain', 'text', 'output', 'store'],
    packages: [
      'commander',
      'smol-toml',
      'chalk',
      'node:events',
      'node:fs',
      'node:os',
      'node:path',
      'node:readline',
      'node:stream',
      'node:string_decoder',
    ],
  },
  commands: {
    layers: ['domain', 'operations', 'output', 'store', 'cli', 'text'],
    not: [
      'store/engine',
      ...plain,
      'store/appeals',
      'store/appeal-events',
      'store/desks',
      'store/search-index',
      'operations/kernel',
      'operations/privacy/record-shown',
    ],
    packages: ['commander'],
  },
};

const all = ['domain', 'intake', 'store', 'operations', 'text', 'output', 'cli', 'commands'];

/** Makes a pattern of the module names a layer must not import. Slashes are written \u002F inside selectors. */
function forbidden(name) {
  const { layers: allowed, packages, not = [] } = layers[name];
  const own = name.split('/')[0];
  const escape = (text) => text.replaceAll('/', '\\u002F').replaceAll('.', '\\.');
  const others = all.filter((layer) => layer !== own && !allowed.includes(layer));
  const rooms = not.map((one) => `${escape(one)}(?:\\u002F|\\.ts$)`);
  const bare = packages.map((one) => `${escape(one)}$`).join('|');
  return {
    // A relative path that leads into another layer, or to the entry points above the layers.
    relative: `^\\.\\.?\\u002F(?:.*\\u002F)?(?:(?:${others.join('|')})\\u002F|${[...rooms, '(?:main|program)\\.ts$'].join('|')})`,
    // A package or node: module that the layer does not own.
    bare: bare === '' ? '^[^.]' : `^(?!${bare})[^.]`,
  };
}

function rulesFor(name) {
  const { relative, bare } = forbidden(name);
  const message = `${name} must not import this: see the table in eslint.config.js.`;
  const both = `(?:${relative})|(?:${bare})`;
  return {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: [relative, bare].map((regex) => ({ regex: regex.replaceAll('\\u002F', '/'), message })) },
    ],
    'no-restricted-syntax': [
      'error',
      { selector: `ImportExpression[source.value=/${both}/]`, message },
      { selector: `TSImportType[source.value=/${both}/]`, message },
      {
        selector: 'ImportExpression:not([source.type="Literal"])',
        message: 'Name the module in the import itself.',
      },
      ...world(name),
      ...transactions(name),
      ...engineWords(name),
    ],
  };
}

/** What writes goes through an operation: the kernel begins the transaction and records it. */
function transactions(name) {
  if (layers[name].begins === true || name.startsWith('store')) return [];
  const message = 'Write in an operation: operations/kernel/transaction.ts begins it and records it.';
  return [
    { selector: 'TSAsExpression TSTypeReference[typeName.name="Trx"]', message },
    {
      selector: 'CallExpression[callee.type="MemberExpression"][callee.property.name="transaction"]',
      message,
    },
  ];
}

/** Words of SQL that one engine alone knows, or that engines take each in its own way: they stand in the room of that engine. */
const engineWord =
  '\\b(?:pragma|rowid|sqlite_\\w+|instr\\s*\\(|ilike|like|pg_\\w+|to_regclass|tsvector|jsonb?|regexp|glob|autoincrement|or replace|distinct on|for update)\\b|::|@@';

function engineWords(name) {
  if (!name.startsWith('store') || name.startsWith('store/engine/') || name === 'store/migrations') return [];
  const selector = `TaggedTemplateExpression[tag.name="sql"] TemplateElement[value.raw=/${engineWord}/i]`;
  return [{ selector, message: 'SQL of one engine: its room is in store/engine.' }];
}

/** Outside cli the process, the console and the clock come in through the context. */
function world(name) {
  const clock = {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Take the time from the context.',
  };
  return [
    clock,
    {
      selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
      message: clock.message,
    },
  ].concat(
    name === 'cli'
      ? []
      : [
          {
            selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
            message: 'No chance here.',
          },
        ],
  );
}

const outside = [
  { name: 'process', message: 'It comes in through the context.' },
  { name: 'console', message: 'Results go through context.print, notes through context.say.' },
];

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'fixtures/*', '!fixtures/hard', 'coverage'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', 'bin/liaison.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: false }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
    },
  },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
  { files: ['bin/*.js'], languageOptions: { globals: { process: 'readonly' } } },
  // The entry points: they alone see the process.
  {
    files: ['src/**/*.ts'],
    ignores: ['src/main.ts', 'src/cli/**'],
    rules: { 'no-restricted-globals': ['error', ...outside] },
  },
  ...Object.keys(layers).map((name) => ({
    files: [`src/${name}/**/*.ts`],
    ignores: Object.keys(layers)
      .filter((other) => other.startsWith(`${name}/`))
      .map((other) => `src/${other}/**`),
    rules: rulesFor(name),
  })),
  {
    files: ['src/program.ts', 'src/main.ts', 'src/errors.ts', 'src/problems.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportExpression:not([source.type="Literal"])',
          message: 'Name the module in the import itself.',
        },
      ],
    },
  },
);
