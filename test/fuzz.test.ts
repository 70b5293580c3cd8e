import { expect, it } from 'vitest';
import type { Finding, Part } from '../scripts/fuzz/terms.ts';
import { countCases, doWork } from '../scripts/fuzz/work.ts';

function describe({ part, key, detail, at, lines }: Finding): string {
  return [`${part} ${at}: ${key}`, detail.slice(0, 200), ...lines].join('\n');
}

// The long runs are `npm run fuzz`; what they find is found again by the seed and the case they name.
it.each([
  ['commands', 300],
  ['files', 60],
  ['databases', 20],
] as const satisfies readonly (readonly [Part, number])[])(
  'finds nothing in a short course of %s',
  async (part, count) => {
    const findings: string[] = [];
    await doWork(
      { part, seed: 2022, from: 0, to: countCases(part, count), seconds: 50, patience: 500 },
      (finding) => {
        findings.push(describe(finding));
      },
    );
    expect(findings).toEqual([]);
  },
);
