import type { Jurisdiction } from '../../domain/jurisdiction.ts';
import type { Notice, RosterEntry } from '../../domain/roster.ts';
import type { UnitDiff } from '../../domain/roster-diff.ts';
import type { Placeholder } from '../../domain/roster-template.ts';
import { fillNotice } from '../../domain/roster-template.ts';
import type { Tier } from '../../domain/scheme.ts';
import { tiers } from '../../domain/scheme.ts';
import type { Instant } from '../../domain/time.ts';
import { localDay, officialDay, openDay } from '../../domain/time.ts';
import { openDocumentNo } from '../../domain/document-number.ts';
import type { Db } from '../../store/db.ts';
import type { Edition } from '../../store/editions.ts';
import { listEditions } from '../../store/editions.ts';
import { listEndedUnits } from './ended-units.ts';
import { getTemplate } from './roster-templates.ts';

/** What the paper of a draft says of an edition that is not published yet: its number and day are left open. */
export interface NoticeDraft {
  readonly notice: Notice;
  readonly draft: { readonly issuers: readonly string[]; readonly documentNo: string };
}

/** Writes the notice of a draft, of a full roster or of what changed since the newest edition. */
export async function draftNotice(
  db: Db,
  jurisdiction: Jurisdiction,
  terms: {
    readonly entries: readonly RosterEntry[];
    readonly base?: Edition | undefined;
    readonly diffs: readonly UnitDiff[];
    readonly now: Instant;
  },
): Promise<NoticeDraft> {
  const { entries, base, diffs, now } = terms;
  const last = (await listEditions(db, jurisdiction.id)).at(-1);
  const year = localDay(now, jurisdiction.timeZone).slice(0, 4);
  const documentNo = openDocumentNo(last?.documentNo, year);
  const notice = await makeNotice(db, jurisdiction, {
    number: (last?.number ?? 0) + 1,
    date: openDay(year),
    documentNo,
    entries,
    base,
    diffs,
  });
  return { notice, draft: { issuers: jurisdiction.issuers, documentNo } };
}

/** Fills in the template of a notice: of a full edition, or of changes against another. */
export async function makeNotice(
  db: Db,
  jurisdiction: Jurisdiction,
  facts: {
    readonly number: number;
    /** The day of publication as an official paper writes it. */
    readonly date: string;
    readonly documentNo: string;
    readonly entries: readonly RosterEntry[];
    readonly base?: Edition | undefined;
    readonly wrong?: Edition | undefined;
    readonly diffs: readonly UnitDiff[];
  },
): Promise<Notice> {
  const { number, date, documentNo, entries, base, wrong, diffs } = facts;
  const template = await getTemplate(db, jurisdiction, base === undefined ? 'notice' : 'changes');
  const count = (tier: Tier): string => String(entries.filter((entry) => entry.tier === tier).length);
  const [dedicated = '', attached = '', designated = ''] = tiers.map(count);
  const { name, recipients, issuers } = jurisdiction;
  const withdrawn =
    wrong === undefined
      ? ''
      : `${officialDay(wrong.publishedOn)}公布的第${String(wrong.number)}期名册（${wrong.documentNo}）同时废止。`;
  const values: Record<Placeholder, string> = {
    辖区: name,
    发布机关: issuers.join('　'),
    单位数: String(entries.length),
    单独设立: dedicated,
    加挂牌子: attached,
    专人专岗: designated,
    期号: String(number),
    日期: date,
    文号: documentNo,
    上期: base === undefined ? '' : String(base.number),
    上期日期: base === undefined ? '' : officialDay(base.publishedOn),
    上期文号: base?.documentNo ?? '',
    变动数: String(diffs.length),
    废止: withdrawn,
  };
  const ended = await listEndedUnits(db, jurisdiction, diffs);
  return {
    ...fillNotice(template.sections, values, { jurisdiction: name, recipients }),
    ...(ended.length === 0 ? {} : { ended }),
  };
}

/** The notice of an edition. One of an older version has none: it prints the roster under its name alone. */
export function noticeOf({ notice, jurisdictionName }: Edition): Notice {
  if (notice !== null) return notice;
  const jurisdiction = jurisdictionName ?? '';
  const annex = `${jurisdiction}群众工作联络名册`;
  return { jurisdiction, recipients: [], title: annex, paragraphs: [], annex };
}
