/** Masks a person's name: the first character stays, 王某某 becomes 王**. */
export function maskName(name: string): string {
  const [first, ...rest] = Array.from(name.trim());
  if (first === undefined) return '';
  return first + '*'.repeat(Math.max(rest.length, 1));
}

/**
 * Masks a phone number: 13812345678 becomes 138****5678, 2851344 becomes 285****, with its area code 0534-285****, so that both
 * together tell no more than one; short numbers vanish whole.
 */
export function maskPhone(phone: string): string {
  const several = phone.split(/[、，,;；/\n]/u).filter((part) => (part.match(/\p{Nd}/gu) ?? []).length >= 5);
  if (several.length > 1) return several.map(maskPhone).join('、');
  const all = phone.normalize('NFKC').replace(/\D/gu, '');
  const digits = /^(?:(?:00)?86|0)(1[3-9]\d{9})$/u.exec(all)?.[1] ?? all;
  const [, area, local] = /^(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})/u.exec(digits) ?? [];
  if (area !== undefined && local !== undefined) return `${area}-${local.slice(0, 3)}****`;
  if (digits.length >= 11) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  if (digits.length >= 7) return `${digits.slice(0, 3)}****`;
  return '****';
}

/** Signs that people write digits and what parts them with, one for one, so that places in the text stay the same. */
const plainSigns: ReadonlyMap<string, string> = new Map([
  ...Array.from('０１２３４５６７８９', (sign, digit) => [sign, String(digit)] as const),
  ...Array.from('—–－‐‑−﹣', (sign) => [sign, '-'] as const),
  ...Array.from('\u3000\u00a0\t', (sign) => [sign, ' '] as const),
  ['＋', '+'],
  ['（', '('],
  ['）', ')'],
  ['Ｘ', 'X'],
  ['ｘ', 'x'],
  ['＃', '#'],
  ['．', '.'],
]);

function plain(text: string): string {
  return (
    text
      .replace(/[０-９—–－‐‑−﹣\u3000\u00a0\t＋（）Ｘｘ＃．]/gu, (sign) => plainSigns.get(sign) ?? sign)
      // Digits of mathematics take two places each: the second is filled with a sign that has no width.
      .replace(/[\u{1d7ce}-\u{1d7ff}]/gu, (sign) => `${sign.normalize('NFKC')}\u200b`)
  );
}

/** What may stand between two digits of one number. */
const gap = '[ .·\\u200b-\\u200d\\u2060\\ufeff-]{0,3}';
/** What may stand between the groups of a mobile, 138/1234/5678. */
const parting = '[\\s.·,，/_~:：()|*\\u200b-\\u200d\\u2060\\ufeff-]{0,3}';
const digits = (count: string): string => `(?:${gap}\\d)${count}`;
const extension = `(?: ?(?:转|分机|#|ext\\.?) ?\\d{1,6})?`;

/** What follows a sum, a size or a count. */
const measure = ' ?(?:元|万|亿|平|吨|公里|千米|米|㎡|人|户|伏|瓦|千瓦|路段|\\.\\d)';

/** Numbers that are personal wherever they stand, by what they are; the first that fits a place holds. */
const numbers = {
  /** 身份证号: 18 signs, the last a digit or X, with a day of birth inside. */
  identity: `[1-9]${digits('{5}')}${gap}(?:1${gap}9|2${gap}0)${digits('{2}')}${gap}(?:0${gap}[1-9]|1${gap}[0-2])${gap}(?:[012]${gap}\\d|3${gap}[01])${digits('{3}')}${gap}[\\dXx]`,
  /** 身份证号 of the older form, 15 digits. */
  oldIdentity: `[1-8]\\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}`,
  /** 银行卡号: 16 to 19 digits; one that begins with a year is the number of an order. */
  card: `[3-69]${digits('{15,18}')}`,
  /** Two mobiles with nothing between them. */
  twoMobiles: '1[3-9]\\d{9}1[3-9]\\d{9}',
  mobile: `(?:(?:\\+|00)?86${gap})?0?(?:1${gap}[3-9]${digits('{9}')}|1[3-9]\\d${parting}\\d{4}${parting}\\d{4}(?!${measure}))${extension}`,
  landline: `\\(?0(?:10|2\\d|[3-9]\\d{2})\\)?${gap}[2-9]${digits('{6,7}')}${extension}`,
  /** A landline without its area code; neither a day, 20220207, nor two years, 2021-2022, nor a sum of money or size. */
  local: `(?<!\\d{4}-|[48]00[ -]|\\d\\.)(?!(?:[01]\\d|2[0-4])[0-5]\\d-(?:[01]\\d|2[0-4])[0-5]\\d)(?![2-9]\\d{3}[ -]\\d{4}(?<=[A-Za-z/] ?.{9}))(?<!(?<!电话|手机|座机|联系)(?:工单|单号|编号|受理号|流水号|订单|票号|文号|表号|户号|证号|型号|金额|[¥￥])[号码]?[:： ]?)(?!(?:19|20)\\d{2}(?:0[1-9]|1[0-2])[0-3]\\d(?!\\d))(?!(?:19|20)\\d{2}[ -](?:19|20)\\d{2})[2-9]\\d{2,3}[ -]?\\d{4}${extension}(?!${measure})`,
} as const;

type NumberKind = keyof typeof numbers;

/** Latin letters and Chinese characters may stand right beside, digits may not. */
const numberInText = new RegExp(
  `(?<!\\d)(?:${Object.entries(numbers)
    .map(([kind, pattern]) => `(?<${kind}>${pattern})`)
    .join('|')})\\u200b?(?!\\d)`,
  'giu',
);

