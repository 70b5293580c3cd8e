import type { Jurisdiction } from '../domain/jurisdiction.ts';
import { insertJurisdiction } from '../store/jurisdictions.ts';
import { insertScheme } from '../store/schemes.ts';
import { presetFor, schemePresets } from '../domain/scheme-presets.ts';
import type { Work } from './change.ts';
import { change } from './change.ts';

/** An appeal is led by at most three units before a ruling is needed, unless the jurisdiction says otherwise. */
export const defaultUnitLimit = 3;

export interface NewJurisdiction {
  readonly code: string;
  readonly name: string;
  readonly level: Jurisdiction['level'];
  readonly timeZone: string;
  readonly areaCode: string | null;
  readonly issuers: readonly string[];
  readonly recipients: readonly string[];
}

/** Fills a new database: its first jurisdiction, and the schemes the tool brings. */
export async function fillDatabase(work: Work, jurisdiction: NewJurisdiction): Promise<Jurisdiction> {
  return change(work, async (trx) => {
    for (const scheme of schemePresets) await insertScheme(trx, null, scheme);
    const result = await insertJurisdiction(trx, {
      ...jurisdiction,
      schemeCode: presetFor(jurisdiction.level),
      unitLimit: defaultUnitLimit,
    });
    return { result, summary: { jurisdiction: jurisdiction.code } };
  });
}
