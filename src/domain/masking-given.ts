import { doubleNames, startsWithFamilyName } from './family-names.ts';
import { noNames } from './masking-callers.ts';

/** Given names that are words of their own, 李建设: they are names only where nothing else can stand. */
const ordinary: ReadonlySet<string> = new Set(
  `建设 和平 平安 光明 国庆 文明 长江 胜利 建国 解放 东方 新华 幸福 团结 民主 自由 春天 振兴 红旗 向阳 前进 跃进 卫生 安全 健康
  教育 文化 建筑 工程 中华 富强 兴旺 发展 先进 进步 生产 勤俭 永安 长安 泰山 黄河 黄海 海洋 海关 海军 天津 北京 上海 重庆 山东 济南
  德州 青岛 青春 青年 少年 明天 今天 春节 元旦 中秋 端午 公正 公平 正义 正直 诚信 友好 友谊 和谐 如意 吉祥 顺利 快乐 开心 方便 万里
  阳光 月亮 星星 世界 宝贝 希望 理想 梦想 未来 永远 美丽 漂亮 高兴 高峰 高原 平原 平房 平时 小心 小学 小区 小雨 大雪 大雨 大海 大路
  大桥 太平 永久 永红 红星 东风 东升 朝阳 新民 人民 爱国 爱民 拥军 立新 建新 创新 革命 学习 劳动 工农 农业 工业 学文 文学 文章 文明
  科学 科技 艺术 体育 音乐 春雨 春风 秋风 清明 冬至 立春 立秋 龙门 金山 金星 银河 银行 长城 长征 长春 长沙 江南 江山 河南 河北 湖南
  云南 海南 西安 南京 大连 开放 改革 奋斗 奋进 成功 成才 成长 成立 丰收 丰富 富裕 繁荣 昌盛 光荣 光辉 辉煌 灿烂 伟大 宏伟 雄伟 壮大
  强大 坚强 坚定 坚持 保证 保险 保国 保护 保卫 守信 守法 守卫 执法 治国 治安 安定 安宁 安康 安心 宁静 平静 平等 公开 公道 正常 正式
  道德 品德 思想 精神 志愿 意志 自强 自立 自然 天然 天天 天地 大地 土地 土木 水利 水生 水平 火车 电力 电子 机械 钢铁 石油 煤炭 森林
  树林 树木 花园 花木 果园 田园 家园 校园 公园 乐园 佳佳 多多 一一 一定 一直 万一 三八 五一 八一 六一 十一`.split(
    /\s+/u,
  ),
);

const left = '(?<![\\p{L}\\p{N}])';
const right = '(?![\\p{L}\\p{N}])';
const saying = '反映|来电|致电|诉称|称(?!呼|赞|重|号)|自述|本人';
const calling =
  '先生|女士|小姐(?!姐)|同志(?!们)|阿姨|大爷|大妈|大叔|大哥|大姐|师傅(?!们)|同学(?![会们])|书记(?!处)|经理|主任(?!科)';
const presented =
  '我是|我叫|[,，]叫|本人(?:叫|是|系|姓名)?|姓名|名字|名叫|诉求人|来电人|联系人|反映人|投诉人|举报人|求助人|申请人|户主';
const people = '诉求人|来电人|反映人|投诉人|市民|业主|居民|村民|群众|住户|用户';
/** What a place is called after, and an office. */
const ofPlace =
  '路|街|道|巷|里|村|庄|镇|乡|区|市|县|桥|门|广场|大[厦道街桥]|小[区学]|社区|花园|新[村城]|家园|医院|学校|中学|公园|商|超市|集团|公司|工[程地]|局|厅|部|委|银行|酒店|饭店|宾馆|车站|站|幼儿|[东西南北中]|苑|园|城|楼|湖|河|江|山|厂|店';

/** The given name of a Chinese name if it has two characters: of one a text has too many others. */
export function givenNameOf(signs: string): string | null {
  if (!startsWithFamilyName(signs) || signs.length > 4) return null;
  const given = signs.slice(doubleNames.has(signs.slice(0, 2)) || signs.length === 4 ? 2 : 1);
  return !/^\p{Script=Han}{2}$/u.test(given) || noNames.has(given) ? null : given;
}

/** Writes a pattern of where a given name alone stands as a name, and not as a word or in the name of a place. */
export function givenPattern(given: string): string {
  const name = Array.from(given).join('\\u200b?');
  const isWord = ordinary.has(given);
  const ends = `(?=${right}|${saying}|${calling}|的(?:父|母|妻|丈|儿|女|家|邻|电话|手机))`;
  return [
    `${name}(?=${calling})`,
    `(?:${left}|(?<=${people}))${name}(?=${saying}|老师)`,
    `${left}${name}(?=的(?:电话|手机))`,
    `${left}${name}(?=[ :(]{0,2}1[3-9]\\d[\\d -]{8})`,
    `(?<=(?:${presented})[是为叫:, (【]{0,2})${name}${isWord ? ends : `(?!${ofPlace})`}`,
    isWord ? `(?<=[(【[])${name}(?=[)】\\]])` : `${left}${name}${right}`,
  ].join('|');
}
