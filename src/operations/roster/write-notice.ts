import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { Notice, RosterEntry } from '../../domain/roster.ts';
import type { UnitDiff } from '../../domain/roster-diff.ts';
import type { Placeholder } from '../../domain/roster-template.ts';
import { fillNotice } from '../../domain/roster-template.ts';
import type { Tier } from '../../domain/scheme.ts';
import { tiers } from '../../domain/scheme.ts';
import type { Day, Instant } from '../../domain/time.ts';
import { localDay, officialDay } from '../../domain/time.ts';
import type { Db } from '../../store/db.ts';
import type { Edition } from '../../store/editions.ts';
import { listEditions } from '../../store/editions.ts';
import type { RosterDraft } from './draft-roster.ts';
import { getTemplate } from './roster-templates.ts';

/** What the notice of a draft would say, with nothing yet known of its number. */
export async function draftNotice(
  db: Db,
  jurisdiction: Jurisdiction,
  { entries }: RosterDraft,
  now: Instant,
): Promise<Notice> {
  const number = ((await listEditions(db, jurisdiction.id)).at(-1)?.number ?? 0) + 1;
  const publishedOn = localDay(now, jurisdiction.timeZone);
  return makeNotice(db, jurisdiction, { number, publishedOn, documentNo: '', entries, diffs: [] });
}

/** Fills in the template of a notice: of a full edition, or of changes against another. */
export async function makeNotice(
  db: Db,
  jurisdiction: Jurisdiction,
  facts: {
    readonly number: number;
    readonly publishedOn: Day;
    readonly documentNo: string;
    readonly entries: readonly RosterEntry[];
    readonly base?: Edition | undefined;
    readonly wrong?: Edition | undefined;
    readonly diffs: readonly UnitDiff[];
  },
): Promise<Notice> {
  const { number, publishedOn, documentNo, entries, base, wrong, diffs } = facts;
  const template = await getTemplate(db, jurisdiction, base === undefined ? 'notice' : 'changes');
  const count = (tier: Tier): string => String(entries.filter((entry) => entry.tier === tier).length);
  const [dedicated = '', attached = '', designated = ''] = tiers.map(count);
  const { name, recipients } = jurisdiction;
  const withdrawn =
    wrong === undefined
      ? ''
      : `${officialDay(wrong.publishedOn)}公布的第${String(wrong.number)}期名册（${wrong.documentNo}）同时废止。`;
  const values: Record<Placeholder, string> = {
    辖区: name,
    单位数: String(entries.length),
    单独设立: dedicated,
    加挂牌子: attached,
    专人专岗: designated,
    期号: String(number),
    日期: officialDay(publishedOn),
    文号: documentNo,
    上期: base === undefined ? '' : String(base.number),
    上期日期: base === undefined ? '' : officialDay(base.publishedOn),
    上期文号: base?.documentNo ?? '',
    变动数: String(diffs.length),
    废止: withdrawn,
  };
  return fillNotice(template.sections, values, { jurisdiction: name, recipients });
}

/** The notice of an edition. One of an older version has none: it prints the roster under its name alone. */
export function noticeOf({ notice, jurisdictionName }: Edition): Notice {
  if (notice !== null) return notice;
  const jurisdiction = jurisdictionName ?? '';
  const annex = `${jurisdiction}群众工作联络名册`;
  return { jurisdiction, recipients: [], title: annex, paragraphs: [], annex };
}
