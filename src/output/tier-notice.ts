import type { RunUnit } from '../domain/run.ts';
import type { Band } from '../domain/scheme.ts';
import { boundNumbers } from '../domain/scheme.ts';
import { officialDay, openDay } from '../domain/time.ts';
import type { Day } from '../domain/time.ts';
import { volumeChannels } from '../domain/volume.ts';
import { official } from '../text/official.ts';
import { codeNames } from '../text/zh/code-names.ts';
import type { Arrangement } from './papers/arrangement.ts';
import { setUpPages } from './papers/docx-pages.ts';
import { writeWord } from './papers/docx-parts.ts';
import type { SignedNotice } from './papers/notice-docx.ts';
import { closeHeight, writeClose, writeCloseBelow } from './papers/notice-close.ts';
import { endOfNotice, writeNotice } from './papers/notice-docx.ts';
import { page } from './papers/official-page.ts';
import type { RunHead } from './tier-view.ts';

/** What the notices of a run are made of. */
export interface TierNoticeFacts {
  readonly issuers: readonly string[];
  readonly run: RunHead;
  /** Units of the run that have a tier. */
  readonly units: readonly RunUnit[];
  readonly arrangement: Arrangement;
  readonly day: Day;
}

const say = official.tierNotice;

/** The notice that tells a unit its tier (归类通知): its volume, the rule, and what follows. */
export function makeTierNotice(
  { issuers, run, arrangement, day }: Omit<TierNoticeFacts, 'units'>,
  unit: RunUnit,
): SignedNotice {
  const { scheme, year, adoption } = run;
  const { tier, volume, override, counts, onBound, name } = unit;
  const parts = volumeChannels.flatMap((channel) => {
    const count = counts[channel];
    const isCounted = channel !== 'total' && scheme.channels.includes(channel);
    return isCounted && count !== undefined ? [say.part(codeNames.channel[channel], count)] : [];
  });
  const figure =
    volume === null ? say.noCount(year) : say.volume(year, volume, parts.length > 1 ? parts : []);
  const category = scheme.categoryTiers[unit.category];
  const tierName = tier === null ? '' : official.tier[tier];
  const verdict =
    override !== undefined
      ? say.byDecision(override.documentNo, override.reason, tierName)
      : category === undefined
        ? say.byVolume(bandWords(scheme.bands.find((band) => band.tier === tier)), tierName)
        : say.byCategory(codeNames.category[unit.category], tierName);
  const bound = onBound ? boundNumbers(scheme).find((number) => number === volume) : undefined;
  return {
    issuers,
    documentNo: adoption?.documentNo ?? '',
    date: adoption === null ? openDay(day.slice(0, 4)) : officialDay(adoption.on),
    title: `${issuers.join('　')}${say.title(name)}`,
    recipients: [name],
    paragraphs: [
      `${figure}${verdict}${bound === undefined || override !== undefined ? '' : say.onBound(bound)}`,
      ...(tier === null ? [] : [official.form.requires[tier]]),
      say.next,
    ],
    annex: null,
    remarks: [],
    copiesTo: [],
    printedBy: null,
    arrangement,
  };
}

/** A band as an official paper says it: 超过1000件; 超过50件、1000件以下 (Civil Code art. 1259 on what 以上 and 超过 include). */
function bandWords(band: Band | undefined): string {
  if (band === undefined) return say.anyVolume;
  const { lower, upper } = band;
  const below = upper === null ? null : say.below(upper.number, upper.included);
  if (lower.number === 0 && lower.included) return below ?? say.anyVolume;
  const above = say.above(lower.number, lower.included);
  return below === null ? above : say.between(above, below);
}

/** Writes the notices of a run as one Word document: each begins on a page of its own, counted from 1. */
export async function writeTierNotices(facts: TierNoticeFacts): Promise<Uint8Array> {
  const docx = await import('docx');
  const { run, units, issuers, arrangement, day } = facts;
  const marks = run.adoption === null ? [official.draft] : [];
  return writeWord(docx, {
    title: say.bundle(run.year),
    creator: issuers.join('、'),
    day: run.adoption?.on ?? day,
    sections: units.flatMap((unit) => {
      const notice = makeTierNotice(facts, unit);
      const pages = setUpPages(docx, { marks, isAcross: false, startsAt: 1 });
      const last = setUpPages(docx, { marks, isAcross: false });
      const written = writeNotice(docx, notice);
      if (arrangement.letterhead === 'none') return [{ ...pages, children: written }];
      const { page: end, left } = endOfNotice(notice);
      // What closes a notice stands on its last page where that is even and has the room, else on the next even one.
      if (end % 2 === 0 && left >= closeHeight(notice) + 2 * page.line)
        return [{ ...pages, children: [...written, ...writeCloseBelow(docx, notice)] }];
      return [
        { ...pages, children: written },
        {
          ...last,
          properties: { ...last.properties, type: docx.SectionType.EVEN_PAGE },
          children: writeClose(docx, notice),
        },
      ];
    }),
  });
}
