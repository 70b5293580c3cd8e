// How `cli-table3` is bundled, by the build and by the tests alike.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

const wrap = join(import.meta.dirname, '../src/output/wrap.ts');

/**
 * Has `cli-table3` measure texts as `output/wrap.ts` does, by the one rule for widths there is. Its colours are left out, since it is given
 * texts that have theirs, and so is the text it makes ready for its debugging with each cell it draws, which takes most of its time.
 */
export const ownWidths: Plugin = {
  name: 'own-widths',
  setup(builder) {
    builder.onResolve({ filter: /^string-width$/ }, ({ path }) => ({ path, namespace: 'own-widths' }));
    builder.onLoad({ filter: /.*/, namespace: 'own-widths' }, () => ({
      contents: `module.exports = require(${JSON.stringify(wrap)}).displayWidth;`,
      resolveDir: import.meta.dirname,
    }));
    builder.onResolve({ filter: /^@colors\/colors/ }, ({ path }) => ({ path, namespace: 'no-colours' }));
    builder.onLoad({ filter: /.*/, namespace: 'no-colours' }, () => ({ contents: 'module.exports = {};' }));
    builder.onLoad({ filter: /cli-table3[\\/]src[\\/]cell\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace('utils.truncate(this.content, 10, this.truncate)', 'this.content');
      if (contents === source) throw new Error('cli-table3 draws a cell in another way than before');
      return { contents };
    });
  },
};