/** Digits as Chinese writes them, read out one by one; a phone has seven or more. */
const spokenNumber =
  /[〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖](?:[ -]?[〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]){6,}(?![〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖栋号楼单层])/gu;

function maskNumber(kind: NumberKind, found: string): string {
  const [number = '', ...after] = found.split(/转|分机|#|ext/iu);
  const masked =
    kind === 'identity' || kind === 'oldIdentity'
      ? `${number.replace(/\D/gu, '').slice(0, 3)}****`
      : maskPhone(number);
  return after.length === 0 ? masked : `${masked}转****`;
}

/** Whether a text has as many digits as the shortest number that is masked. */
const someDigits =
  /(?:[\d０-９〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖\u{1d7ce}-\u{1d7ff}][^\d０-９〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖\u{1d7ce}-\u{1d7ff}]*){5}/u;

function maskNumbers(text: string): string {
  if (!someDigits.test(text)) return text;
  const masked = replacePlain(text, numberInText, (match) => {
    const kind = (Object.keys(numbers) as NumberKind[]).find((one) => match.groups?.[one] !== undefined);
    return kind === undefined ? match[0] : maskNumber(kind, match[0]);
  });
  return masked.replace(spokenNumber, '****');
}

/** Replaces in a text what a pattern finds in its plain signs. */
function replacePlain(text: string, pattern: RegExp, mask: (match: RegExpExecArray) => string): string {
  let masked = '';
  let from = 0;
  for (const match of plain(text).matchAll(pattern)) {
    masked += text.slice(from, match.index) + mask(match);
    from = match.index + match[0].length;
  }
  return masked + text.slice(from);
}

/** What is known to be personal in a text: the caller's name and phone, and those they were taken for before. */
export interface Personal {
  readonly caller: string | null;
  readonly phone: string | null;
  readonly former?: readonly { readonly caller: string | null; readonly phone: string | null }[] | undefined;
}

/** Patterns made before: the texts of one appeal are masked one after the other. */
const patterns = new Map<string, RegExp>();

/** Makes a pattern of a name whose signs may stand apart from each other. */
function spaced(name: readonly string[]): RegExp {
  const key = name.join('');
  const there = patterns.get(key);
  if (there !== undefined) return there;
  const signs = name.map((sign) => sign.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'));
  const pattern = new RegExp(signs.join('[\\s·-]{0,2}'), 'giu');
  if (patterns.size >= 200) patterns.clear();
  patterns.set(key, pattern);
  return pattern;
}

/** Words of address that clerks put behind a name. */
const address = /(?:先生|女士|小姐|同志|老师|阿姨|大爷|大妈|师傅)$/u;

/** What clerks write where they know no name: words that stand in any text. */
const noNames = new Set(
  '业主 市民 群众 居民 村民 住户 商户 用户 家长 学生 员工 职工 患者 乘客 司机 匿名 匿名者 不详 未知 本人 家属 邻居 老师 某某 先生 女士'.split(
    ' ',
  ),
);

/** Whether a caller is a name that can be told from other words: a family name alone is what a mask leaves. */
function isName(name: string): boolean {
  if (noNames.has(name)) return false;
  return (
    /\p{Script=Han}.|[^\p{Script=Han}].*\p{Script=Han}/u.test(name) ||
    (name.match(/\p{L}/gu) ?? []).length >= 3
  );
}

/** Masks a caller's name in a text, with or without the word of address behind it, spaces between its characters or not. */
function maskCaller(text: string, caller: string): string {
  const whole = caller.normalize('NFKC');
  // Who calls for several people, or with a remark, is several names.
  const parts = [whole, ...whole.split(/[、，,/;；()&|]|\s{1,}/u)].map((part) => part.replace(/\s/gu, ''));
  const names = new Set(parts.flatMap((part) => [part, part.replace(address, '')]));
  let masked = text;
  for (const name of names) {
    const signs = Array.from(name);
    if (isName(name) && text.includes(signs[0] ?? '')) masked = masked.replace(spaced(signs), maskName(name));
  }
  return masked;
}

/** Masks a phone that is known, however its digits are parted; those too short to be told from other numbers too. */
function maskKnownPhone(text: string, phone: string): string {
  if (!someDigits.test(text)) return text;
  const signs = Array.from(plain(phone.normalize('NFKC')).replace(/\D/gu, ''));
  // Shorter ones are those of services: 12345, 95598.
  if (signs.length < 6) return text;
  // To make the pattern costs more than to see that the digits do not stand there in their order.
  if (!plain(text).replace(/\D/gu, '').includes(signs.join(''))) return text;
  const pattern = new RegExp(`(?<!\\d)${signs.join(gap)}(?!\\d)`, 'gu');
  return replacePlain(text, pattern, ([found]) => maskPhone(found));
}

/**
 * Masks in free text the caller's name and phone, and every number that is personal whosever it is: mobiles, landlines with
 * and without area code and extension, identity and bank card numbers, in full-width digits or spoken ones, parted or not.
 * Numbers of orders, days and sums stay.
 */
export function maskText(text: string, personal: Personal): string {
  let masked = text;
  for (const { caller, phone } of [personal, ...(personal.former ?? [])]) {
    if (caller !== null) masked = maskCaller(masked, caller);
    if (phone !== null) masked = maskKnownPhone(masked, phone);
  }
  return maskNumbers(masked);
}
