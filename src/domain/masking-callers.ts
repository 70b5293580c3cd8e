import { plain } from './masking-signs.ts';
import { doubleNames, startsWithFamilyName } from './family-names.ts';

/** What clerks write where they know no name, or beside one: words that stand in any text. */
const roles =
  '业主 市民 群众 居民 村民 住户 商户 用户 客户 家长 学生 员工 职工 工人 患者 乘客 司机 车主 租户 租客 房东 房主 户主 老板 店主 老人 网民 网友 游客 匿名 匿名者 不详 未知 未提供 本人 家属 亲属 邻居 朋友 同事 代理人 委托人 老师 某某 先生 女士 诉求人 来电人 反映人 投诉人 举报人 求助人 咨询人 联系人 负责人 当事人 申请人 收件人 姓名 名字 名叫 我是 我叫 代表 父亲 母亲 爸爸 妈妈 丈夫 妻子 老公 老婆 爱人 儿子 女儿 爷爷 奶奶 孙子 孙女 哥哥 姐姐 弟弟 妹妹 物业 社区 居委会 村委会 业委会 业主委员会 单位 公司 学校 医院 保密 热心市民 热心群众 工作人员 路人 过路群众 全体 部分 多名 多位 众多 一位 一名 某 们 无名氏 不愿透露姓名 市长热线 热线 身份证 身份证号 证件 证件号 电话 手机 手机号 微信 微信号 微信名 备注 昵称 网名 同号 账号 男 女 死者 伤者 主任 村主任 业委会主任 书记 支部书记 村支书 经理 物业经理 楼长 摊主 农户 农民 农民工 律师 记者 军人 退役军人 出租车司机 外卖员 快递员 残疾人 个体户 企业职工 商铺 网格员 保安 护士 医生 院长 校长 队长 组长 会计 教师';
/** Words of a caller field that are nobody's name. */
export const noNames: ReadonlySet<string> = new Set(
  `${roles} user guest admin anonymous unknown none null test mr mrs ms miss dr tel`.split(' '),
);

/** Words of address that clerks put behind a name. */
const addresses =
  '先生|女士|小姐|同志|老师|阿姨|大爷|大妈|大叔|大哥|大姐|师傅|医生|经理|主任|书记|老板|教授|律师';
const address = new RegExp(`^(?:${addresses})`, 'u');
const rolesBefore = new RegExp(
  `^(?:${roles
    .split(' ')
    .filter((role) => !/^[男女]$/u.test(role))
    .join('|')})+`,
  'u',
);
/** Where a name ends that more follows. */
const behindName = new RegExp(
  `等|的|之[妻子女母父夫弟兄]|本?人?家属|本人|一家|家人|亲属|亲戚|父亲|母亲|爸|妈|妻子|丈夫|老公|老婆|爱人|儿子|女儿|邻居|朋友|同事|夫妇|夫妻|兄弟|姐妹|反映|反应|投诉|举报|咨询|求助|来电|匿名|保密|要求|不愿|已回复|再次|[一二三两]次|重复|第(?:[一二三四五]|$)|替|同(?=.{2})|联系人|电话|手机|微信|联系|住|他|她|其[母父妻子女]|同学|${addresses}`,
  'u',
);
/** Who belongs to somebody, and leads to the name of another: 李红丈夫王刚. */
const kin =
  '妻子|丈夫|老公|老婆|爱人|儿子|女儿|父亲|母亲|爸爸?|妈妈?|哥哥?|姐姐?|弟弟?|妹妹?|[夫妻子女父母兄]|家属|家人|亲属|邻居|朋友|同事|同学|联系人|代理人|委托人';
const kinBefore = new RegExp(`^(?:[的之替同]|[其她他](?:的)?)?(?:${kin})?(?=\\p{Script=Han}{2,})`, 'u');
/** How places and offices end, which stand beside names. */
const placeEnd = /[路街巷村镇乡县区市局委办店厂室栋院校所处部站司层号元会]$/u;
const housePart = /^.*[路街道巷村区楼室号栋元层镇]/u;
/** Who asks for an office: that is nobody's name, and stands in any text. */
const office = /.(?:[局委办]|委员会|政府|街道|医院|学校|小学|中学|幼儿园|社区|小区|银行)$/u;
/** What follows a figure, of a house or a count: 3号楼, 12名. */
const behindFigure = /^(?:号楼|号院|单元|[号楼座室栋幢层户排弄院]|[多余]?[人名位户个])+/u;

