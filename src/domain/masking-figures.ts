import { maskDigits } from './masking-phones.ts';
import { plain, replaceIn } from './masking-signs.ts';

/** A sign without width. */
const unseen = '\\u200b';
/** What may stand between two digits of one number. */
const gap = `[ .·${unseen}-]{0,3}`;
/** The same where a line may break, too. */
const breaking = `[\\s.·、${unseen}-]{0,3}`;
/** What may stand between the groups of a mobile, 138/1234/5678; 一 is typed for a dash. */
const parting = `[\\s.·,、/_~\\uff5e\\u301c:()|*一ー${unseen}-]{0,3}`;
const digits = (count: string, between = gap): string => `(?:${between}\\d)${count}`;
const extension = `(?: ?(?:转|分机|#|ext\\.?) ?\\d{1,6})?`;
const areaCode = '0(?:10|2\\d|[3-9]\\d{2})';

/** A day, 20220207; and what a year makes a serial number or a period, 2022-0815, 2021-2022. */
export const day = '(?:19|20)\\d{2}(?:0[1-9]|1[0-2])[0-3]\\d';
const ofYear = '20[0-3]\\d(?:-\\d{4}| (?:19|20)\\d{2})';

/** What follows a sum, a size or a count; not 平时, 万一, 元旦, 户主, 人工. */
const measure = ` ?(?:元(?![旦宵])|万(?!一)|亿|平(?![时日常安均])|吨|公里|千米|米|㎡|人(?![工不没])|户(?![主内外])|伏|瓦|千瓦|路段|块|美元|公斤|斤|立方|公顷|亩|辆|步|株|度|号楼|室|之间|左右|不等|以上|以下|[降涨]到|\\.(?!(?:19|20)\\d{2}(?!\\d))(?!\\d{1,2}[点时月号楼])\\d{1,4}(?!\\d))`;

/** Words before the number of an order, of a meter, of a document. */
const register =
  '工单|(?:受理|投诉|转办|督办)单|单号|编号|诉求号|重复件|受理号|流水号|订单|运单|快递|票号|文号|表号|户号|证号|型号|金额|读数|示数|表底|税号|代码|档案号|里程|公里数|[¥￥]|[XY]=';
const behindRegister = '(?:号码?|码|为|是|No\\.?|[:#( 【]){0,3}(?:\\d{5,20}[、/,])?';
const ofRegister = `(?<!(?<!电话|手机|座机|联系)(?:${register})${behindRegister})`;
/** The same before what has a day in it, as numbers of orders and of students have. */
const ofOrder = `(?!(?<=(?:工单|单号|编号|受理号|流水号|学号)${behindRegister})\\d{6}20[12]\\d)`;
/** Words before numbers of things, sums and papers that are as long as a landline. */
const things =
  '杆号?|设备号|[水电气]表|(?:燃气|供热|水|电)卡号|住院号|病历号|收据|备案号|国标|国家标准|准字|产权第|执|款|总价|合计|中标价|余额|造价|投资';
const ofThings = `(?<!(?:${things})(?:为|是|共|[: ]){0,2}[A-Za-z]{0,3}-?|[A-Z]{2}-)`;

/** Words before a phone: what follows is one, even mistyped. 号码 alone is that of a phone, 车牌号码 is not. */
const phoneWord =
  '(?:电话|手机|座机|固话|联系方式|(?<![单牌递编票户表证卡型房账水理件箱奖])号码|tel\\.?|phone|mobile)';
const afterWord = `(?<=${phoneWord}(?:号码|号|是|为|[:( \\n]){0,3})`;

/** Words of who calls, before a number that is called. */
const afterCall = '(?<=(?:致电|拨打|拨通|回拨|回电|来电|打通?|拨|联系|热线)(?:了|过|到|给|[: ])?)';
/** What follows a count, even where somebody calls. */
const counted = '(?![万亿]?元|[件次条]|人次|人民币)';

/** Rooms of one floor, A座2501-2508. */
const rooms = '(?<=[座楼栋幢层号]|单元)(?<floor>\\d{2})\\d{2}-\\k<floor>\\d{2}';
/** What stands before two groups of digits that are a sum or a size, not a phone. */
const ofGroups =
  '(?<!(?:[费价款薪资贴助金租罚赔]|面积|收入|工资|价位|人均|每月|每年|沿街)[为约是到至由从: ]{0,2})(?<!第)';

