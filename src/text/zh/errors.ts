import { nameVerb } from './command-words.ts';
import { summaries } from './summaries.ts';
import { quote } from '../quote.ts';
import type { ErrorCode, ErrorDetails } from '../../errors.ts';
import type { Place } from '../../problems.ts';
import type { ErrorText, ErrorTexts, ProblemTexts } from '../error-texts.ts';
import type { FindingCode } from '../../domain/desk-check.ts';
import { deskViews } from './desk.ts';
import { codeNames } from './code-names.ts';

const tierWord = (tier: string): string => codeNames.tier[tier as keyof typeof codeNames.tier];
const verbWords: Readonly<Record<string, string>> = { ...codeNames.action, decide: '审定退回申请' };
const verbWord = (verb: string): string => verbWords[verb] ?? verb;
const outcomeWord = (outcome: string): string => codeNames.outcome[outcome as keyof typeof codeNames.outcome];
const tierOr = (value: string | null): string =>
  value === null ? '' : Object.hasOwn(codeNames.tier, value) ? tierWord(value) : value;
const categoryOr = (value: string | null): string =>
  value === null ? '' : codeNames.category[value as keyof typeof codeNames.category];
const someOf = <Item>(items: readonly Item[]): readonly Item[] => items.slice(0, 20);
/** So many of a list are shown, each so long. */
const longestList = 20;
const longestItem = 60;
const list = (items: readonly (string | number)[]): string => {
  const shown = items
    .slice(0, longestList)
    .map(inChinese)
    .map((item) =>
      typeof item === 'string' && item.length > longestItem ? `${item.slice(0, longestItem)}…` : item,
    );
  return items.length > longestList
    ? `${shown.join('、')}……（另有 ${String(items.length - longestList)} 项）`
    : shown.join('、');
};
/** 一项若中英并列（求助 / request），只说中文。 */
const inChinese = (item: string | number): string | number => {
  if (typeof item === 'number' || !item.includes(' / ')) return item;
  const parts = item.split(' / ');
  return parts.find((one) => /\p{Script=Han}/u.test(one)) ?? parts.at(-1) ?? item;
};
/** 选项照原样，参数说其名称。 */
const optionWord = (option: string): string =>
  option.startsWith('-') ? option : (placeholders[option] ?? fieldWords[option] ?? option);
const fieldWords: Readonly<Record<string, string>> = {
  phone: '电话',
  dates: '--dates',
  delimiter: '--delimiter',
  map: '--map',
  mapValue: '--map-value',
  set: '--set',
  skipBad: '--skip-bad',
  leader: '第一责任人',
  externalNumber: '工单编号',
  form: '设置形式',
  tier: '设置形式',
  matter: '事项',
  text: '内容',
};
/** 栏目的中文表头。 */
const columnWords: Readonly<Record<string, string>> = {
  hotline: '热线',
  online: '网办',
  letter: '来信',
  visit: '来访',
  other: '其他',
  total: '合计',
  unit: '单位',
  name: '单位名称',
  code: '单位编码',
  year: '年度',
  channel: '渠道',
  count: '件数',
  num: '分子',
  den: '分母',
  printed: '占比',
  parts: '分项',
};
const columnWord = (column: string): string => columnWords[column] ?? column;
/** Options to paste by which headers are given to columns. */
const mapOptions = (headers: readonly { readonly header: string; readonly column: string }[]): string =>
  headers
    .slice(0, 6)
    .map(({ header, column }) => `--map "${header}=${columnWord(column)}"`)
    .join(' ');
const kindOfFile: Readonly<Record<string, string>> = {
  pdf: 'PDF 文档',
  word: '文字文档（Word、WPS 文字）',
  slides: '演示文稿',
  numbers: '苹果 Numbers 文档',
  archive: '压缩文件（zip、rar、7z、gz）',
  image: '图片',
  dbase: 'dBase 或 FoxPro 数据表（.dbf）',
  lotus: 'Lotus 1-2-3 或 Quattro 表格',
  sylk: 'SYLK 文件（.slk）',
  dif: 'DIF 文件（.dif）',
  socialcalc: 'SocialCalc 表格',
  mht: '网页存档（.mht）',
  json: 'JSON 文件',
  lock: 'Excel 或 WPS 打开工作簿时留下的锁定文件',
};
const readingWord = (as: string): string =>
  as === 'former' ? '旧称' : as === 'short' ? '常用简称' : '另一种写法';
const channelWord = (channel: string): string => codeNames.channel[channel as keyof typeof codeNames.channel];
const kindWord = (kind: string): string => codeNames.kind[kind as keyof typeof codeNames.kind];
const priorityWord = (priority: string): string => (priority === 'urgent' ? '紧急' : '一般');
const where = (place: Place): string =>
  `${place.file} ${place.cell ?? place.path ?? `第 ${String(place.row ?? '')} 行`}`;
const meant = (items: readonly string[]): string => (items.length === 0 ? '' : `是否指：${list(items)}？`);
const chainLine = (stop: {
  hop: number;
  from: string | undefined;
  to: string;
  on: string;
  by: string;
  days?: number;
}): string => {
  const stay =
    stop.days === undefined ? '' : stop.days === 0 ? '，停留不足 1 天' : `，停留 ${String(stop.days)} 天`;
  return `${String(stop.hop)}  ${stop.on}  ${stop.from ?? '转办席'} → ${stop.to}（${stop.by}${stay}）`;
};
const { placeholders } = summaries;
const stateWord = (state: string): string => codeNames.state[state as keyof typeof codeNames.state];
const actionWord = (action: string): string => codeNames.action[action as keyof typeof codeNames.action];
const whyRefused: Readonly<Record<Exclude<ErrorDetails['appeal-verb-refused']['why'], 'state'>, string>> = {
  'return-pending': '退回申请尚待审定',
  'no-return': '没有待审定的退回申请',
  'returned-already': '该单位已申请过退回',
  'not-recallable': '转办后已有办理，或系裁定转办',
  voided: '导入该诉求的批次已撤销，该诉求已作废',
  'recalled-already': '此前已从该单位撤回过一次',
};

/** 文件未能写出的原因。 */
const whyUnwritten = (why: ErrorDetails['file-not-writable']['why'], reason: string): string =>
  ({
    'no-rights': '没有写入权限',
    'name-too-long': '文件名过长',
    'disk-full': '磁盘已满',
    'read-only': '介质只能读取',
    'not-a-folder': '需要目录，而它是文件',
    other: reason,
  })[why];

const bulletinExample =
  '[{"identities":[{"parts":[36516,18190],"total":54706}],"percentages":[{"num":36516,"den":54706,"printed":"66.75"}]}]';

