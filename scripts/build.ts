// Bundles src into dist: one entry, and chunks for what is imported dynamically.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';
import { ownWidths } from './own-widths.ts';

/**
 * Takes Node's own modules from `process.getBuiltinModule`. Imported as ES modules each costs every start 2 to 5 ms, since
 * Node then reads all of their exports (`node:process` makes all of its streams). A function is looked for when it is first
 * called: a module that only some commands use (`node:zlib`, `node:tty`) is then loaded by those alone.
 */
const builtinsWithoutFacade: Plugin = {
  name: 'builtins-without-facade',
  setup(builder) {
    builder.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'builtin' }));
    builder.onLoad({ filter: /.*/, namespace: 'builtin' }, async ({ path }) => {
      const name = JSON.stringify(path);
      const exported = Object.entries((await import(path)) as object).filter(
        ([one]) => /^[a-z]\w*$/iu.test(one) && one !== 'default',
      );
      // Classes and values are taken at once; functions have names that begin small.
      const read = ([one, value]: readonly [string, unknown]): string =>
        typeof value === 'function' && /^[a-z]/u.test(one)
          ? `let ${one}_; export const ${one} = (...given) => (${one}_ ??= take(${name}, '${one}'))(...given);`
          : `export const ${one} = /* @__PURE__ */ take(${name}, '${one}');`;
      return {
        contents: [
          'const take = (module, name) => process.getBuiltinModule(module)[name];',
          `export default /* @__PURE__ */ new Proxy({}, { get: (_target, one) => take(${name}, one) });`,
          ...exported.map(read),
        ].join('\n'),
      };
    });
  },
};

/** Chalk finds out what the terminal can show as it is imported, which takes 3 ms; here that is decided in cli/screen.ts. */
const chalkWithoutDetection: Plugin = {
  name: 'chalk-without-detection',
  setup(builder) {
    builder.onResolve({ filter: /^#supports-color$/ }, ({ path }) => ({ path, namespace: 'no-detection' }));
    builder.onLoad({ filter: /.*/, namespace: 'no-detection' }, () => ({
      contents: 'export default { stdout: false, stderr: false };',
    }));
  },
};

/** better-sqlite3 is bundled, sixteen files as one; but for its binary, which is looked for where the package is installed. */
const binaryInPackage: Plugin = {
  name: 'binary-in-package',
  setup(builder) {
    builder.onLoad({ filter: /better-sqlite3[\\/]lib[\\/]binding\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replaceAll(
        "__dirname, '..'",
        "require.resolve('better-sqlite3/package.json'), '..'",
      );
      if (contents === source)
        throw new Error('better-sqlite3 looks for its binary in another way than before');
      return { contents };
    });
  },
};

/** CommonJS packages inside the bundle ask for `require`; only the chunk with their shim gets one. */
const requireForBundle =
  "import{createRequire as makeRequire_}from'node:module';const require=makeRequire_(import.meta.url);\n";

const { outputFiles, metafile } = await build({
  metafile: true,
  entryPoints: ['src/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  charset: 'utf8',
  external: ['better-sqlite3/package.json'],
  plugins: [builtinsWithoutFacade, chalkWithoutDetection, binaryInPackage, ownWidths],
  legalComments: 'none',
  logLevel: 'warning',
  write: false,
});
await rm('dist', { recursive: true, force: true });
for (const { path, text } of outputFiles) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text.includes('typeof require') ? requireForBundle + text : text);
}

// Whose code is in the bundle: their licences go into the packages.
const bundled = new Set(
  Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .flatMap(([path]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(path)?.[1] ?? []),
  ),
);
await writeFile('dist/bundled.json', `${JSON.stringify([...bundled].sort(), null, 2)}\n`);
