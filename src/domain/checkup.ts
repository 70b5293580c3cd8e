/** What a check of the machine found of one thing: fine, worth knowing, or something that somebody should do something about. */
export type CheckupGrade = 'ok' | 'note' | 'bad';

/** The things that are looked at, in the order in which they are told. */
export const checkupSubjects = [
  'node',
  'engine',
  'glibc',
  'console',
  'clock',
  'zone',
  'database',
  'rights',
  'place',
  'space',
  'fonts',
  'calendar',
  'backup',
] as const;
export type CheckupSubject = (typeof checkupSubjects)[number];

/** What can be found of them: which sentence tells it. */
export const checkupStates = [
  'node', 'engine', 'glibc', 'glibc-none', 'glibc-old', 'glibc-too-old', 'console', 'console-no-locale', 'console-not-utf8', 'clock', 'clock-early',
  'clock-behind', 'zone', 'zone-other', 'database', 'database-none', 'database-older', 'database-bad', 'rights', 'rights-read-only', 'rights-wide',
  'place-local', 'place-removable', 'place-synchronised', 'place-network', 'space', 'space-low', 'fonts', 'fonts-unknown', 'fonts-some', 'fonts-none',
  'calendar', 'calendar-missing', 'backup', 'backup-old', 'backup-none',
] as const; // prettier-ignore
export type CheckupState = (typeof checkupStates)[number];

/** What was found of one thing; `values` stand in the sentence that tells it. */
export interface CheckupLine {
  readonly subject: CheckupSubject;
  readonly grade: CheckupGrade;
  readonly state: CheckupState;
  readonly values: Readonly<Record<string, string>>;
}

/** Makes a line of a checkup. */
export function checkupLine(
  subject: CheckupSubject,
  grade: CheckupGrade,
  state: CheckupState,
  values: Readonly<Record<string, string>> = {},
): CheckupLine {
  return { subject, grade, state, values };
}

/** What is told of one thing: all that is to be seen to, else what was found last, which says more. */
export function tellOf(lines: readonly CheckupLine[]): readonly CheckupLine[] {
  const bad = new Map(lines.filter(({ grade }) => grade === 'bad').map((line) => [line.state, line]));
  return bad.size > 0 ? [...bad.values()] : lines.slice(-1);
}

/** The line of the free space on the disk of a database. */
export function checkSpace(freeBytes: number, databaseBytes: number): CheckupLine {
  const needed = neededSpace(databaseBytes);
  const values = { free: String(Math.floor(freeBytes / 1e6)), needed: String(Math.ceil(needed / 1e6)) };
  return freeBytes < needed
    ? checkupLine('space', 'bad', 'space-low', values)
    : checkupLine('space', 'ok', 'space', values);
}

/** Free bytes that a database is to have on its disk at least: a backup, a migration and an import each take room for another. */
export function neededSpace(databaseBytes: number): number {
  return Math.max(200_000_000, 3 * databaseBytes);
}

/** Days after which a backup is old. */
export const backupDays = 7;

/** The years whose holidays are to be known on a day: its own, and from November on the next, whose calendar is out by then. */
export function neededCalendarYears(day: string): number[] {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= 11 ? [year, year + 1] : [year];
}

/** Whether a version with dots is at least another: `2.31` and `2.28`. */
export function isAtLeast(version: string, least: string): boolean {
  const [given, wanted] = [version, least].map((one) => one.split('.').map(Number));
  for (const [at, part] of (wanted ?? []).entries()) {
    const own = given?.[at] ?? 0;
    if (own !== part) return own > part;
  }
  return true;
}

/** A day before which no clock can rightly be that runs this version. */
export const madeOn = '2026-11-01';

/** Families of fonts that official papers are set in, by any of the names that systems and their files have for them. */
export const officialFonts: Readonly<Record<string, RegExp>> = {
  方正小标宋: /小标宋|FZXiaoBiaoSong|FZXBS/iu,
  仿宋: /仿宋|Fang ?Song|simfang/iu,
  黑体: /黑体|SimHei|Heiti/iu,
  楷体: /楷体|KaiTi|simkai/iu,
  宋体: /(?<!小标|仿)宋体|SimSun|NSimSun|Songti/iu,
};

/** Fonts with all Chinese signs, which stand in where the official ones are not there. */
const otherChineseFonts = /CJK|Source Han|思源|文泉驿|WenQuanYi|msyh|微软雅黑|YaHei|Uming|Ukai/iu;

/** Which of the official fonts a machine lacks, and whether it can show Chinese by another one. */
export function findMissingFonts(names: readonly string[]): {
  readonly missing: readonly string[];
  readonly hasOther: boolean;
} {
  const missing = Object.entries(officialFonts).flatMap(([font, is]) =>
    names.some((name) => is.test(name)) ? [] : [font],
  );
  const hasOther =
    missing.length < Object.keys(officialFonts).length || names.some((name) => otherChineseFonts.test(name));
  return { missing, hasOther };
}