export const errors: ErrorTexts = {
  'command-unknown': ({ name, noun, suggestions }) => ({
    message: `没有命令“${name}”。${meant(suggestions)}`,
    hint: `liaison ${[noun, suggestions[0], '--help'].filter((word) => word !== undefined).join(' ')}`,
  }),
  'option-unknown': ({ option, suggestions }) => ({
    message: `本命令没有选项“${option}”。${meant(suggestions)}`,
    hint: '在命令后加 --help 查看可用选项。',
  }),
  'option-value-missing': ({ option }) => ({ message: `选项“${option}”需要一个值。` }),
  'option-value-invalid': ({ option, value, allowed, example }) => ({
    message: `“${value}”不是${optionWord(option).startsWith('-') ? ` ${option} ` : optionWord(option)}的有效值。`,
    hint:
      allowed === undefined
        ? `例如：${option.startsWith('-') ? `${option} ` : ''}${example ?? ''}`
        : `可用：${list(allowed)}`,
  }),
  'option-too-long': ({ option, length, limit }) => ({
    message: `${optionWord(option)} 过长：${String(length)} 字，最多 ${String(limit)} 字。`,
  }),
  'option-invisible': ({ option }) => ({
    message: `${optionWord(option)} 中有看不见的字符（控制符或零宽字符）。`,
    hint: '请直接输入，不要粘贴。',
  }),
  'option-missing': ({ options }) => ({
    message: `缺少：${list(options)}。`,
    hint: `请在命令中加上 ${list(options)}。`,
  }),
  'value-missing': ({ fields }) => ({ message: `缺少内容：${list(fields.map(optionWord))}。` }),
  'value-invalid': ({ field, value, allowed, example }) => ({
    message: `“${value}”不能作为${optionWord(field)}的值。`,
    hint: allowed === undefined ? `例如：${example ?? ''}` : `可用：${list(allowed)}`,
  }),
  'value-too-long': ({ field, length, limit }) => ({
    message: `${optionWord(field)} 过长：${String(length)} 字，最多 ${String(limit)} 字。`,
  }),
  'options-conflict': ({ one, other }) => ({ message: `${one} 与 ${other} 不能同时使用。` }),
  'argument-missing': ({ argument }) => ({
    message: `缺少参数 <${placeholders[argument] ?? argument}>。`,
    hint: '在命令后加 --help 查看示例。',
  }),
  'arguments-too-many': () => ({ message: '命令后有多余的内容。', hint: '含空格的名称请加引号。' }),
  'verb-missing': ({ noun }) => ({
    message: `请说明要做什么：liaison ${noun} …`,
    hint: `查看：liaison ${noun} --help`,
  }),
  'format-not-offered': ({ format, offered }) => ({
    message: `此命令不能输出“${format}”。`,
    hint: `可输出：${list(offered)}`,
  }),
  'jurisdiction-needed': ({ codes }) => ({
    message: '数据库中有多个辖区，请指明是哪一个。',
    hint: `加上 --in，取值之一：${list(codes)}。如需记住：liaison jurisdiction use ${codes[0] ?? '代码'}，或设环境变量 LIAISON_JURISDICTION`,
  }),
  'confirmation-needed': ({ question, option = '--yes' }) => ({
    message: `需要确认：${question}`,
    hint: `请在命令中加上 ${option}。`,
  }),
  'answer-needed': ({ options }) => ({
    message: `缺少：${list(options)}。`,
    hint: `请在命令中加上 ${list(options)}，或在终端上运行以便询问。`,
  }),
  'terminal-needed': ({ option, names }) => ({
    message: `${option} 需要在终端中逐一询问；尚未识别：${list(names)}。`,
    hint: '没有终端时请先确定名称：liaison unit alias、unit rename、unit merge 或 unit add。',
  }),
  'terminal-only': ({ command }) => ({
    message: `${command} 要逐项询问，需在终端中使用。`,
    hint: '没有终端时，请用 liaison status、liaison appeal list 及其提示的命令。',
  }),
  'encoding-not-known': ({ encoding }) => ({
    message: `不认识编码“${encoding}”。`,
    hint: '可用：utf-8、gb18030（gbk）、utf-16le、utf-16be',
  }),

  'input-rejected': ({ file, count }) => ({
    message: `${file} 未导入：发现问题 ${String(count)} 处。未写入任何内容。`,
    hint: '请在文件中改正以上各处后重新导入。',
  }),
  'bulletin-rejected': ({ file, count }) => ({
    message: `${file} 未核对：有 ${String(count)} 处无法读取。`,
    hint: '请在文件中改正以上各处后重新核对。',
  }),
  'file-empty': ({ file }) => ({ message: `${file} 是空文件。`, hint: '请重新导出表格，并确认已保存。' }),
  'encoding-unknown': ({ file, row, looksLike }) => ({
    message:
      row === undefined
        ? `无法识别 ${file} 的编码。`
        : `${file} 的编码不一致：第 ${String(row)} 行与其他行编码不同，或文字已损坏。`,
    hint:
      looksLike === undefined
        ? '请在 Excel 中另存为“CSV UTF-8”。如知道编码，可加 --encoding gb18030、utf-8、utf-16le、utf-16be 或 big5。'
        : '像是港台所用的 Big5 编码：请加 --encoding big5，并用 --dry-run 核对计划。',
  }),
  'encoding-wrong': ({ file, encoding }) => ({
    message: `${file} 不是 ${encoding} 编码：有些字节在该编码中没有意义。`,
    hint: '去掉 --encoding 让工具自动识别，或重新导出为“CSV UTF-8”。',
  }),
  'header-not-found': ({ file, wanted, found, nearest = [] }) => ({
    message:
      wanted.length === 0
        ? `${file} 中找不到可识别的表头行。`
        : `${file} 中找不到含有 ${list(wanted)} 的表头行。`,
    hint:
      found.length === 0
        ? '首行必须是各列名称。'
        : `实际为：${list(found)}。` +
          (nearest.length === 0 ? '' : `如其中某列即为所需，请指明：${mapOptions(nearest)}`),
  }),
  'encoding-twice': ({ file, row, before }) => ({
    message: `${file} 保存时编码有误：第 ${String(row)} 行原为“${before.slice(0, 20)}”。`,
    hint: '请从原系统重新导出为“CSV UTF-8”；现有内容无法可靠读取。',
  }),
  'file-holds-nul': ({ file, row }) => ({
    message: `${file} 第 ${String(row)} 行含有非文本字节（NUL），文件不完整或已损坏。`,
    hint: '请重新取得该文件，或重新导出为“CSV UTF-8”。',
  }),
  'channel-unread': ({ file, headers }) => ({
    message: `${file} 中有几列像是某渠道的件数，却未读取：${list(headers.map(({ header }) => header))}。`,
    hint: `请指明：${mapOptions(headers)}；不读取则写：${mapOptions(headers.map(({ header }) => ({ header, column: '' })))}`,
  }),
  'set-column-there': ({ file, column, header }) => ({
    message: `${file} 中已有“${columnWord(column)}”列：“${header}”。--set 只用于文件缺少的列。`,
    hint: `请去掉该选项，或不读取此列：--map "${header}="`,
  }),
  'skip-bad-not-possible': ({ file }) => ({
    message: `${file} 是采集表、目录或日历，不能逐行略过。`,
    hint: '请改正文件，并去掉 --skip-bad。',
  }),
  'rows-all-bad': ({ file, count }) => ({
    message: `${file} 的 ${String(count)} 行全部有问题，没有可以导入的行。`,
    hint: '去掉 --skip-bad 可查看问题。',
  }),
  'option-nothing': ({ option, value }) => ({
    message: `${optionWord(option)}：“${value}”表示没有，不能作为名称登记。`,
    hint: '要删去已登记的内容，请用 --clear（如该命令有此选项）。',
  }),
  'option-destroyed': ({ option }) => ({
    message: `${optionWord(option)} 的文字已丢失或编码有误。`,
    hint: '请重新输入；终端编码不同时，请先设为 UTF-8。',
  }),
  'header-twice': ({ file, header, other, row }) => ({
    message: `${file}：列“${header}”出现两次（第 ${String(row)} 行）${header === other ? '' : `，另一列为“${other}”`}。`,
    hint:
      header === other
        ? '请改名或删去其中一列，以明确以哪一列为准。'
        : `请指明不读取哪一列：--map "${header}=" 或 --map "${other}="`,
  }),
  'header-in-doubt': ({ file, header, row }) => ({
    message: `${file}：无法确定“${header}”一列的含义（第 ${String(row)} 行）。`,
    hint: `请指明：--map "${header}=热线"；或只保留一种形式：每个渠道一列，或每个年度一列。`,
  }),
  'map-column-unknown': ({ name, allowed }) => ({
    message: `--map：没有“${name}”这一项。`,
    hint: `可用：${list(allowed)}`,
  }),
  'map-header-unknown': ({ file, header, found }) => ({
    message: `--map：${file} 中没有表头“${header}”。`,
    hint: `文件中的表头：${list(found)}`,
  }),
  'commas-full-width': ({ file, row }) => ({
    message: `${file}：各列用全角逗号“，”分隔（第 ${String(row)} 行）。`,
    hint: '请在文件中把“，”替换为“,”，或在 Excel 中重新另存为“CSV UTF-8”。',
  }),
  'report-column-unknown': ({ name }) => ({
    message: `报表中没有“${name}”这一指标。`,
    hint: '指标名即报表中各列（行）的名称，如“受理”“逾期未答”。',
  }),
  'bulletin-head-missing': ({ file, missing }) => ({
    message: `${file} 开头缺少“${missing.join('”“')}”。`,
    hint: 'liaison report bulletin draft 2021-05 -o draft.md',
  }),
  'bulletin-period-invalid': ({ file, value }) => ({
    message: `${file} 的统计期无法识别：“${value}”。`,
    hint: '统计期：2021-05-01 至 2021-05-31',
  }),
  'bulletin-unfinished': ({ until }) => ({
    message: `统计期尚未结束（截至 ${until}），须在最后一天之后发布。`,
  }),
  'bulletin-faults': ({ file }) => ({
    message: `${file} 中有与本期指标不符的数字，未发布。`,
    hint: '花括号内的请在文中改正；另行写入的数字确需保留的，加 --allow-own-figures。',
  }),
  'bulletin-no-taken': ({ documentNo, number }) => ({
    message: `文号 ${documentNo} 已用于第 ${String(number)} 期通报。`,
  }),
  'bulletin-period-taken': ({ number }) => ({
    message: `第 ${String(number)} 期通报已是这一统计期的，再发须作为更正。`,
    hint: `liaison report bulletin publish … --corrects ${String(number)}`,
  }),
  'bulletin-corrected-already': ({ number, by }) => ({
    message: `第 ${String(number)} 期通报已由第 ${String(by)} 期更正。`,
    hint: `liaison report bulletin publish … --corrects ${String(by)}`,
  }),
  'bulletin-other-period': ({ number, from }) => ({
    message: `第 ${String(number)} 期通报的统计期不同（自 ${from} 起），更正须为同一统计期。`,
  }),
  'bulletin-corrects-nothing': ({ number }) => ({
    message: `与第 ${String(number)} 期通报没有不同之处，无需更正。`,
  }),
  'bulletin-none': () => ({
    message: '还没有发布过通报。',
    hint: 'liaison report bulletin draft 2021-05 -o draft.md',
  }),
  'bulletin-not-found': ({ number, numbers }) => ({
    message: `没有第 ${String(number)} 期通报。`,
    hint:
      numbers.length === 0 ? 'liaison report bulletin draft 2021-05 -o draft.md' : `已有：${list(numbers)}`,
  }),
  'report-nothing-of': ({ of, category, tier }) => ({
    message: `没有“${[...of, categoryOr(category), tierOr(tier)].filter(Boolean).join(' ')}”的内容可供统计。`,
    hint: 'liaison unit list、liaison matter list',
  }),
  'county-not-found': ({ county, city, known }) => ({
    message: `${city}下没有登记县（市、区）“${county}”。`,
    hint: known.length === 0 ? 'liaison jurisdiction add --parent …' : `已登记：${list(known)}`,
  }),
  'report-row-unknown': ({ row }) => ({
    message: `报表中没有“${row}”这一行。`,
    hint: '行用单位名称或编码、渠道、性质、事项或起始日期，逐行的写法见 --json 的输出。',
  }),
  'history-says-nothing': ({ file }) => ({
    message: `${file} 既没有“环节”（做了什么）列，也没有“当前单位”（由谁承办）列。`,
    hint: '请指明列名：--map "列名=环节" 或 --map "列名=当前单位"。',
  }),
  'file-no-rows': ({ file }) => ({ message: `${file} 只有表头，没有数据行。` }),
  'file-broken': ({ file }) => ({
    message: `${file} 是损坏或不完整的工作簿。`,
    hint: '请在 Excel 中打开并修复后另存为 .xlsx，或重新取得该文件。',
  }),
  'file-not-json': ({ file, row, column, of }) => ({
    message: `${file} 不是有效的 JSON：第 ${String(row)} 行第 ${String(column)} 列。`,
    hint:
      of === 'bulletin'
        ? `通报写作：${bulletinExample}`
        : '可先导出一份作样本：liaison scheme show --json -o example.json，或 liaison deadline show --json -o example.json',
  }),
  'file-exists': ({ file }) => ({
    message: `已有文件 ${file}，未作改动，也未写入任何内容。`,
    hint: '请另取文件名或目录，或先移走已有的文件。',
  }),
  'folder-empty': ({ folder }) => ({
    message: `目录 ${folder} 中没有表格文件。`,
    hint: '请把收回的采集表放入该目录：.xlsx、.ods 或 .csv。',
  }),
  'file-too-large': ({ file, megabytes }) => ({
    message: `${file} 解压后将有 ${String(megabytes)} MB，未打开。`,
    hint: '请把需要的行复制到新工作簿后保存。',
  }),
  'file-other-kind': ({ file, kind }) => ({
    message: `${file} 是${kindOfFile[kind] ?? kind}，不是表格文件。`,
    hint:
      kind === 'lock'
        ? '请导入工作簿本身，即文件名前没有 ~$ 的那个。'
        : kind === 'archive'
          ? '请先解压，再导入其中的文件。'
          : '请用相应程序（或 Excel、WPS）打开，把表格另存为 .xlsx 或“CSV UTF-8”后导入。',
  }),
  'file-encrypted': ({ file }) => ({
    message: `${file} 设有密码。`,
    hint: '在 Excel 中：文件 → 信息 → 保护工作簿 → 用密码进行加密，清空密码后保存。',
  }),
  'file-old-xls': ({ file }) => ({
    message: `${file} 是旧式工作簿（Excel 2 至 95）。`,
    hint: '在 Excel 中另存为“Excel 工作簿（.xlsx）”，再导入该文件。',
  }),
  'tab-not-found': ({ file, tab, tabs }) => ({
    message: `${file} 中没有工作表“${tab}”。`,
    hint: `现有：${list(tabs)}`,
  }),
  'tabs-in-doubt': ({ file, tabs }) => ({
    message: `${file} 中有几个工作表都符合：${list(tabs)}。`,
    hint: '请指明用哪一个：--tab 工作表名',
  }),
  'unit-name-ambiguous': ({ name, matches }) => ({
    message: `“${name}”对应多个单位：${list(matches)}。`,
    hint: '请用单位编码指明。',
  }),
  'time-in-future': ({ time }) => ({
    message: `${time} 晚于今天。`,
    hint: '请登记已经发生的事。',
  }),
  'time-out-of-order': ({ time, last }) => ({
    message: `时间 ${time} 早于该诉求的上一事项（${last}）。`,
    hint: '查看流转过程：liaison appeal trace 编号',
  }),
  'file-not-readable': ({ file, reason }) => ({ message: `无法读取 ${file}：${reason}。` }),
  'file-not-writable': ({ file, why, reason }) => ({
    message: `无法写入 ${file}：${whyUnwritten(why, reason)}。`,
    hint: '原有文件未变。请用 -o 另指定位置。',
  }),
  'output-folder-missing': ({ file, folder }) => ({
    message: `无法写入 ${file}：目录 ${folder} 不存在。未作任何处理。`,
    hint: '请先建立该目录，或用 -o 另指定位置。',
  }),
  'output-refused': ({ file, why }) => ({
    message: `不能覆盖 ${file}：它是${
      {
        database: '数据库',
        beside: '数据库旁文件所用的名称',
        input: '本命令要读取的文件',
        'not-a-file': '链接、设备等，不是普通文件',
        'not-readable': '您无权读取的文件，无法判断会丢失什么',
        draft: '本工具写文件时所用的名称',
      }[why]
    }。未作任何处理。`,
    hint: '请用 -o 指定新的文件，或去掉 -o 直接查看结果。',
  }),
  'output-failed': ({ file, why, reason, changes }) => ({
    message: `操作已完成（${changes.map(({ command, operation }) => (operation === null ? command : `${command}，第 ${String(operation)} 号操作`)).join('；')}），但结果未能写出${
      file === null ? '' : `到 ${file}`
    }：${whyUnwritten(why, reason)}。`,
    hint: '请勿重复执行，以免重复登记。请先查看结果：liaison log list。',
  }),
  'working-folder-gone': () => ({
    message: '当前所在目录已不存在。',
    hint: '请换到现有目录，或用完整路径指定文件和 --db。',
  }),
  'clock-behind': ({ now, newest }) => ({
    message: `本机时间为 ${now}，而已有记录的时间为 ${newest}。未写入任何内容。`,
    hint: '请校准本机时间。如本机时间无误、是先前的时间有误，请加 --clock-is-right',
  }),
  'time-too-early': ({ time, earliest }) => ({
    message: `${time} 早于 ${earliest}，诉求不可能这么早。`,
    hint: '请核对年份。',
  }),

  'file-not-found': ({ file }) => ({ message: `没有文件 ${file}。`, hint: '请检查文件名和目录。' }),
  'database-not-found': ({ path }) => ({
    message: `未找到数据库文件 ${path}。`,
    hint: '新建：liaison init --name 德州市 --code DZ   （或用 --db 指定已有的文件）',
  }),
  'jurisdiction-not-found': ({ code, codes }) => ({
    message: `没有辖区“${code}”。`,
    hint: `现有：${list(codes)}`,
  }),
  'unit-not-found': ({ name, suggestions }) => ({
    message: `没有名为“${name}”的单位。${meant(suggestions)}`,
    hint: '查看全部：liaison unit list',
  }),
  'scheme-not-found': ({ code, codes }) => ({
    message: `没有设置标准“${code}”。`,
    hint: `现有：${list(codes)}`,
  }),
  'volumes-not-found': ({ year, years }) => ({
    message: `没有 ${String(year)} 年的办理量。`,
    hint:
      years.length === 0
        ? `导入：liaison volume import 文件.csv --year ${String(year)}`
        : `现有年度：${list(years)}`,
  }),
  'run-not-found': ({ number, numbers }) => ({
    message: `没有第 ${String(number)} 号归类结果。`,
    hint: numbers.length === 0 ? '先归类：liaison tier classify --year 年度' : `现有：${list(numbers)}`,
  }),
  'run-none': ({ year }) => ({
    message: year === undefined ? '还没有归类结果。' : `没有 ${String(year)} 年度的归类结果。`,
    hint: `先归类：liaison tier classify --year ${String(year ?? '年度')}`,
  }),
  'run-unit-not-found': ({ unit, run }) => ({
    message: `第 ${String(run)} 号归类结果中没有${unit}：该单位是后来增加的。`,
    hint: '请重新归类：liaison tier classify --year 年度',
  }),
  'desk-not-found': ({ unit }) => ({
    message: `${unit}还没有登记机构（岗位）。`,
    hint: `登记：liaison desk set ${quote(unit)} --name … --phones …`,
  }),
  'edition-not-found': ({ number, numbers }) => ({
    message: `没有第 ${String(number)} 期名册。`,
    hint: numbers.length === 0 ? '发布：liaison roster publish' : `现有：${list(numbers)}`,
  }),
  'desk-nobody': ({ wanted, suggestions }) => ({
    message: `没有查到“${wanted}”由谁负责。${meant(suggestions)}`,
    hint: '可用单位、职责用语、人员或电话查找；查看全部：liaison desk list',
  }),
  'edition-none': () => ({ message: '还没有发布过名册。', hint: '查看草稿：liaison roster preview' }),
  'appeal-not-found': ({ number }) => ({
    message: `没有诉求 ${number}。`,
    hint: '查看待办：liaison appeal list',
  }),

  'database-exists': ({ path }) => ({
    message: `${path} 处已有文件，未作改动。`,
    hint: '可直接使用，或用 --db 指定另一文件。',
  }),
  'name-in-use': ({ name, unit }) => ({
    message: `“${name}”已是${unit}的名称。`,
    hint: '一个名称只能对应一个单位。',
  }),
  'code-in-use': ({ unitCode, unit }) => ({ message: `编码 ${unitCode} 已属于${unit}。` }),
  'jurisdiction-taken': ({ name }) => ({
    message: `已有辖区“${name}”。`,
    hint: '查看辖区：liaison jurisdiction list',
  }),
  'parent-not-a-city': ({ parent }) => ({
    message: `只有县级辖区可以隶属于市，不能隶属于 ${parent}。`,
    hint: '县级辖区请加 --level county。',
  }),
  'scheme-invalid': ({ code }) => ({
    message: `设置标准 ${code} 有误。未写入任何内容。`,
    hint: '界限写作 1000+（含 1000）或 over:1000（不含 1000），自高到低。',
  }),
  'scheme-code-taken': ({ code, free }) => ({
    message: `已有设置标准 ${code}；标准一经建立不再改动，只能另立新标准接替。`,
    hint: `请另取代码：--code ${free}`,
  }),
  'scheme-year-too-early': ({ code, from, year }) => ({
    message: `设置标准 ${code} 自 ${String(from)} 年度办理量起适用，不适用于 ${String(year)} 年度。`,
    hint: '查看设置标准：liaison scheme list',
  }),
  'operation-not-found': ({ number, newest }) => ({
    message: `没有第 ${String(number)} 号操作。`,
    hint: newest === 0 ? '尚无操作。' : `最近一次为第 ${String(newest)} 号：liaison log list`,
  }),
  'import-not-found': ({ number, numbers }) => ({
    message: `没有第 ${String(number)} 批导入。`,
    hint: numbers.length === 0 ? '还没有导入过任何文件。' : '查看导入记录：liaison import list',
  }),
  'import-undone-already': ({ number, by }) => ({
    message: `第 ${String(number)} 批导入已由第 ${String(by)} 批撤销。`,
  }),
  'undo-of-undo': ({ number, file }) => ({
    message: `第 ${String(number)} 批本身就是一次撤销。`,
    hint: `如需恢复数据，请重新导入文件：${file}`,
  }),
  'undo-not-recorded': ({ number }) => ({
    message: `第 ${String(number)} 批导入由旧版本完成，没有留存改动内容。`,
    hint: '请导入正确的文件加以覆盖，或用 liaison unit set、unit rename、desk set、volume set 改正',
  }),
  'undo-blocked': ({ number }) => ({
    message: `第 ${String(number)} 批导入未撤销：以后的工作以它为依据。未写入任何内容。`,
    hint: '请从最近一批开始，先撤销以后的导入：liaison import undo 批次',
  }),
  'operation-undone-already': ({ number, by }) => ({
    message: `第 ${String(number)} 号操作已由第 ${String(by)} 号操作撤销。`,
    hint: `如需恢复：liaison undo ${String(by)}`,
  }),
  'operation-not-undoable': ({ number, command, instead }) => ({
    message: `第 ${String(number)} 号操作（${command}）不能用 undo 撤销。`,
    hint:
      instead === null ? `查看其内容：liaison log show ${String(number)}` : `请用以下命令改正：${instead}`,
  }),
  'operation-not-recorded': ({ number, command }) => ({
    message: `第 ${String(number)} 号操作（${command}）由旧版本完成，没有留存改动内容，不能撤销。`,
    hint: '请用 liaison unit set、unit rename、desk set 改正',
  }),
  'operation-changed-nothing': ({ number, command }) => ({
    message: `第 ${String(number)} 号操作（${command}）没有改动任何内容，无可撤销。`,
    hint: '查看操作记录：liaison log list',
  }),
  'operation-elsewhere': ({ number, jurisdiction }) => ({
    message: `第 ${String(number)} 号操作属于辖区 ${jurisdiction}。`,
    hint: `请在该辖区撤销：liaison undo ${String(number)} --in ${jurisdiction}`,
  }),
  'operation-undo-blocked': ({ number, command }) => ({
    message: `第 ${String(number)} 号操作（${command}）未撤销：以后的工作以它为依据。未写入任何内容。`,
    hint: '请从最近一次开始，先撤销以后的操作：liaison undo 序号',
  }),
  'roster-unchanged': ({ number }) => ({
    message: `自第 ${String(number)} 期以来，公开本所列内容没有变动。`,
    hint: `内部变动见：liaison roster diff ${String(number)} --copy internal`,
  }),
  'edition-out-of-order': ({ on, number, last }) => ({
    message: `日期 ${on} 早于第 ${String(number)} 期的发布日期 ${last}。`,
    hint: '各期名册的期号与日期须先后一致。',
  }),
  'desk-day-too-early': ({ unit, on, since }) => ({
    message: `${unit}现有登记自 ${since} 起有效，变动不能自 ${on} 起。`,
    hint: '请去掉 --from，或给出较晚的日期。',
  }),
  'edition-superseded-already': ({ number, by }) => ({
    message: `第 ${String(number)} 期已由第 ${String(by)} 期取代。`,
    hint: `请取代该期：--supersedes ${String(by)}`,
  }),
  'template-invalid': ({ file, missing, strange, sections, unknown, allowed }) => ({
    message: `${file} 不能用作模板。`,
    lines: [
      ...missing.map((section) => `缺少【${section}】一节，或该节为空。`),
      ...strange.map((section) => `没有【${section}】这一节，其内容不会印出。`),
      ...unknown.map((name) => `{${name}} 无从填写。`),
    ],
    hint:
      strange.length > 0 || allowed.length === 0
        ? `可用的节：${list(sections.map((name) => `【${name}】`))}`
        : `可用的填写项：${list(allowed.map((name) => `{${name}}`))}`,
  }),
  'run-adopted-already': ({ number }) => ({
    message: `第 ${String(number)} 号归类结果已审定并封存。`,
    hint: '如需改动，请重新归类：liaison tier classify --year 年度',
  }),
  'run-counts-missing': ({ number, units }) => ({
    message: `第 ${String(number)} 号归类结果中有单位没有办理量：${list(units)}。`,
    hint: '请导入缺少的办理量后重新归类，或用 --allow-missing 照此审定。',
  }),
  'run-reason-missing': ({ number, inForce }) => ({
    message: `该年度第 ${String(inForce)} 号归类结果正在生效，第 ${String(number)} 号将取代它。`,
    hint: '请用 --reason 说明理由。',
  }),
  'override-outside': ({ unit, scheme }) => ({
    message: `${unit}不纳入设置标准 ${scheme}，不能作个案决定。`,
    hint: `请先纳入：liaison unit set ${quote(unit)} --in-scheme`,
  }),
  'override-none': ({ unit, run }) => ({
    message: `第 ${String(run)} 号归类结果中没有对${unit}的个案决定。`,
    hint: `查看：liaison tier list --run ${String(run)}`,
  }),
  'run-not-in-force': ({ year }) => ({
    message:
      year === undefined
        ? '没有生效的归类结果，各单位的设置类别尚未确定。'
        : `${String(year)} 年度没有生效的归类结果。`,
    hint: `liaison tier classify --year ${String(year ?? '年度')}，然后：liaison tier adopt 编号 --document-no 文号`,
  }),
  'roster-blocked': ({ findings, units }) => ({
    message: `名册不能发布：有影响发布的问题 ${String(findings.length)} 处，涉及 ${String(units.length)} 个单位。`,
    lines: someOf(findings).map(
      ({ unit, code, value, expected, other }) =>
        `${unit}：${deskViews.findings[code as FindingCode](tierOr(value), tierOr(expected), other ?? '')}`,
    ),
    hint: '请改正：liaison desk check 列出每处的改正命令。也可缺项先行发布：加 --with-gaps',
  }),
  'appeal-held-already': ({ number, unit }) => ({ message: `诉求 ${number} 已由${unit}主办。` }),
  'appeal-circle': ({ number, unit, chain }) => ({
    message: `拒绝：${unit}曾主办诉求 ${number}，再转即为“转圈”。此前流转：`,
    lines: chain.map(chainLine),
    hint: `用裁定确定主办单位：liaison appeal rule ${number} --lead ${quote(unit)} --basis 依据`,
  }),
  'appeal-unit-limit': ({ number, unit, limit, chain }) => ({
    message: `拒绝：诉求 ${number} 最多由 ${String(limit)} 个单位先后主办，${unit}将超出此数。此前流转：`,
    lines: chain.map(chainLine),
    hint: `用裁定确定主办单位：liaison appeal rule ${number} --lead ${quote(unit)} --basis 依据`,
  }),
  'appeal-bound-by-ruling': ({ number, unit, ruling }) => ({
    message: `拒绝：第 ${String(ruling)} 号裁定确定诉求 ${number} 由${unit}主办。`,
    hint: `只有另作裁定才能改变：liaison appeal rule ${number} --lead 单位 --basis 依据`,
  }),
  'text-personal': ({ field }) => ({
    message: `“${field}”中有诉求人姓名或电话，写入后将永久保留。未写入任何内容。`,
    hint: '请删去；姓名、电话已随诉求登记。',
  }),
  'ruling-not-found': ({ number, there }) => ({
    message: `没有第 ${String(number)} 号裁定。`,
    hint: there.length === 0 ? '尚无裁定：liaison ruling add' : `现有：${list(someOf(there))}`,
  }),
  'ruling-there': ({ matter, ruling, lead }) => ({
    message: `事项“${matter}”已有第 ${String(ruling)} 号裁定：由${lead}主办。`,
    hint: `如需重新裁定：liaison ruling supersede ${String(ruling)} --lead 单位 --basis 依据`,
  }),
  'ruling-superseded-already': ({ number, by }) => ({
    message: `第 ${String(number)} 号裁定已由第 ${String(by)} 号取代。`,
    hint: `请取代后者：liaison ruling supersede ${String(by)} --lead 单位 --basis 依据`,
  }),
  'ruling-of-one-appeal': ({ number }) => ({
    message: `第 ${String(number)} 号裁定只针对一件诉求，不适用于某一事项。`,
    hint: '针对事项：liaison ruling add --matter 事项 --lead 单位 --basis 依据',
  }),
  'study-not-found': ({ number, there }) => ({
    message: `没有第 ${String(number)} 号专题研究。`,
    hint: there.length === 0 ? '尚未登记：liaison study add' : `现有：${list(someOf(there))}`,
  }),
  'study-leader-missing': ({ unit, on, now }) => ({
    message:
      `拒绝：${unit}在 ${on} 没有登记第一责任人，议定事项无人负责。` +
      (now === null ? '' : `现任${now}系此后登记。`),
    hint: `登记之日起由其负责：liaison unit set ${quote(unit)} --leader 姓名 --leader-title 职务`,
  }),
  'study-until-early': ({ on, until }) => ({
    message: `落实期限 ${until} 早于会议日期 ${on}。`,
    hint: '请核对两个日期：--on、--until。',
  }),
  'study-closed-already': ({ number, on }) => ({
    message: `第 ${String(number)} 号专题研究已于 ${on} 落实销号。`,
    hint: `查看：liaison study show ${String(number)}。如系误登，可撤销：liaison log list --noun study，再 liaison undo 操作号`,
  }),
  'study-close-early': ({ number, on, held }) => ({
    message: `第 ${String(number)} 号专题研究于 ${held} 召开，不可能在 ${on} 已经落实。`,
    hint: '请核对日期：--on。',
  }),
  'matter-unknown': ({ matter, suggestions }) => ({
    message: `“${matter}”不在诉求事项清单内。${meant(suggestions)}`,
    hint: '查看清单：liaison matter list',
  }),
  'undo-of-calendar': ({ number }) => ({
    message: `第 ${String(number)} 批导入的是工作日历，到期日已据此推算，不能撤销。`,
    hint: '请导入该年正确的放假通知，以新的取代旧的。',
  }),
  'undo-of-matters': ({ number }) => ({
    message: `第 ${String(number)} 批导入是整份事项清单，不能逐条撤销。`,
    hint: '请重新导入原清单：liaison matter import 文件.csv',
  }),
  'matter-missing': ({ number }) => ({
    message: `诉求 ${number} 没有登记事项，裁定不能作为该事项的先例。`,
    hint: `请先登记：liaison appeal correct ${number} --matter 事项`,
  }),
  'appeal-verb-refused': ({ number, verb, state, why, allowed }) => ({
    message:
      why === 'state'
        ? `诉求 ${number} 当前为“${stateWord(state)}”，不能${verbWord(verb)}。`
        : `诉求 ${number} 不能${verbWord(verb)}：${whyRefused[why]}。`,
    hint: `当前可办：${list(allowed.map((one) => nameVerb(one, verbWord(one))))}`,
  }),
  'appeal-outcome-refused': ({ number, outcome, state, allowed }) => ({
    message: `诉求 ${number} 当前为“${stateWord(state)}”，不能以“${outcomeWord(outcome)}”办结。`,
    hint:
      allowed.length === 0
        ? `请先重新办理：liaison appeal reopen ${number} --text 原因`
        : `当前可选：${list(allowed.map((one) => `${outcomeWord(one)}（${one}）`))}`,
  }),
  'appeal-duplicate-of-none': ({ number }) => ({
    message: `诉求 ${number} 与哪一件重复？`,
    hint: `请先关联：liaison appeal link ${number} --duplicate-of 编号`,
  }),
  'appeal-linked-to-itself': ({ number }) => ({
    message: `诉求 ${number} 不能与自身关联，也不能登记为自身重复件的重复件。`,
  }),
  'appeal-changed': ({ number, action, by, on, holder }) => ({
    message: `诉求 ${number} 已有变动：${by} 于 ${on} ${actionWord(action)}，现由${holder ?? '转办席'}持有。未写入任何内容。`,
    hint: `请查看后再决定是否重复命令：liaison appeal trace ${number}`,
  }),
  'appeal-not-held': ({ number, expected, holder, by, on }) => ({
    message: `诉求 ${number} 现不在${expected}，而在${holder ?? '转办席'}；上一变动由 ${by} 于 ${on} 作出。未写入任何内容。`,
    hint: `请查看：liaison appeal trace ${number}`,
  }),
  'appeal-nothing-corrected': ({ number }) => ({
    message: `诉求 ${number} 没有需要更正的内容。`,
    hint: '请给出要更正的项目，如 --phone 19900000001。',
  }),
  'recall-too-late': ({ number, unit, sent, until }) => ({
    message: `诉求 ${number} 不能再从 ${unit} 撤回：${sent} 派出，可撤回的时限至 ${until}。`,
    hint: '请由该单位申请退回，或作出裁定：liaison appeal return / rule',
  }),
  'return-too-late': ({ number, unit, sent, until, days, dayKind }) => ({
    message: `不予受理退回：诉求 ${number} 于 ${sent} 派给${unit}，退回期限至 ${until}（${String(days)} ${dayKind === 'working' ? '个工作日' : '个自然日'}）。`,
    hint: `如需明确主办单位，请裁定：liaison appeal rule ${number} --lead 单位 --basis 依据`,
  }),
  'extension-refused': ({ number, rules, why }) => ({
    message:
      why.kind === 'expired'
        ? `不予延期：诉求 ${number} 已于 ${why.due} 到期，延期须在到期前申请。`
        : why.kind === 'too-often'
          ? `不予延期：诉求 ${number} 的延期次数已达 ${rules} 的上限（${String(why.times)} 次）。`
          : why.kind === 'too-long'
            ? `不予延期：${rules} 规定延期合计不超过 ${String(why.days)} ${why.dayKind === 'working' ? '个工作日' : '个自然日'}，诉求 ${number} 尚余 ${String(why.left)} ${why.dayKind === 'working' ? '个工作日' : '个自然日'}。`
            : `不予延期：诉求 ${number} 适用的时限规定${rules === '' ? '' : `（${rules}）`}未设延期。`,
    hint: `liaison deadline explain ${number}`,
  }),
  'calendar-missing': ({ year }) => ({
    message: `没有 ${String(year)} 年的工作日历，无从知道哪些日子上班，不作推测。`,
    hint: '请导入该年放假通知：liaison calendar import 文件.csv（列：日期、类型、名称）',
  }),
  'calendar-year-unclear': ({ file, years }) => ({
    message: `${file} 中的日期分属多个年度：${list(years)}。`,
    hint: '请每年一个文件，或用 --year 指明年度。',
  }),
  'deadline-not-found': ({ code, codes }) => ({
    message: `没有办理时限规定“${code}”。现有：${list(codes)}。`,
    hint: 'liaison deadline list',
  }),
  'deadline-code-taken': ({ code }) => ({
    message: `代码 ${code} 已是另一项时限规定；规定一经写入不再改动。`,
    hint: '请在文件中另取代码。',
  }),
  'deadline-invalid': ({ file }) => ({
    message: `${file} 中的时限规定有误，未写入任何内容。`,
    hint: '格式可参照：liaison deadline show shandong-2020 --json',
  }),
  'deadline-none': ({ number }) => ({ message: `诉求 ${number} 没有适用的时限规定。` }),
  'appeal-purged': ({ number, on }) => ({
    message: `诉求 ${number} 的个人信息已于 ${on} 清除，无法显示。`,
  }),
  'search-empty': () => ({
    message: '没有给出要查找的内容。',
    hint: 'liaison appeal search 路灯，或 liaison appeal search --phone 19900000001',
  }),
  'purge-day-too-late': ({ before }) => ({
    message: `${before} 尚未到来。`,
    hint: '请给出今日或更早的日期。',
  }),
  'move-unsound': ({ path, findings }) => ({
    message: `${path} 与写入时不一致，发现 ${String(findings)} 处；未迁移任何内容。`,
    hint: '查看问题：liaison database check',
  }),
  'restore-unsound': ({ file, findings }) => ({
    message: `备份 ${file} 与写入时不一致，发现问题 ${String(findings)} 处。未恢复任何内容。`,
    hint: `查看问题：liaison database check --db ${quote(file)}`,
  }),
  'assist-leads': ({ number, unit }) => ({
    message: `${unit}是诉求 ${number} 的主办单位，不能协办。`,
    hint: `其内设机构可以协办：--add ${unit}/机构`,
  }),
  'assist-not-there': ({ number, unit }) => ({ message: `${unit}没有协办诉求 ${number}。` }),
  'total-and-parts': ({ unit, total, parts }) => ({
    message: `${unit}的合计将为 ${String(total)}，而各项之和为 ${String(parts)}。`,
    hint: '请改正有误的分项；已有分项时不需要合计。',
  }),
  'unit-ended-before': ({ name, unit, until }) => ({
    message: `${name} 是 ${unit} 的名称，该单位已于 ${until} 撤销。须说明是否同一单位，否则其办过的诉求可能再次转回。`,
    hint: '同一单位：liaison unit add 名称 --same；另一单位：liaison unit add 名称 --new',
  }),
  'unit-like': ({ name, unit, as }) => ({
    message: `“${name}”是${unit}的${readingWord(as)}。`,
    hint: '如为另一单位，请加 --new；否则请使用已有单位。',
  }),
  'unit-retired': ({ unit, until, successors }) => ({
    message: `${unit}已于 ${until} 撤销。`,
    ...(successors.length === 0 ? {} : { hint: `职责并入：${list(successors)}` }),
  }),
  'unit-name-not-there': ({ unit, name, names }) => ({
    message: `${unit}没有“${name}”这一别名。`,
    hint:
      names.length === 0
        ? '更改全称请用：liaison unit rename'
        : `现有：${list(names)}。更改全称请用：liaison unit rename`,
  }),
  'appeal-linked-already': ({ number, other }) => ({
    message: `诉求 ${number} 与 ${other} 已有此关联。`,
    hint: `如需撤回：liaison appeal link ${number} --remove ${other}`,
  }),
  'appeal-duplicate-already': ({ number, original }) => ({
    message: `诉求 ${number} 已登记为 ${original} 的重复件；重复件只有一个原件。`,
    hint: `如登记有误，请先撤回：liaison appeal link ${number} --remove ${original}`,
  }),
  'appeal-not-linked': ({ number, other }) => ({
    message: `诉求 ${number} 与 ${other} 没有关联。`,
    hint: `查看关联：liaison appeal show ${number}`,
  }),
  'document-no-taken': ({ documentNo, number }) => ({
    message: `文号“${documentNo}”已用于第 ${String(number)} 期名册；两期名册不能用同一文号。`,
    hint: '请用 --document-no 给出本次的文号。查看各期：liaison roster list',
  }),
  'appeal-voided': ({ number }) => ({
    message: `诉求 ${number} 已作废：导入该诉求的批次已撤销。`,
    hint: `查看经过：liaison appeal trace ${number}`,
  }),
  'unit-after-itself': ({ unit }) => ({ message: `${unit}不能排在自身之后。` }),
  'unit-named-so': ({ unit }) => ({
    message: `${unit}现名即是如此。`,
    hint: `查看其名称沿革：liaison unit show ${quote(unit)}`,
  }),
  'rename-too-early': ({ unit, on, since }) => ({
    message: `${unit}自 ${since} 起用现名；此后的更名不能早于该日（所给日期为 ${on}）。`,
    hint: '如该日期有误，请先撤销那次更名：liaison log list --noun unit',
  }),
  'unit-own-successor': ({ unit }) => ({ message: `${unit}不能并入自身，也不能以自身为上级单位。` }),
  'unit-holds-appeals': ({ unit, numbers }) => ({
    message: `${unit}仍有未办结的诉求：${list(numbers)}。`,
    hint: '请先转办（liaison appeal transfer 编号 --to 单位 --reason 机构调整），或将该单位并入其他单位。',
  }),
  'external-number-twice': ({ externalNumber, number }) => ({
    message: `工单编号 ${externalNumber} 已属于诉求 ${number}。`,
    hint: `liaison appeal show ${number}`,
  }),
  'ruling-lead-assists': ({ unit }) => ({ message: `${unit}不能同时主办和协办。` }),
  conflict: ({ what }) => ({
    message: `其间已被他人改动（${what}）。未写入任何内容。`,
    hint: '请查看后重新执行命令。',
  }),

  'database-locked': ({ path, seconds }) => ({
    message: `数据库正忙：另一进程正在写入 ${path}；已等待 ${String(seconds)} 秒。`,
    hint: '请待其结束后重试。等待时间可用 LIAISON_WAIT 设定。',
  }),
  'database-contended': ({ path }) => ({
    message: `其他人一直在改写 ${path} 中本命令要用的内容；本次未写入任何内容。`,
    hint: '请重试该命令。',
  }),
  'server-address-invalid': ({ address, what }) => ({
    message: {
      address: `${address} 不是服务器地址。`,
      schema: `${address} 中的模式名不能使用：只能由小写字母、数字和下划线组成，且不能是服务器自用的名称。`,
      service: `没有服务文件说明 ${address} 所指的服务。`,
    }[what],
    hint: '地址写作 postgres://用户@主机:5432/数据库?schema=liaison；密码取自 PGPASSWORD 或 ~/.pgpass。',
  }),
  'server-unreachable': ({ path, reason }) => ({
    message: `${path} 的服务器没有应答：${reason}。`,
    hint: '请检查服务器是否在运行，以及 --db 或 LIAISON_DB 给出的主机和端口。',
  }),
  'server-refuses': ({ path, reason }) => ({
    message: `${path} 的服务器拒绝连接：${reason}。`,
    hint: '请检查地址中的用户和数据库；密码取自 PGPASSWORD 或 ~/.pgpass。',
  }),
  'server-forbids': ({ path, reason }) => ({
    message: `登录 ${path} 的账号无权这样做：${reason}。`,
    hint: '请向数据库管理员申请工作所需的角色。',
  }),
  'server-lost': ({ path }) => ({
    message: `与 ${path} 的服务器的连接已断开，未完成的内容已撤回。`,
    hint: '请用 `liaison log list` 查看上一条命令是否已记录；没有则重做。',
  }),
  'actor-other': ({ as, login }) => ({
    message: `在服务器上，经办人就是登录的账号 ${login}，不能写成 ${as}。`,
    hint: '请去掉 --as，或用经办人本人的账号登录。',
  }),
  'server-only': ({ path, what }) => ({
    message:
      what === 'rights'
        ? `${path} 是文件：能读写该文件的人，就能读写其全部内容。`
        : `${path} 是文件：不记录读取情况。`,
    hint: '权限和读取记录是服务器才有的；迁移到服务器：liaison database move --to postgres://用户@主机/数据库',
  }),
  'role-not-found': ({ role, path }) => ({
    message: `${path} 的服务器上没有“${role}”这个角色。`,
    hint: '请服务器管理员先建立该账号。',
  }),
  'role-unbound': ({ role, path }) => ({
    message: `“${role}”是 ${path} 的所有者或服务器管理员，权限约束不了该角色。`,
    hint: '请授予不是所有者的角色；所有者只用于维护。',
  }),
  'part-missing': ({ path }) => ({
    message: `${path} 已按辖区分开存放，本辖区是后来新增的，还没有存放诉求的位置。未写入任何内容。`,
    hint: '请数据库所有者迁移到新的模式（liaison database move），再按辖区分开存放。',
  }),
  'server-unfit': ({ path, version, encoding }) => ({
    message: `${path} 的服务器不能存放本工具的数据库：PostgreSQL ${version}，编码 ${encoding}。`,
    hint: '需要 PostgreSQL 14 或更高版本，数据库编码为 UTF8。',
  }),
  'database-foreign': ({ path }) => ({
    message: `${path} 不是本工具的数据库，未作改动。`,
    hint: '请检查 --db 或 LIAISON_DB 给出的文件名。',
  }),
  'database-damaged': ({ path, reason }) => ({
    message: `数据库 ${path} 已损坏：${reason}。`,
    hint: '请原样保留该文件的副本，用最近的备份继续工作。',
  }),
  'slips-none': ({ unit, overdue }) => ({
    message: overdue ? `${unit}主办的诉求没有逾期的。` : `${unit}没有未办结的主办诉求。`,
    hint: `该单位主办的诉求：liaison appeal list --lead ${unit} --all`,
  }),
  'reminder-refused': ({ number, unit }) => ({
    message:
      unit === null
        ? `诉求 ${number} 尚未派单，没有可催办的单位。`
        : `诉求 ${number} 已办结，不再向${unit}催办。`,
    hint:
      unit === null
        ? `请先派单：liaison appeal transfer ${number} 单位`
        : `办理经过：liaison appeal show ${number}`,
  }),
  'issuers-missing': ({ option }) => ({
    message: `${option} 要印上发布机关，而发布机关尚未登记。`,
    hint: '请登记：liaison jurisdiction set --issuer 名称；已公布的各期仍按当时登记的印。',
  }),
  'arrangement-not-in-format': ({ option, format }) => ({
    message: `${option} 只用于 docx 文档，${format} 没有这种版式。`,
    hint: '请输出文档：-o 文件.docx',
  }),
  'day-past': ({ option, day }) => ({
    message: `${option} ${day} 已经过去。`,
    hint: '请给出今天或以后的日期。',
  }),
  'numbers-unchanged': ({ number, before }) => ({
    message:
      before === null
        ? `第 ${String(number)} 期是首期，此前没有公布过号码。`
        : `第 ${String(number)} 期与第 ${String(before)} 期公布的号码相同。`,
    hint: '其他变动：liaison roster diff',
  }),
  'print-not-arranged': ({ edition, option }) => ({
    message: `第 ${String(edition)} 期公布时的版式没有 ${option}，只能按原样打印。`,
    hint: '请去掉该选项再打印；今后公布的各期均可使用。',
  }),
  'layout-newer': ({ edition, layout, known }) => ({
    message: `第 ${String(edition)} 期按第 ${String(layout)} 版式公布，本工具只认识到第 ${String(known)} 版式。`,
    hint: '请使用公布该期的较新版本。',
  }),
  'database-newer': ({ path, version, known }) => ({
    message: `数据库 ${path} 的结构版本为 ${version}，本工具只认识到 ${known}。`,
    hint: '请使用写入该文件的较新版本。',
  }),
  'database-on-network': ({ path, system }) => ({
    message: `${path} 在网络文件系统（${system}）上，两台机器同时写入可能毁坏数据库。`,
    hint: '请把数据库放在本机磁盘上；多台机器写入时应使用 PostgreSQL 服务器。如确只有本机写入：--network-anyway',
  }),
  'field-unknown': ({ field, valid }) => ({
    message: `结果中没有字段“${field}”。`,
    hint: `可用字段：${valid.join('、')}`,
  }),
  'config-invalid': ({ file, line, reason }) => ({
    message: `无法读取 ${file}${line === null ? '' : `:${String(line)}`}：${reason}。`,
    hint: '每行写法：键 = "值"。可用的键：db、in、lang、as（最后一个仅限本人目录）。',
  }),
  'database-older': ({ path, version, known }) => ({
    message: `数据库 ${path} 为旧版本（${version}，本版本为 ${known}）。`,
    hint: '下一条使用它的命令会自动升级，原文件另存一份：liaison status',
  }),
  'passphrase-wrong': ({ file }) => ({
    message: `口令打不开 ${file}。`,
    hint: '请再试一次；没有口令，谁也打不开该备份。',
  }),
  'passphrase-short': ({ file, least }) => ({
    message: `${file} 第一行太短，不能作口令。`,
    hint: `请把口令写在第一行，至少 ${String(least)} 个字符。`,
  }),
  'backup-locked': ({ file }) => ({
    message: `${file} 已用口令加密。`,
    hint: '请指定第一行为口令的文件：--passphrase-file 文件',
  }),
  'backup-folder-missing': ({ folder }) => ({
    message: `目录 ${folder} 不存在。`,
    hint: '是否已接好U盘或移动硬盘？否则请先建立目录；本工具不自建目录，以免备份落到别的磁盘。',
  }),
  'system-too-old': ({ faults, there }) => ({
    message: `本机（${there}）无法加载任何数据库引擎：${faults
      .map(({ engine, reason }) => `${engine}：${reason}`)
      .join('；')}。`,
    hint: '需要：better-sqlite3 要求 glibc 2.34 以上；node-sqlite 要求自带 SQLite 的 Node 22.18 以上。自带 Node 的安装包满足后者。',
  }),
  'database-folder-missing': ({ path, folder }) => ({
    message: `${path} 所在目录 ${folder} 不存在。`,
    hint: '请先建立目录，或检查文件名。',
  }),
  'database-altered': ({ path, findings }) => ({
    message: `${path} 与本工具写入时不符，无法显示；发现问题 ${String(findings)} 处。`,
    hint: '查看问题：liaison database check。恢复备份：liaison database restore',
  }),
  'database-half-made': ({ path }) => ({
    message: `数据库 ${path} 新建到一半便中断，其中没有内容。`,
    hint: '请重新新建：liaison init --name 名称 --code 编码',
  }),
  'database-read-only': ({ path }) => ({
    message: `数据库 ${path} 只能读取。`,
    hint: '请取得该文件及其目录的写权限。',
  }),
  'database-not-openable': ({ path, reason }) => ({
    message: `无法打开数据库 ${path}：${reason}。`,
    hint: '请检查该文件及其目录的权限。',
  }),
  'disk-full': ({ path }) => ({
    message: `${path} 所在磁盘已满。未写入任何内容。`,
    hint: '请腾出空间后重试。',
  }),

  interrupted: () => ({ message: '已中断。未写入任何内容。' }),
};

