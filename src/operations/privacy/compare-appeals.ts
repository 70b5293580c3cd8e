import type { Appeal, Kind, Priority } from '../../domain/appeal.ts';
import { knownOf, maskText, maskWhole } from '../../domain/masking.ts';
import { findMatter } from '../../domain/matter.ts';
import { phoneKeys } from '../../domain/phone.ts';
import type { Instant } from '../../domain/time.ts';
import { localTime } from '../../domain/time.ts';
import type { Channel } from '../../domain/volume.ts';
import type { Db } from '../../store/db.ts';
import { listMatters } from '../../store/matters.ts';
import { listPersonalFields } from '../../store/plain-texts.ts';
import type { LocalWork } from '../kernel/transaction.ts';
import type { Corrections } from './correct-appeal.ts';

/** An appeal as a file gives it once more; what the file does not say is undefined. */
export interface AppealAgain {
  readonly receivedAt: Instant;
  readonly kind: Kind;
  readonly channel: Channel;
  readonly matter?: string | undefined;
  readonly place?: string | undefined;
  readonly priority?: Priority | undefined;
  readonly confidential: boolean;
  readonly title: string;
  readonly text?: string | undefined;
  readonly caller?: string | undefined;
  readonly phone?: string | undefined;
}

/** What a file says otherwise than the register; what is personal is masked. */
export interface AppealDifference {
  readonly number: string;
  readonly field: keyof AppealAgain;
  readonly before: string;
  readonly after: string;
  /** Whether the import sets it right; when an appeal came in, and whether it is confidential, it only points out. */
  readonly isCorrected: boolean;
}

/** What becomes of appeals that a file has once more: what is to be set right, by their numbers, and all that differs. */
export interface AppealComparison {
  readonly corrections: readonly { readonly number: string; readonly fields: Corrections }[];
  readonly differences: readonly AppealDifference[];
}

/** Compares appeals of the register with those of a file. Nothing is given out as it was written. */
export async function compareAppeals(
  db: Db,
  { jurisdiction }: LocalWork,
  pairs: readonly { readonly appeal: Appeal; readonly again: AppealAgain }[],
): Promise<AppealComparison> {
  const personal = await listPersonalFields(
    db,
    pairs.map(({ appeal }) => appeal.id),
  );
  const matters = await listMatters(db, jurisdiction.id);
  const isListed = (matter: string): boolean =>
    matters.length === 0 || findMatter(matters, matter).kind === 'found';
  const corrections: { number: string; fields: Corrections }[] = [];
  const differences: AppealDifference[] = [];
  for (const { appeal, again } of pairs) {
    const said = personal.get(appeal.id);
    const known = knownOf(said);
    const own: AppealDifference[] = [];
    const fields: { -readonly [Field in keyof Corrections]: Corrections[Field] } = {};
    const note = (field: keyof AppealAgain, before: string, after: string, isCorrected: boolean): void => {
      own.push({ number: appeal.number, field, before, after, isCorrected });
    };
    for (const field of ['kind', 'channel', 'priority'] as const) {
      const after = again[field];
      if (after === undefined || after === appeal[field]) continue;
      Object.assign(fields, { [field]: after });
      note(field, appeal[field], after, true);
    }
    const matter = again.matter === undefined ? undefined : maskText(again.matter, known);
    if (matter !== undefined && matter !== appeal.matter) {
      if (isListed(matter)) fields.matter = matter;
      note('matter', appeal.matter ?? '', matter, isListed(matter));
    }
    // Of an appeal whose texts were removed nothing personal is compared, nor written once more.
    if (said !== undefined && appeal.purgedOn === null) {
      const texts = [
        ['title', said.title],
        ['text', said.text],
        ['caller', said.caller],
        ['phone', said.phone],
        ['place', appeal.place],
      ] as const;
      for (const [field, before] of texts) {
        const after = again[field];
        if (after === undefined || isSameText(field, before ?? '', after, jurisdiction.areaCode)) continue;
        fields[field] = after;
        note(field, maskWhole(before ?? ''), maskWhole(after), true);
      }
    }
    if (again.receivedAt !== appeal.receivedAt) {
      const show = (at: Instant): string => localTime(at, jurisdiction.timeZone);
      note('receivedAt', show(appeal.receivedAt), show(again.receivedAt), false);
    }
    if (again.confidential !== appeal.confidential)
      note('confidential', String(appeal.confidential), String(again.confidential), false);
    if (Object.keys(fields).length > 0) corrections.push({ number: appeal.number, fields });
    differences.push(...own);
  }
  return { corrections, differences };
}

/** Whether two texts say the same: phones by their digits, all else as it stands. */
function isSameText(field: string, before: string, after: string, areaCode: string | null): boolean {
  if (field !== 'phone') return before === after;
  return phoneKeys(before, areaCode).join() === phoneKeys(after, areaCode).join();
}
