import type { HopReason, Kind, Outcome, State, Priority } from './appeal.ts';
import type { Copy, Grouping, Letterhead, PrintLayout } from './roster.ts';
import type { CircleColumn } from './circles.ts';
import type { HistoryAction } from './history.ts';
import type { TemplateKind } from './roster-template.ts';
import type { Grade } from './satisfaction.ts';
import type { Tier } from './scheme.ts';
import type { DayOrder } from './time.ts';
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
  solved: ['已解决', '解决', '办理解决'],
  explained: ['已解释', '解释说明', '解释答复', '政策解释'],
  answered: ['直接答复', '即时答复', '当场答复'],
  declined: ['不予受理', '不受理', '退回不受理'],
  withdrawn: ['撤回', '诉求人撤回', '撤诉', '撤单'],
  duplicate: ['重复', '重复件', '重复工单'],
};

export const stateWords: Readonly<Record<State, readonly string[]>> = {
  unassigned: ['待转办', '在转办席', '转办席', '在转办区', '转办区', '待派单', '待分派', '待受理'],
  sent: ['已派单', '已转办', '待签收', '已分派', '已交办'],
  accepted: ['已签收', '办理中', '处理中', '在办', '正在办理', '待办理', '已接收'],
  replied: ['已答复', '已回复', '已反馈', '待回访', '待办结', '待审核'],
  closed: ['已办结', '办结', '已结案', '结案', '已归档', '归档', '已完成', '已关闭', '已回访'],
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

/** What a log of hand-overs calls what was done (环节). */
export const historyActionWords: Readonly<Record<HistoryAction, readonly string[]>> = {
  log: ['受理', '登记', '接件', '来电登记', '工单登记', '创建', 'create'],
  transfer: [
    ...[
      '派单',
      '分派',
      '派发',
      '首次派单',
      '改派',
      '重派',
      '转派',
      '转办',
      '转交',
      '移交',
      '交办',
      '二次派单',
    ],
    ...['下派', '再派单', '重新派单', 'dispatch', 'assign', 'reassign'],
  ],
  accept: ['签收', '接单', '接收', '接件签收', 'accepted'],
  return: ['退回', '退单', '退件', '申请退回', '退回申请', '申请退单', '回退', 'reject'],
  reply: ['答复', '回复', '反馈', '办理反馈', '答复办理', '办理答复', '处理反馈'],
  close: ['办结', '结案', '归档', '办结归档', '审核办结', '完结', 'closed'],
  callback: ['回访', '电话回访', '满意度回访', '回访完成'],
  redo: ['重办', '返工', '发回重办', '重新办理', '二次办理', '退回重办', 'reopen'],
  extend: ['延期', '申请延期', '延期申请', '同意延期'],
  remind: ['催办', '督办', '提醒'],
  assist: ['协办', '会办', '添加协办'],
  note: ['备注', '审核', '补充', '查看', '记录', '情况说明'],
};

/** What a log of hand-overs calls the transfer desk, where it is no unit of the register. */
export const transferDeskWords: Readonly<Record<'transfer-desk', readonly string[]>> = {
  'transfer-desk': [
    ...[
      '转办席',
      '转办区',
      '12345',
      '12345热线',
      '12345中心',
      '市12345',
      '市12345热线',
      '市12345中心',
      '热线',
    ],
    ...[
      '热线中心',
      '热线平台',
      '受理中心',
      '派单员',
      '话务中心',
      '热线办',
      '市热线办',
      '话务员',
      'transfer desk',
    ],
  ],
};

/** Whether the hotline answered an appeal itself, or handed it over. */
export const handlingWords: Readonly<Record<'direct' | 'handed', readonly string[]>> = {
  direct: ['直接答复', '直接办理', '直接解答', '即时答复', '在线解答', '当场答复', '自办'],
  handed: ['转办', '派单', '交办', '转派', '工单转办', '转办件'],
};

/** What files say to yes and no of an appeal: that it was extended, the citizen reached, the matter solved. */
export const extendedWords: Readonly<Record<'yes' | 'no', readonly string[]>> = {
  yes: [...yesNoWords.yes, '已延期', '延期'],
  no: [...yesNoWords.no, '未延期', '不延期'],
};

export const reachedWords: Readonly<Record<'yes' | 'no', readonly string[]>> = {
  yes: [...yesNoWords.yes, '已接通', '接通', '成功', '回访成功', '已回访'],
  no: [...yesNoWords.no, '未接通', '无人接听', '无法接通', '拒接', '关机', '停机', '空号', '失败', '回访失败', '未回访'],
}; // prettier-ignore

export const solvedWords: Readonly<Record<'yes' | 'no', readonly string[]>> = {
  yes: [...yesNoWords.yes, '已解决', '解决', '全部解决'],
  no: [...yesNoWords.no, '未解决', '没有解决', '部分解决', '未完全解决'],
};

/** How satisfied a citizen is; whoever was asked for yes or no alone said that. */
export const satisfactionWords: Readonly<Record<Grade | 'yes' | 'no', readonly string[]>> = {
  'very-satisfied': ['非常满意', '很满意'],
  satisfied: ['满意'],
  'basically-satisfied': ['基本满意', '一般满意'],
  dissatisfied: ['不满意'],
  'very-dissatisfied': ['非常不满意', '很不满意'],
  ...yesNoWords,
};

/** What files say to that where nobody was asked, or said nothing. */
export const ratingWords: Readonly<Record<Grade | 'yes' | 'no' | 'none', readonly string[]>> = {
  ...satisfactionWords,
  none: ['未评价', '未评', '未参评', '未参与评价', '未表态', '拒绝评价', '不评价', '未回访'],
};

export const copyWords: Readonly<Record<Copy, readonly string[]>> = {
  public: ['公开本', '公开'],
  internal: ['内部本', '内部'],
};

export const groupingWords: Readonly<Record<Grouping, readonly string[]>> = {
  group: ['分组', '按分组'],
  tier: ['类别', '设置类别', '按类别'],
};

export const templateWords: Readonly<Record<TemplateKind, readonly string[]>> = {
  notice: ['通知'],
  changes: ['变动通知', '变动'],
  duties: ['职责'],
};

export const printLayoutWords: Readonly<Record<PrintLayout, readonly string[]>> = {
  page: ['名册', '公文'],
  wall: ['挂图', '上墙'],
  cards: ['联系卡', '卡片'],
  plates: ['门牌', '牌子'],
  numbers: ['号码变更', '号码'],
};

export const wallPaperWords: Readonly<Record<'a3' | 'a4', readonly string[]>> = {
  a3: ['A3纸'],
  a4: ['A4纸'],
};

export const letterheadWords: Readonly<Record<Letterhead, readonly string[]>> = {
  none: ['无', '不要'],
  full: ['红头', '套红'],
  blank: ['留空', '预印纸'],
};

export const askerWords: Readonly<Record<'citizen' | 'transfer-desk', readonly string[]>> = {
  citizen: ['诉求人', '群众'],
  'transfer-desk': ['转办席'],
};

export const reviewResultWords: Readonly<Record<'upheld' | 'redo', readonly string[]>> = {
  upheld: ['维持', '维持原答复'],
  redo: ['重办', '重新办理'],
};

/** Why and how personal data was shown, as the privacy log has it. */
export const shownWords = {
  reveal: ['查看原文'],
  export: ['查看或导出原文列表', '导出'],
  slip: ['含联系方式的转办单', '转办单'],
  'internal-roster': ['内部本名册', '内部本'],
  'phone-search': ['按电话查找'],
  'caller-search': ['按姓名查找'],
  similar: ['与新诉求电话相同'],
  'desk-mobiles': ['联络人员手机'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const dayOrderWords: Readonly<Record<DayOrder, readonly string[]>> = {
  ymd: ['年月日'],
  mdy: ['月日年'],
  dmy: ['日月年'],
};

/** Signs that part the columns of a text file. */
export const delimiterWords: Readonly<Record<'comma' | 'tab' | 'semicolon' | 'pipe', readonly string[]>> = {
  comma: ['逗号', ','],
  tab: ['制表符', '\t', '\\t'],
  semicolon: ['分号', ';'],
  pipe: ['竖线', '|'],
};

/** Names of the figures of the report on hand-overs, by which the appeals behind them are listed. */
export const circleColumnWords: Readonly<Record<CircleColumn, readonly string[]>> = {
  handed: ['单位承办'],
  'handed-on': ['再次转办'],
  'three-or-more': ['转办三次以上'],
  hops: ['转办次数'],
  returned: ['回转'],
  direct: ['直接回转'],
  indirect: ['间接回转'],
  'hours-lost': ['耽误小时'],
  'would-refuse': ['应予拒绝'],
  closed: ['单位办结'],
  'first-unit': ['首派单位办结'],
};

/** Names of figures that say of what they are: `units:2`, `pair:DZ-004,DZ-012`. */
export const circleFormWords: Readonly<Record<'units' | 'length' | 'pair' | 'move', readonly string[]>> = {
  units: ['单位数'],
  length: ['长度'],
  pair: ['往返'],
  move: ['转办'],
};

/** By what the rows of a report are made. */
export const reportGroupingWords: Readonly<
  Record<'unit' | 'group' | 'category' | 'matter', readonly string[]>
> = {
  unit: ['单位', '按单位'],
  group: ['分组', '按分组'],
  category: ['类别', '按类别'],
  matter: ['诉求事项', '事项', '按事项'],
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

/** In which order appeals are listed: longest waiting first, as they came in, most hand-overs first, or first due. */
export const appealOrderWords = {
  waiting: ['等候最久', '等候'],
  received: ['受理先后', '受理'],
  hops: ['转办最多', '转办次数'],
  due: ['到期先后', '到期'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
