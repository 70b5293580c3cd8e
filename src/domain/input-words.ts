import type { HopReason, Kind, Outcome, State, Priority } from './appeal.ts';
import type { Copy, Grouping, Letterhead, PrintLayout } from './roster.ts';
import type { CircleColumn } from './circles.ts';
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
  request: ['求助', '求决', '求助类', '求决类', '报修', '诉求', '申请'],
  complaint: ['投诉', '投诉类', '投诉举报', '投诉举报类', '举报投诉'],
  tipoff: ['举报', '举报类', '检举', '控告'],
  suggestion: ['建议', '意见建议', '建议类', '意见', '建议意见', '建言献策', '意见建议类'],
  praise: ['表扬', '感谢', '表扬类', '感谢类', '表扬感谢'],
  other: ['其他', '其它', '其他类'],
};

export const channelWords: Readonly<Record<Channel, readonly string[]>> = {
  hotline: [
    ...['热线', '电话', '12345', '12345热线', '来电', '电话受理', '热线电话', '12345电话', '语音', '110转办'],
    ...['phone', 'tel', 'telephone', 'call'],
  ],
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
    ...[
      '领导留言板',
      '人民网',
      '人民网留言',
      '爱山东',
      '爱山东APP',
      '政务APP',
      '省平台',
      '国家平台',
      '网民留言',
      '网上民声',
    ],
    'wechat',
    'web',
    'website',
    'weibo',
    'email',
    'internet',
  ],
  letter: ['来信', '信件', '信函', '书信', 'mail'],
  visit: ['来访', '走访', '接访', '上门', '现场', '线下', 'walk-in'],
  other: ['其他', '其它', '其他渠道'],
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
  unassigned: [
    '待转办',
    '在转办席',
    '转办席',
    '在转办区',
    '转办区',
    '待派单',
    '待分派',
    '待受理',
    '待转派',
    '已受理',
    '受理中',
  ],
  sent: ['已派单', '已转办', '待签收', '已分派', '已交办', '待接收', '已转派', '已下派'],
  accepted: [
    '已签收',
    '办理中',
    '处理中',
    '在办',
    '正在办理',
    '待办理',
    '已接收',
    '待办',
    '待答复',
    '待回复',
    '延期中',
    '挂起',
    '超期',
    '超期办理中',
  ],
  replied: ['已答复', '已回复', '已反馈', '待回访', '待办结', '待评价', '已处理'],
  closed: [
    '已办结',
    '办结',
    '已结案',
    '结案',
    '已归档',
    '归档',
    '已完成',
    '已关闭',
    '已回访',
    '已评价',
    '办理完毕',
    '已办理',
  ],
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

/** How satisfied a citizen is; whoever was asked for yes or no alone said that. */
export const satisfactionWords: Readonly<Record<Grade | 'yes' | 'no', readonly string[]>> = {
  'very-satisfied': ['非常满意', '很满意'],
  satisfied: ['满意'],
  'basically-satisfied': ['基本满意', '一般满意'],
  dissatisfied: ['不满意'],
  'very-dissatisfied': ['非常不满意', '很不满意'],
  ...yesNoWords,
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

/** What a role of a server may do. */
export const rightsWords = {
  reader: ['查看'],
  clerk: ['经办'],
  desk: ['综合'],
  admin: ['管理'],
  none: ['无', '收回'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

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
  everything: ['导出全部内容'],
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
  'three-or-more': ['再转三次以上'],
  hops: ['再转次数'],
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

/** Rows of a series, rates by which units are ranked, and of what a cross table is told in percent. */
export const seriesStepWords: Readonly<Record<'day' | 'week' | 'month', readonly string[]>> = {
  day: ['日', '逐日', '按日'],
  week: ['周', '逐周', '按周'],
  month: ['月', '逐月', '按月'],
};
export const rankedWords: Readonly<Record<'on-time' | 'solved' | 'satisfied', readonly string[]>> = {
  'on-time': ['按期', '按期率', '按期办结率'],
  solved: ['解决', '解决率'],
  satisfied: ['满意', '满意率'],
};
export const shareBaseWords: Readonly<Record<'row' | 'column' | 'all', readonly string[]>> = {
  row: ['行', '渠道', '本渠道'],
  column: ['列', '性质', '本性质'],
  all: ['全部', '合计', '总数'],
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
