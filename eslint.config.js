// The layers of src and what each may import, in one table; the rules below are made from it.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * Per layer: the layers it may import from, the rooms of them it may `not`, and the packages and Node modules it owns. `errors` is for all.
 * `typesOf` names layers of which only types come in, so that nothing of theirs is loaded.
 */
export const layers = {
  domain: { layers: [], packages: ['fastest-levenshtein'] },
  intake: {
    layers: ['domain'],
    packages: [
      'csv-parse/sync',
      'read-excel-file/node',
      'fflate',
      'valibot',
      'jsonc-parser/lib/esm/main.js',
      'saxen',
    ],
  },
  store: { layers: ['domain'], packages: ['kysely', 'kysely/migration'] },
  'store/engine': {
    layers: ['domain', 'store'],
    packages: ['kysely', 'better-sqlite3', 'node:fs', 'node:os', 'node:path'],
  },
  'store/migrations': { layers: ['store'], packages: ['kysely', 'kysely/migration'] },
  operations: { layers: ['domain', 'intake', 'store'], not: ['store/engine'], packages: ['node:crypto'] },
  text: { layers: ['domain'], packages: [] },
  output: {
    layers: ['domain', 'text'],
    packages: ['chalk', 'get-east-asian-width', 'write-excel-file/node', 'fflate', 'docx'],
  },
  cli: {
    layers: ['domain', 'text', 'output', 'store'],
    packages: ['commander', 'chalk', '@clack/prompts', 'node:fs', 'node:path', 'node:stream'],
  },
  commands: { layers: ['domain', 'operations', 'output', 'store', 'cli', 'text'], packages: ['commander'] },
};

const all = ['domain', 'intake', 'store', 'operations', 'text', 'output', 'cli', 'commands'];

/** Makes a pattern of the module names a layer must not import. Slashes are written \u002F inside selectors. */
function forbidden(name) {
  const { layers: allowed, packages, not = [] } = layers[name];
  const own = name.split('/')[0];
  const escape = (text) => text.replaceAll('/', '\\u002F').replaceAll('.', '\\.');
  const others = [...all.filter((layer) => layer !== own && !allowed.includes(layer)), ...not.map(escape)];
  const bare = packages.map((one) => `${escape(one)}$`).join('|');
  return {
    // A relative path that leads into another layer, or to the entry points above the layers.
    relative: `^\\.\\.?\\u002F(?:.*\\u002F)?(?:(?:${others.join('|')})\\u002F|(?:main|program)\\.ts$)`,
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
    ],
  };
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
  { ignores: ['dist', 'node_modules', 'fixtures', 'coverage'] },
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
    files: ['src/program.ts', 'src/main.ts', 'src/errors.ts'],
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
