import { posix } from 'node:path';
import ts from 'typescript';

/** Finds the circles among modules: groups of which each imports each other, by whatever steps; types and late imports count too. */
export function findCircles(modules: ReadonlyMap<string, string>): string[][] {
  const imports = new Map(
    [...modules].map(([path, source]) => [path, listImports(path, source).filter((one) => modules.has(one))]),
  );
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  // Tarjan's strongly connected components.
  const visit = (path: string): void => {
    order.set(path, order.size);
    lowest.set(path, order.get(path) ?? 0);
    open.push(path);
    for (const next of imports.get(path) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) lowest.set(path, Math.min(lowest.get(path) ?? 0, lowest.get(next) ?? 0));
    }
    if (lowest.get(path) !== order.get(path)) return;
    const group = open.splice(open.indexOf(path));
    if (group.length > 1 || imports.get(path)?.includes(path) === true) circles.push(group.sort());
  };
  for (const path of modules.keys()) if (!order.has(path)) visit(path);
  return circles;
}

/** The modules of the project that a module imports. */
function listImports(path: string, source: string): string[] {
  return ts
    .preProcessFile(source, true, true)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => posix.join(posix.dirname(path), fileName));
}