/** Numbers that are personal wherever they stand, by what they are; the first that fits a place holds. */
const numbers = {
  /** 身份证号: 18 signs, the last a digit or X, with a day of birth inside. */
  identity: `${ofOrder}(?!${day}|(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:19|20)\\d{2})[1-9]${digits('{5}', breaking)}${breaking}(?:1${breaking}9|2${breaking}0)${digits('{2}', breaking)}${breaking}(?:0${breaking}[1-9]|1${breaking}[0-2])${breaking}(?:[012]${breaking}\\d|3${breaking}[01])${digits('{3}', breaking)}${breaking}[\\dXx]`,
  /** The same with its parts set off, and with a mobile run into it. */
  partedIdentity: `${ofOrder}(?!${day})[1-9]\\d{5}[(/ -]{0,2}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])[0-3]\\d[)/ -]{0,2}\\d{3}[\\dXx](?:1[3-9]\\d{9})?`,
  /** 身份证号 of the older form, 15 digits. */
  oldIdentity: `(?!${day})[1-8]\\d{5}${gap}\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])${gap}\\d{3}`,
  /** 银行卡号: 16 to 19 digits; one that begins with a year is the number of an order. */
  card: `${ofRegister}(?<!\\d\\.)(?!\\d{1,3}\\.\\d{4})[3-69]${digits('{15,18}', breaking)}`,
  /** Two mobiles with nothing between them. */
  twoMobiles: '1[3-9]\\d{9}1[3-9]\\d{9}',
  /** What is said to be a mobile, whatever follows. */
  saidMobile: `${afterWord}1[3-9]\\d${parting}\\d{4}${parting}\\d{4}`,
  mobile: `(?<!经度[:为 ]?)(?!\\d{1,2}-\\d{1,2}-\\d{3,4} )(?:(?:\\+|00)?86${gap})?0?(?:1${breaking}[3-9]${digits('{9}', breaking)}|1[3-9]\\d${parting}\\d{4}${parting}\\d{4}(?!${measure})|1[3-9]\\d{3}[~\\uff5e]\\d{6})${extension}`,
  /** A mobile with a digit too few or too many. */
  mistyped: `${afterWord}1${breaking}[3-9](?:${digits('{8}', breaking)}(?!\\d)|${digits('{10}', breaking)})`,
  landline: `\\(?${areaCode}\\)?${parting}(?!${day})[2-9](?:\\d{6,7}(?!\\d)|${digits('{6,7}?')})${extension}`,
  /** What is said to be a phone: without the 0 of its area code, broken anywhere, or of a wrong length. */
  said: `${afterWord}(?!${day}|(?:19|20)\\d{2}[./-]\\d{1,2}[./-]\\d|[48]00|9[56]\\d{3,4}\\D)(?:[2-9]\\d{6,7}(?!\\d)|[2-9]\\d{2,3}${breaking}\\d{4}(?!\\d)${counted}|[2-9]${digits('{6,7}?', '[\\s.·' + unseen + '-]{0,3}')}(?!\\d|${measure})|\\d{9,12})${extension}`,
  /** What somebody calls, even without the 0 of its area code. */
  called: `${afterCall}(?!${day}(?!\\d)|${ofYear}|[48]00|9[56]\\d{3,4}\\D)(?:[2-9]\\d{6,7}|[2-9]\\d{2,3}[ -]\\d{4}|[3-9]\\d{2}[2-9]\\d{6})(?!\\d)${counted}`,
  /** A landline without its area code; neither a day, nor two years, nor a sum of money or size. */
  local: `(?<!\\d{4}-|[48]00[ -]|(?<!\\d)\\d{1,6}\\.)(?!(?:[01]\\d|2[0-4])[0-5]\\d-(?:[01]\\d|2[0-4])[0-5]\\d)(?![2-9]\\d{2,3}[ -]\\d{4}(?<=[A-Za-z/] ?.{9}|[A-Za-z/] ?.{8}))(?!${day}(?!\\d)|${ofYear}|${rooms})${ofRegister}${ofThings}[2-9](?:\\d{6,7}|(?<=${ofGroups}.)(?!\\d{0,2}00[ -]\\d{2}00)\\d{2,3}[ -]\\d{4})${extension}(?!${measure})`,
} as const;

type NumberKind = keyof typeof numbers;

/** Latin letters and Chinese characters may stand right beside, digits may not. */
const numberInText = new RegExp(
  `(?<!\\d)(?:${Object.entries(numbers)
    .map(([kind, pattern]) => `(?<${kind}>${pattern})`)
    .join('|')})\\u200b{0,3}(?:(?!\\d)|(?=(?:19|20)\\d{2}年))`,
  'giu',
);

const measured = new RegExp(`^${measure}`, 'u');

/** Whether groups of digits are a list of numbers: 1、3、5、7、9、11, or sums with 、 between them. */
export function isList(found: string, behind: string): boolean {
  const groups = found.split(/\D+/u).filter((group) => group !== '');
  if (groups.length < 2 || groups.every((group) => group.length === 1)) return isRising(groups);
  // An address of a network, 192.168.10.200.
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/u.test(found)) return true;
  const isListed = /[、\n]/u.test(found);
  if (groups.length >= 5 && (isListed || isRising(groups))) return true;
  return (
    isListed &&
    (measured.test(behind) ||
      groups.filter((group) => group.length > 1 && group.endsWith('00')).length > groups.length / 2)
  );
}

/** Whether five or more numbers go up one after the other, or down. */
export function isRising(groups: readonly string[]): boolean {
  if (groups.length < 5) return false;
  const steps = groups.slice(1).map((group, at) => Math.sign(Number(group) - Number(groups[at])));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

function maskNumber(kind: NumberKind, found: string, behind: string): string | undefined {
  const [number = '', ...after] = found.split(/转|分机|#|ext/iu);
  if (kind !== 'saidMobile' && isList(number, behind)) return undefined;
  const bare = number.replace(/\D/gu, '');
  const masked = /identity/iu.test(kind) ? `${bare.slice(0, 3)}****` : maskDigits(bare);
  return after.length === 0 ? masked : `${masked}转****`;
}

/** Masks in a text every number in figures that is personal whosever it is; lists of numbers stay. */
export function maskFigures(text: string): string {
  const view = plain(text);
  return replaceIn(text, view, numberInText, (match) => {
    const kind = (Object.keys(numbers) as NumberKind[]).find((one) => match.groups?.[one] !== undefined);
    const end = match.index + match[0].length;
    return kind === undefined ? undefined : maskNumber(kind, match[0], view.slice(end, end + 10));
  });
}
