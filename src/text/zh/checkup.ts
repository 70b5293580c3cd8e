import type { CheckupState } from '../../domain/checkup.ts';
import type { Texts } from '../shape.ts';

type Values = Readonly<Record<string, string>>;

const states: Readonly<
  Record<CheckupState, (of: Values) => { readonly found: string; readonly remedy?: string }>
> = {
  node: ({ system }) => ({ found: system ?? '' }),
  engine: ({ engine, driver }) => ({ found: `${engine ?? ''}（${driver ?? ''}）` }),
  glibc: ({ glibc }) => ({ found: glibc ?? '' }),
  'glibc-none': () => ({ found: '本系统没有，也不需要' }),
  'glibc-old': ({ glibc }) => ({ found: `${glibc ?? ''}：改用 Node 自带的 SQLite 打开数据库（加载项要求 2.34）。` }),
  'glibc-too-old': ({ glibc }) => ({ found: `${glibc ?? ''} 低于 Node 所要求的 2.28。`, remedy: '请使用较新的系统版本。' }),
  console: ({ locale, width }) => ({ found: `${locale ?? ''}，${width ?? ''} 列` }),
  'console-no-locale': () => ({ found: '环境未设定区域，按 UTF-8 输出。', remedy: '如中文显示异常：export LANG=C.UTF-8' }),
  'console-not-utf8': ({ locale }) => ({ found: `区域设置 ${locale ?? ''} 不是 UTF-8，中文可能显示异常。`, remedy: 'export LANG=zh_CN.UTF-8（或 C.UTF-8）' }),
  clock: ({ now }) => ({ found: now ?? '' }),
  'clock-early': ({ now, madeOn }) => ({ found: `时钟为 ${now ?? ''}，早于本版本发布的 ${madeOn?.slice(0, 7) ?? ''}。`, remedy: '请校准本机时钟：时限与日志均以其为准。' }),
  'clock-behind': ({ now, last }) => ({ found: `时钟为 ${now ?? ''}，但已有 ${last ?? ''} 的记录。`, remedy: '请校准本机时钟；校准前不予写入。' }),
  zone: ({ zone }) => ({ found: zone ?? '' }),
  'zone-other': ({ zone, usual }) => ({ found: `${zone ?? ''}：日期仍按辖区时区（未设定时为 ${usual ?? ''}）计算。` }),
  database: ({ path, schema }) => ({ found: `${path ?? ''}，${schema ?? ''}` }),
  'database-none': ({ path }) => ({ found: `${path ?? ''} 处没有数据库。`, remedy: 'liaison 新建，或用 --数据库 指定' }),
  'database-older': ({ path }) => ({ found: `${path ?? ''} 为旧版本；下一条使用它的命令会自动升级并另存原文件。`, remedy: '请先备份，并确认没有旧版程序在用。' }),
  'database-bad': ({ reason }) => ({ found: reason ?? '', remedy: 'liaison 数据库 检查' }),
  rights: () => ({ found: '文件及目录可写' }),
  'rights-read-only': ({ path }) => ({ found: `${path ?? ''} 或其目录不可写。`, remedy: '请取得两者的写权限，或把数据库放在本人目录。' }),
  'rights-wide': ({ mode, path }) => ({ found: `本机其他用户可读取该文件（${mode ?? ''}）。`, remedy: `chmod 600 ${path ?? ''}` }),
  'place-local': () => ({ found: '本机磁盘' }),
  'place-removable': () => ({ found: '可拔出的磁盘。', remedy: '请把数据库放在本机磁盘，U盘只存备份。' }),
  'place-synchronised': ({ name }) => ({ found: `“${name ?? ''}”由其他程序同步到别处，可能损坏数据库，并带走群众信息。`, remedy: '请移到不同步的目录。' }),
  'place-network': ({ name }) => ({ found: `网络文件系统（${name ?? ''}），两台机器同时写入可能毁坏数据库。`, remedy: '请移到本机磁盘；多台机器写入应使用 PostgreSQL。' }),
  space: ({ needed }) => ({ found: `${needed ?? ''} MB 以上，够用` }),
  'space-low': ({ free, needed }) => ({ found: `剩余 ${free ?? ''} MB；备份、导入或升级可能需要 ${needed ?? ''} MB。`, remedy: '请腾出空间。' }),
  fonts: () => ({ found: '公文字体齐全' }),
  'fonts-unknown': () => ({ found: '无法得知本机字体。', remedy: '发出前请查看印制效果。' }),
  'fonts-some': ({ missing }) => ({ found: `缺少：${missing ?? ''}。本机以其他字体代替显示，文档中仍写明应有字体。`, remedy: '请在装有这些字体的机器上打印，或予安装。' }),
  'fonts-none': ({ missing }) => ({ found: `没有中文字体；公文需要 ${missing ?? ''}。`, remedy: '请安装，Debian、UOS 至少：apt install fonts-noto-cjk' }),
  calendar: ({ years }) => ({ found: `已有放假安排：${years ?? ''}` }),
  'calendar-missing': ({ years }) => ({ found: `没有 ${years ?? ''} 年放假安排，跨入该年的时限无法计算。`, remedy: 'liaison 日历 导入 文件（国务院办公厅通知）' }),
  backup: ({ day, days }) => ({ found: `${day ?? ''}，${days ?? ''} 天前` }),
  'backup-old': ({ day, days }) => ({ found: `上次备份为 ${day ?? ''}，已过 ${days ?? ''} 天。`, remedy: 'liaison 数据库 备份 --至 目录 --保留份数 30' }),
  'backup-none': () => ({ found: '从未备份。', remedy: 'liaison 数据库 备份 --至 目录 --保留份数 30' }),
}; // prettier-ignore

export const checkupViews: Texts['views']['checkup'] = {
  title: '体检',
  grade: '结果',
  subject: '项目',
  found: '情况',
  grades: { ok: '正常', note: '提示', bad: '须处理' },
  subjects: {
    node: '系统',
    engine: '引擎',
    glibc: 'C 语言库',
    console: '控制台',
    clock: '时钟',
    zone: '时区',
    database: '数据库',
    rights: '权限',
    place: '目录',
    space: '剩余空间',
    fonts: '字体',
    calendar: '日历',
    backup: '上次备份',
  },
  states,
  sound: '无须处理。',
  unsound: (count) => `须处理 ${String(count)} 项`,
};

export const configViews: Texts['views']['config'] = {
  title: '设置',
  key: '设置项',
  value: '值',
  source: '来源',
  sources: { option: '命令行', environment: '环境变量', file: '文件', default: '默认' },
  read: (path) => `已读取：${path}`,
  own: (path) => `本人设置可写在 ${path}`,
  ignored: (path, keys) => `${path}：${keys.join('、')} 不起作用（可用 db、in、lang；as 仅限本人目录的文件）`,
};