export const problems: ProblemTexts = {
  'value-missing': ({ column }) => `“${column}”为空。`,
  'value-not-allowed': ({ column, value, allowed }) =>
    `“${column}”：不认识“${value}”。可用：${list(allowed)}。也可用 --map-value "${column}:原词=含义" 指明。`,
  'count-not-a-number': ({ column, value }) => `“${column}”：“${value}”不是件数。`,
  'count-marked': ({ column, value }) =>
    `“${column}”：“${value}”的件数旁有标记。请把标记移到另一列，或删去。`,
  'count-several': ({ column, value }) => `“${column}”：“${value}”中不止一个数字，一格只能填一个件数。`,
  'code-not-exact': ({ column, value }) =>
    `“${column}”：“${value}”原是编码，已被表格软件转成数值。请将该列设为文本格式后重新填写。`,
  'name-not-valid': ({ column, value }) => `“${column}”：“${value}”不是名称。`,
  'time-serial': ({ column, value }) =>
    `“${column}”：“${value}”是表格软件内部的日期序号。请将该列设为日期格式，保存后重新导入。`,
  'time-order': ({ column, value }) =>
    `“${column}”：“${value}”不以年份开头。请说明顺序：--dates mdy（月在前）或 --dates dmy（日在前）。`,
  'day-too-early': ({ column, value }) => `“${column}”：“${value}”早于 1990 年，通常是程序在无日期时填入的。`,
  'phone-zero-lost': ({ column, value }) =>
    `“${column}”：“${value}”的区号缺少开头的 0，已被表格软件转成数值。请写作 0${value.slice(0, 3)}-…，并将该列设为文本格式。`,
  'count-day': ({ column, value }) =>
    `“${column}”：单元格设为日期格式（${value}）。请改为数值格式并核对后重新导入。`,
  'cell-truth': ({ column, value }) => `“${column}”：此处应为数字或日期，单元格却是 ${value}。`,
  'count-scientific': ({ column, value }) =>
    `“${column}”：“${value}”是科学计数法，数字已丢失。请把该列设为文本或数值格式后重新导出。`,
  'count-rounded': ({ column, value }) =>
    `“${column}”：“${value}”是约数，需要准确件数；或加 --allow-rounded 接受并作标记。`,
  'percentage-not-valid': ({ column, value }) =>
    `“${column}”：“${value}”不是印出的数值。例如：66.75、66.75%，没有基数的写“—”。`,
  'line-not-figures': ({ value }) =>
    `“${value}”既不是占比也不是合计。例如：直接答复 36516/54706 66.75%，或 36516+18190=54706。`,
  'count-negative': ({ column, value }) => `“${column}”：“${value}”小于零。`,
  'count-fraction': ({ column, value }) => `“${column}”：“${value}”不是整数。`,
  'count-too-large': ({ column, value }) => `“${column}”：“${value}”过大，不会是件数。`,
  'year-not-valid': ({ column, value }) => `“${column}”：“${value}”不是年度。`,
  'day-not-valid': ({ column, value }) => `“${column}”：“${value}”不是日期。例如：2022-01-18。`,
  'time-not-valid': ({ column, value }) => `“${column}”：“${value}”不是时间。例如：2022-02-07 09:30。`,
  'phone-not-valid': ({ column, value }) => `“${column}”：“${value}”不是电话号码。`,
  'phones-run-together': ({ column, value }) => `“${column}”：“${value}”像是两个号码连在一起，请用“、”分开。`,
  'text-destroyed': ({ column, value }) => `“${column}”：“${value}”的文字已丢失，请重新导出为“CSV UTF-8”。`,
  'text-too-long': ({ column, length, limit }) =>
    `“${column}”有 ${String(length)} 个字符，最多 ${String(limit)} 个。`,
  'cell-not-computed': ({ column }) =>
    `“${column}”：单元格是公式，文件中没有存下计算结果。请用 Excel 或 WPS 打开、保存后重新导入。`,
  'cell-error': ({ column, value }) => `“${column}”：单元格显示错误值 ${value}。请改正公式，或直接填写数值。`,
  'cell-no-day': ({ column, value }) =>
    `“${column}”：单元格设为日期格式，其数值不是日期（${value}）。请改为数值格式后核对。`,
  'cell-day': ({ column, value }) =>
    `“${column}”：此处应为文字，单元格却是日期 ${value}，可能由 Excel 自动转换。请将单元格设为文本格式后重新填写。`,
  'cells-too-many': ({ expected, found }) =>
    `此行有 ${String(found)} 格，表头只有 ${String(expected)} 格。文字中有逗号时，请给文字加引号。`,
  'quote-not-closed': () => '引号不成对。',
  'cells-merged': ({ range }) => `单元格 ${range} 已合并，只有首行有值。请取消合并并填充，或加 --fill-down。`,
  'total-row-differs': ({ label, column, stated, sum }) =>
    `“${label}”：“${column}”为 ${String(stated)}，以上各行之和为 ${String(sum)}。`,
  'unit-unknown': ({ name, suggestions }) =>
    `没有名为“${name}”的单位。${meant(suggestions)}` +
    (suggestions[0] === undefined
      ? '如为新单位：liaison unit add，或 volume import --add-units。'
      : `如是：liaison unit alias ${quote(suggestions[0])} ${quote(name)}；如为新单位：volume import --add-units。`),
  'unit-ambiguous': ({ name, matches }) => `“${name}”对应多个单位：${list(matches)}。`,
  'code-and-name-differ': ({ unitCode, unit, name }) =>
    `编码 ${unitCode} 是${unit}，名称却是“${name}”。请改正其一，或增加别名。`,
  'desk-form-missing': ({ name }) => `未说明${name}的设置形式，也没有生效的归类结果可依。`,
  'time-too-early': ({ earliest }) => `时间早于 ${earliest}，诉求不可能这么早。`,
  'number-personal': ({ column }) => `“${column}”中含有姓名或电话：编号不得透露诉求人。`,
  'times-not-in-order': ({ earlier, later }) =>
    earlier === 'now'
      ? `${codeNames.lifeTime[later]}时间晚于现在。`
      : `${codeNames.lifeTime[later]}时间早于${codeNames.lifeTime[earlier]}时间。`,
  'history-gap': ({ unit, holder }) =>
    unit === null && holder === null
      ? `当时在${codeNames.transferDesk}，没有单位承办；用 --allow-gaps 可照录并标明。`
      : `当时不在${unit ?? codeNames.transferDesk}，而在${holder ?? codeNames.transferDesk}；用 --allow-gaps 可照录并标明。`,
  'history-no-target': () => '已转办，但未写明接收单位。',
  'appeal-not-known': ({ number }) =>
    `没有诉求 ${number}；请先导入诉求（liaison appeal import 文件），或用 --add-missing 一并录入。`,
  'life-without-unit': () => '已签收，但未写明由哪个单位签收：请指明承办单位列。',
  'status-behind-times': ({ state, reached }) =>
    `状态为“${codeNames.state[state]}”，而时间已到“${codeNames.state[reached]}”。`,
  'unit-twice': ({ name, first }) => `${name}重复出现；首次在${where(first)}。`,
  'code-twice': ({ unitCode, first }) => `${unitCode} 重复出现；首次在${where(first)}。`,
  'bulletin-cell-unknown': ({ name, suggestions }) =>
    `没有指标“${name}”，相近的有：${suggestions.join('、')}。`,
  'bulletin-cell-differs': ({ name, said, is }) => `“${name}”写作 ${said}，统计为 ${is}。`,
  'bulletin-other-way': ({ value }) => `“${value}”的升降方向与统计相反。`,
  'bulletin-brace-broken': () => '花括号不成对，其中的指标无法识别。',
  'bulletin-own-figure': ({ value }) => `“${value}”不是本期的指标数值。`,
  'name-twice': ({ name, first }) => `“${name}”重复出现；首次在${where(first)}。`,
  'unit-like': ({ name, unit, as }) =>
    `“${name}”是${unit}的${readingWord(as)}。如为同一单位，请在文件中改用其名称；如为另一单位：liaison unit add ${quote(name)} --new`,
  'row-maybe-heading': ({ name }) =>
    `“${name}”独占一行，可能是分组标题。请删去该行；如确为单位：liaison unit add ${quote(name)}`,
  'name-taken': ({ name, unit }) => `“${name}”已是${unit}的名称。`,
  'volume-empty': ({ name }) => `${name}此行没有件数。`,
  'total-disagrees': ({ name, total, parts, recorded }) =>
    `${name}：合计 ${String(total)} 与各渠道之和 ${String(parts)} 不符` +
    (recorded[0] === undefined
      ? '。'
      : `，其中已登记${list(recorded.map(({ channel, count }) => `${channelWord(channel)} ${String(count)}`))}。请改正文件，或更正已登记的件数：liaison volume set ${quote(name)} 年度 --channel ${recorded[0].channel} --count 件数 --reason 原因`),
  'undo-later-import': ({ number }) => `第 ${String(number)} 批导入以它为依据。`,
  'undo-changed-since': ({ unit }) => `${unit} 此后经手工改动。`,
  'undo-later-operation': ({ operation, command }) =>
    `第 ${String(operation)} 号操作（${command}）以它为依据：liaison undo ${String(operation)}`,
  'undo-run-adopted': ({ run }) => `第 ${String(run)} 号归类结果已审定。`,
  'undo-later-run': ({ run }) => `第 ${String(run)} 号归类结果在其后作出，沿用了该决定。`,
  'undo-ruling-superseded': ({ ruling, by }) =>
    `第 ${String(ruling)} 号裁定已由第 ${String(by)} 号裁定取代。`,
  'undo-ruling-followed': ({ ruling, numbers }) =>
    `已按第 ${String(ruling)} 号裁定转办的诉求：${list(numbers)}。`,
  'undo-ruling-there': ({ matter }) => `事项“${matter}”现已另有裁定。`,
  'undo-study-closed': ({ study }) => `第 ${String(study)} 号专题研究现已落实销号。`,
  'undo-study-gone': ({ study }) => `第 ${String(study)} 号专题研究已撤销，不能再销号。`,
  'undo-rules-applied': ({ code, numbers }) => `此后登记的诉求已按 ${code} 计算时限：${list(numbers)}。`,
  'undo-name-taken': ({ name, units }) => `“${name}”现已另有所指：${list(units)}。`,
  'undo-unit-holds': ({ unit, numbers }) => `${unit}尚有未办结诉求：${list(numbers)}。`,
  'undo-appeals-touched': ({ numbers }) => `这些诉求此后已有办理：${list(numbers)}。`,
  'undo-appeals-studied': ({ numbers }) => `该批诉求已列入第 ${list(numbers.map(String))} 号专题研究。`,
  'undo-appeals-corrected': ({ count }) =>
    `该批还更正了 ${String(count)} 件原有诉求，请逐件改回：liaison appeal correct`,
  'undo-unit-in-use': ({
    unit,
    counts,
    desks,
    offices,
    subordinates,
    appeals,
    rulings,
    studies,
    editions,
    successions,
  }) =>
    `${unit} 此后已被使用：` +
    `${usesOf({ 件数: counts, '机构（岗位）': desks, 内设机构: offices, 下属单位: subordinates, 诉求: appeals, 裁定: rulings, 专题研究: studies, 名册条目: editions, 合并或拆分: successions })}。`,
  'bands-missing': () => '没有分档。',
  'band-empty': ({ tier }) => `${tierWord(tier)}：本档中没有任何数。`,
  'band-twice': ({ tier }) => `${tierWord(tier)}出现两次。`,
  'bands-out-of-order': ({ tier, above }) =>
    `${tierWord(tier)}不在${tierWord(above)}之下：类别越高，界限应越高。`,
  'bands-overlap': ({ tier, above, from, to }) =>
    `${tierWord(tier)}与${tierWord(above)}重叠：${span(from, to)}同属两档。`,
  'bands-gap': ({ tier, above, from, to }) =>
    `${tierWord(tier)}与${tierWord(above)}之间有空档：${span(from, to)}不属任何一档。`,
  'band-not-open': ({ tier, from }) =>
    `最高一档${tierWord(tier)}设有上限：${String(from)} 以上不属任何一档。请去掉上限。`,
  'zero-missing': ({ tier, to }) => `最低一档${tierWord(tier)}没有到零：${span(0, to)}不属任何一档。`,
  'category-not-covered': ({ category }) =>
    `${codeNames.category[category as keyof typeof codeNames.category]}另定有类别，却不在适用类别之内。`,
  'bound-not-valid': ({ value }) => `${value} 不是界限。例如："1000+"（含 1000）、"over:1000"（不含 1000）。`,
  'field-unknown': ({ field }) => `不认识“${field}”，是否拼写有误？`,
  'day-in-future': ({ name, value }) => `${name}：日期 ${value} 晚于今天。`,
  'field-missing': ({ field }) => `缺少“${field}”。`,
  'field-not-valid': ({ field, value, allowed }) =>
    `“${field}”：${value} 无效。` + (allowed.length === 0 ? '' : `可用：${list(allowed)}。`),
  'file-not-read': ({ code, details }) => {
    const describe = errors[code as ErrorCode] as (of: unknown) => ErrorText;
    const { message, hint = '' } = describe(details);
    return `${message}${hint}`;
  },
  'unit-ended-before': ({ name, unit, until }) =>
    `${name} 是 ${unit} 的名称，该单位已于 ${until} 撤销。如恢复设立：liaison unit add ${quote(name)} --same；如为另一单位：liaison unit add ${quote(name)} --new`,
  'unit-ended': ({ name, until, successors }) =>
    `“${name}”已于 ${until} 撤销。` + (successors.length === 0 ? '' : `职责并入：${list(successors)}。`),
  'rules-case-missing': ({ kind, channel, priority }) =>
    `没有时限适用于${kindWord(kind)}、${channelWord(channel)}、${priorityWord(priority)}。请在最后加一条不设条件的时限。`,
  'calendar-span-wrong': ({ from, until, longest }) =>
    until < from
      ? `结束日期 ${until} 早于开始日期 ${from}。`
      : `${from} 至 ${until} 超过 ${String(longest)} 天，没有这么长的假期。`,
  'calendar-day-twice': ({ day, first }) => `${day} 出现两次，首次在 ${where(first)}。`,
  'calendar-day-as-usual': ({ day }) => `${day} 不是周末，本就上班，无须通知。日期是否有误？`,
  'calendar-day-other-year': ({ day, year }) => `${day} 不属于 ${String(year)} 年的通知。`,
  'years-differ': ({ year, asked }) => `此处年度为 ${String(year)}，而 --year 为 ${String(asked)}。`,
};

function usesOf(uses: Readonly<Record<string, number>>): string {
  const there = Object.entries(uses).filter(([, count]) => count > 0);
  return there.map(([what, count]) => `${what} ${String(count)}`).join('、');
}

function span(from: number, to: number | null): string {
  if (to === null) return `${String(from)} 以上`;
  return from === to ? String(from) : `${String(from)} 至 ${String(to)}`;
}
