import type { Bulletin, PrintedShare, PrintedSum } from '../domain/printed-figures.ts';

/** A row or line of a bulletin: a percentage, a sum, or both; null where nothing says which bulletin it is of. */
export interface BulletinRow {
  readonly bulletin: string | null;
  readonly share?: PrintedShare;
  readonly sum?: PrintedSum;
}

/** Puts rows together into the bulletins that they are of, in the order in which these come first. */
export function gatherBulletins(rows: readonly BulletinRow[]): Bulletin[] {
  const gathered = new Map<string | null, { sums: PrintedSum[]; percentages: PrintedShare[] }>();
  for (const { bulletin, share, sum } of rows) {
    const own = gathered.get(bulletin) ?? { sums: [], percentages: [] };
    gathered.set(bulletin, own);
    if (share !== undefined) own.percentages.push(share);
    if (sum !== undefined) own.sums.push(sum);
  }
  return [...gathered].map(([name, own]) => ({ name, ...own, changes: [], means: [], unchecked: 0 }));
}