/** A name in a caller field, and where it stands there. */
export interface Name {
  readonly from: number;
  readonly to: number;
  /** The signs of the name, without what parts them. */
  readonly signs: string;
  /** Parts of a long name, 阿卜杜拉·买买提, and the words of a Latin one. */
  readonly parts: readonly string[];
  /** A name at the end of more, 热线转王小明. */
  readonly inner: string | null;
}

/** The commonest family names: with others too many words begin. */
const common =
  '王李张刘陈杨赵吴周徐孙胡朱郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余杜叶程苏魏吕丁沈任姚卢傅钟姜崔谭廖范汪陆韦贾邱侯邹熊孟秦阎薛尹黎陶贺顾毛郝龚邵';
export const commonFamilyName = `[${common}]`;
const nameAtEnd = new RegExp(`(?:(?<=.)${commonFamilyName}..|(?<=.{3})${commonFamilyName}.)$`, 'u');

/** The name at the end of a run that is too long to be one. */
function innerName(run: string): string | null {
  if (run.length < 4 || run.length > 40 || doubleNames.has(run.slice(0, 2)) || placeEnd.test(run))
    return null;
  return nameAtEnd.exec(run)?.[0] ?? null;
}

/** How many signs before a name are none of it: 业主王小明, 高新区居民王小明. */
function lengthBefore(run: string): number {
  let before = 0;
  for (const [pattern, needsName] of [
    [/^[代替帮转](?=.{2})/u, true],
    [rolesBefore, false],
    [housePart, true],
    [rolesBefore, false],
  ] as const) {
    const head = pattern.exec(run.slice(before))?.[0].length ?? 0;
    const rest = run.slice(before + head);
    if (rest.length < 2 || rest.length > 20) continue;
    // 王路明 is a name, 天衢路王小明 is not.
    if (pattern === housePart && run.length < 5 && startsWithFamilyName(run)) continue;
    const isNext = startsWithFamilyName(rest) || (needsName ? rolesBefore.test(rest) : !placeEnd.test(rest));
    if (isNext) before += head;
  }
  return before;
}

/** Whether a run is words for people alone: 业主代表. */
function isRole(run: string): boolean {
  return noNames.has(run) || rolesBefore.exec(run)?.[0] === run;
}

/** Finds where one name ends and another begins: 王小明和李红. */
function findJoint(name: string): number | undefined {
  for (let place = 2; place < name.length - 2; place += 1) {
    const rest = name.slice(place + 1);
    if (
      /[和及与跟代替帮转]/u.test(name[place] ?? '') &&
      (startsWithFamilyName(rest) || rolesBefore.test(rest) || /^[其他她]/u.test(rest))
    )
      return place;
  }
  return undefined;
}

/** Finds the names in a run of Chinese characters: 业主王小明和李红 holds two. `at` is where the run begins. */
function namesInRun(run: string, at: number, isFirst: boolean): Name[] {
  const one = (from: number, to: number): Name[] => [
    {
      from: at + from,
      to: at + to,
      signs: run.slice(from, to),
      parts: [],
      inner: innerName(run.slice(from, to)),
    },
  ];
  // No list of names is as long without a sign between them.
  if (run.length > 40) return one(0, run.length);
  if (run === '' || isRole(run) || isRole(run.replace(/^[代替帮]/u, ''))) return [];
  if (run.length >= 4 && office.test(run)) return [];
  if (/^[其他她]/u.test(run)) return namesBehind(run, at);
  const from = lengthBefore(run);
  const name = run.slice(from);
  const joint = findJoint(name);
  if (joint !== undefined) {
    return [
      ...namesInRun(name.slice(0, joint), at + from, isFirst),
      ...namesInRun(name.slice(joint + 1), at + from + joint + 1, false),
    ];
  }
  const cut = name.slice(1).search(behindName) + 1;
  if (cut === 1) {
    // A family name alone is what a mask leaves: with the word of address it is a name.
    const word = address.exec(name.slice(1))?.[0];
    return one(from, from + (word === undefined ? name.length : 1 + word.length));
  }
  const core = cut === 0 ? name : name.slice(0, cut);
  const isBeside = !isFirst && (core.length < 2 || (placeEnd.test(core) && core.length > 2) || isOther(core));
  const own = noNames.has(core) || isBeside ? [] : one(from, from + core.length);
  return cut === 0 ? own : [...own, ...namesBehind(name.slice(cut), at + from + cut)];
}

