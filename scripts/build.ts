// Bundles src into dist: one entry, a chunk for everything that is imported dynamically.
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: ['src/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  minify: true,
  keepNames: false,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  charset: 'utf8',
  external: ['better-sqlite3'],
  legalComments: 'none',
  logLevel: 'warning',
  // CommonJS packages inside the bundle ask for `require`.
  banner: {
    js: "import{createRequire as makeRequire_}from'node:module';const require=makeRequire_(import.meta.url);",
  },
});
