import type { HopReason, Kind, Outcome, State, Priority } from './appeal.ts';
import type { Tier } from './scheme.ts';
import type { Category } from './unit.ts';
import type { Channel, VolumeChannel } from './volume.ts';

/** Words that files and people use for codes, beside the codes themselves. */
export const categoryWords: Readonly<Record<Category, readonly string[]>> = {
  department: ['部门', '市直部门', '县直部门', '机关'],
  town: ['乡镇', '镇', '乡', '街道', '乡镇（街道）'],
  enterprise: ['企业', '国有企业', '国企'],
  institution: ['事业单位', '事业'],
};

export const tierWords: Readonly<Record<Tier, readonly string[]>> = {
  dedicated: ['单独设立', '单设', '单独设置'],
  attached: ['加挂牌子', '加挂', '挂牌'],
  designated: ['专人专岗', '专岗', '明确专人'],
};

export const kindWords: Readonly<Record<Kind, readonly string[]>> = {
  consultation: ['咨询', '咨询类', '政策咨询', '业务咨询'],
  request: ['求助', '求决', '求助类', '求决类'],
  complaint: ['投诉', '投诉类', '投诉举报', '投诉举报类'],
  tipoff: ['举报', '举报类', '检举', '控告'],
  suggestion: ['建议', '意见建议', '建议类', '意见', '建议意见'],
  praise: ['表扬', '感谢', '表扬类', '感谢类', '表扬感谢'],
  other: ['其他', '其它', '其他类'],
};

export const channelWords: Readonly<Record<Channel, readonly string[]>> = {
  hotline: ['热线', '电话', '12345', '12345热线', '来电', '电话受理', 'phone', 'tel', 'telephone', 'call'],
  online: [
    '网办',
    '网上',
    '网络',
    '网站',
    '微信',
    'APP',
    '网上办理',
    '微博',
    '小程序',
    '微信公众号',
    '微信小程序',
    '客户端',
    '手机APP',
    '政府网站',
    '门户网站',
    '网页',
    '互联网',
    '短信',
    '邮件',
    '电子邮件',
    '市长信箱',
    '领导信箱',
    'wechat',
    'web',
    'website',
    'weibo',
    'email',
    'internet',
  ],
  letter: ['来信', '信件', '信函', '书信', 'mail'],
  visit: ['来访', '走访', '接访', '上门', '现场', 'walk-in'],
  other: ['其他', '其它'],
};

export const reasonWords: Readonly<Record<HopReason, readonly string[]>> = {
  'wrong-unit': ['非本单位职责', '不属本单位职责'],
  'shared-duty': ['职责交叉'],
  place: ['属地管理', '属地'],
  reorganised: ['机构调整', '职责划转'],
  ruling: ['裁定'],
  other: ['其他', '其它'],
};

export const outcomeWords: Readonly<Record<Outcome, readonly string[]>> = {
  solved: ['已解决', '解决'],
  explained: ['已解释', '解释说明'],
  answered: ['直接答复', '即时答复'],
  declined: ['不予受理', '不受理'],
  withdrawn: ['撤回', '诉求人撤回'],
  duplicate: ['重复', '重复件'],
};

export const stateWords: Readonly<Record<State, readonly string[]>> = {
  unassigned: ['在转办区', '转办区', '待转办'],
  sent: ['已派单', '已转办'],
  accepted: ['已签收'],
  replied: ['已答复'],
  closed: ['已办结', '办结'],
};

export const priorityWords: Readonly<Record<Priority, readonly string[]>> = {
  normal: ['一般', '普通'],
  urgent: ['紧急', '加急', '特急'],
};

export const levelWords: Readonly<Record<'municipal' | 'county', readonly string[]>> = {
  municipal: ['市', '市级'],
  county: ['县', '县级', '区'],
};

export const volumeChannelWords: Readonly<Record<VolumeChannel, readonly string[]>> = {
  ...channelWords,
  total: ['合计', '总计'],
};

export const yesNoWords: Readonly<Record<'yes' | 'no', readonly string[]>> = {
  yes: ['是', '√', '1', 'true'],
  no: ['否', '0', 'false'],
};

/** Finds the code a word stands for, whatever its width and case; undefined for a word that stands for none. */
export function findCode<Code extends string>(
  words: Readonly<Record<Code, readonly string[]>>,
  word: string,
): Code | undefined {
  const key = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
  const wanted = key(word);
  const entries = Object.entries(words) as [Code, readonly string[]][];
  return entries.find(([code, names]) => [code, ...names].some((name) => key(name) === wanted))?.[0];
}

/** The codes with the first word of each, as a hint shows them: `求助 / request`. */
export function listWords<Code extends string>(words: Readonly<Record<Code, readonly string[]>>): string[] {
  const entries = Object.entries(words) as [Code, readonly string[]][];
  return entries.map(([code, [first]]) => (first === undefined ? code : `${first} / ${code}`));
}