/** The name of somebody who belongs to another: behind 丈夫, 其夫, 的母亲. */
function namesBehind(run: string, at: number): Name[] {
  const head = kinBefore.exec(run)?.[0].length ?? 0;
  const rest = run.slice(head);
  return head === 0 || !startsWithFamilyName(rest) || rest.length > 8
    ? []
    : namesInRun(rest, at + head, false);
}

/** Whether what stands beside a name is a word of another kind: neither a Chinese name nor a long foreign one. */
function isOther(core: string): boolean {
  return startsWithFamilyName(core) ? core.length > 8 : core.length < 3 || core.length > 8;
}

/** A word of a caller field: Chinese characters, or letters and figures. */
const fieldWord =
  /\p{Script=Han}(?:[\p{Script=Han}×]|X(?![a-wyzA-WYZ\d])|(?<!\*)\*(?=[\p{Script=Han}]))*|[\p{L}\p{M}\p{N}_@](?:[\p{L}\p{M}\p{N}_@.*+'’-](?<!\p{Script=Han}))*/gu;

/** What a caller field holds. */
export interface Caller {
  readonly names: readonly Name[];
  /** Accounts and identifiers written where a name belongs: wxid_8fk29, BTDT-0815. */
  readonly accounts: readonly { readonly from: number; readonly to: number }[];
}

/** Takes a caller field apart: names one after the other, with what is none of them left out. */
export function takeApart(field: string): Caller {
  const view = plain(field);
  const names: Name[] = [];
  const accounts: { from: number; to: number }[] = [];
  const found = Array.from(view.matchAll(fieldWord), ({ 0: word, index }) => ({ word, index }));
  for (let at = 0; at < found.length; at += 1) {
    const { word, index } = found[at] ?? { word: '', index: 0 };
    const isHan = /^\p{Script=Han}/u.test(word);
    if (!isHan && /[\p{N}_@]/u.test(word)) {
      const signs = word.replace(/[^\p{L}\p{N}]/gu, '');
      if (/[\p{L}@]/u.test(word) && signs.length >= 4)
        accounts.push({ from: index, to: index + word.length });
      continue;
    }
    // Words of one name: 王 小 明, 阿卜杜拉·买买提, John Smith.
    const parts = [word];
    let to = index + word.length;
    for (let next = found[at + 1]; next !== undefined; next = found[at + 1]) {
      const between = view.slice(to, next.index);
      if (!/^[\s·.,\u200b]{1,3}$/u.test(between) || !isSameName(parts, next.word, between)) break;
      // 王 明 李 红 are two.
      if (
        isTwoSigns(parts) &&
        isTwoSigns([next.word, found[at + 2]?.word ?? '']) &&
        !doubleNames.has(parts.join(''))
      )
        break;
      parts.push(next.word);
      to = next.index + next.word.length;
      at += 1;
    }
    const signs = parts.join('');
    if (isHan && parts.length === 1) {
      const unit = /[\dA-Za-z]/u.test(view[index - 1] ?? '') ? (behindFigure.exec(word)?.[0].length ?? 0) : 0;
      names.push(...namesInRun(word.slice(unit), index + unit, names.length === 0));
    } else if (!noNames.has(signs.toLowerCase()) && (isHan || signs.length > 1)) {
      const isSpaced = parts.every((part) => part.length === 1);
      names.push({ from: index, to, signs, parts: isSpaced ? [] : parts, inner: null });
    }
  }
  return { names, accounts };
}

/** Whether words are the two signs of a Chinese name, apart. */
function isTwoSigns([first = '', second = '', ...others]: readonly string[]): boolean {
  return others.length === 0 && first.length === 1 && second.length === 1 && startsWithFamilyName(first);
}

/** Whether a word goes on with the name that the parts begin. */
function isSameName(parts: readonly string[], word: string, between: string): boolean {
  const [first = ''] = parts;
  const isHan = /^\p{Script=Han}/u.test(first);
  if (isHan !== /^\p{Script=Han}/u.test(word) || parts.length >= 5) return false;
  if (!isHan) return !/[\p{N}_@]/u.test(word) && !noNames.has(word.toLowerCase());
  const said = parts.join('');
  if (isRole(word) || isRole(said) || between.includes(',')) return false;
  if (between.includes('·')) return true;
  // 王 小明, 王小 明, 王 小 明; but 王小明 李 are two.
  if (said.length === 1) return word.length <= 3;
  if (word.length === 1) return parts.length === said.length ? said.length <= 3 : said.length === 2;
  // Of two words that are no Chinese names the second belongs to the first: 阿卜杜拉 买买提.
  return !startsWithFamilyName(first) && !startsWithFamilyName(word) && !placeEnd.test(word);
}
