import type { Host } from './host.ts';
import type { Content } from './result.ts';

/** Programs that show text a screenful at a time, where nobody said which: less, letting colours through and leaving at once what fits. */
const usualPager = 'less -F -R -X';

/** Who may have a long result paged. */
interface Reader {
  readonly host: Host;
  readonly isInteractive: boolean;
}

/**
 * Shows a result by a pager where it is longer than the screen: on a terminal alone, by `LIAISON_PAGER`, `PAGER` or less. Whoever sets `LIAISON_PAGER` to
 * nothing or to `cat` has none, and none is guessed on Windows, whose own garbles Chinese. False where it was not shown.
 */
export async function showInPager({ host, isInteractive }: Reader, content: Content): Promise<boolean> {
  const { stdout, env, page } = host;
  if (page === undefined || !isInteractive || stdout.isTTY !== true || typeof content !== 'string')
    return false;
  const { rows = 0 } = stdout;
  if (rows === 0 || countLines(content) < rows) return false;
  const pager = env['LIAISON_PAGER'] ?? env['PAGER'] ?? (env['OS'] === 'Windows_NT' ? '' : usualPager);
  return pager === '' || pager === 'cat' ? false : page(content, pager);
}

function countLines(text: string): number {
  return text.split('\n').length;
}
