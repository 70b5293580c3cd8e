// What the command pages say around what the program says itself.
export interface PageWords {
  readonly made: string;
  readonly title: string;
  readonly intro: string;
  readonly also: (names: string) => string;
  /** Whether commands have words of their own in the language, and what these are called. */
  readonly hasOwnWords: boolean;
  readonly ownWords: string;
  readonly command: string;
  readonly summary: string;
  readonly argument: string;
  readonly option: string;
  readonly required: string;
  readonly several: string;
  readonly list: string;
  readonly usual: (value: string) => string;
  readonly words: (words: string) => string;
  readonly examples: string;
  readonly forms: (forms: string) => string;
  readonly folder: string;
  readonly result: string;
  readonly noResult: string;
  readonly globalOptions: string;
  readonly exitCodes: string;
  readonly code: string;
  readonly environment: string;
  readonly variable: string;
  readonly shapes: string;
  readonly stop: string;
  readonly comma: string;
}

export const pageWords: Readonly<Record<'en' | 'zh', PageWords>> = {
  en: {
    made: 'Made by `npm run docs` from the program; do not edit.',
    title: 'Commands',
    intro:
      'Every command with its arguments, options and results. `liaison help --json` gives the same as data, `liaison help unit list --json` that of one command.',
    also: (names) => `Also called ${names}.`,
    hasOwnWords: false,
    ownWords: '',
    command: 'command',
    summary: 'what it does',
    argument: 'argument',
    option: 'option',
    required: 'needed',
    several: 'may be given several times',
    list: 'several parted by commas',
    usual: (value) => `unless said: ${value}`,
    words: (words) => `one of ${words}`,
    examples: 'Example:',
    forms: (forms) => `Forms of output: ${forms}.`,
    folder: '`-o` names a folder, into which files are written.',
    result: 'With `--json`:',
    noResult: 'It has no result of its own: it runs other commands, which print theirs.',
    globalOptions: 'Options of every command',
    exitCodes: 'Exit codes',
    code: 'code',
    environment: 'Environment variables',
    variable: 'variable',
    shapes:
      'How results are told: `field?` may be absent, `[string]` is a list, `{ *: number }` has any fields, `a | b` is one of both; words in quotes are the only ones there are.',
    stop: '.',
    comma: ', ',
  },
  zh: {
    made: '由 `npm run docs` 依程序生成，请勿手工修改。',
    title: '命令',
    intro:
      '各命令的参数、选项和输出结果。`liaison help --json` 以数据形式给出同样内容，`liaison help unit list --json` 只给出一条命令的内容。',
    also: (names) => `也可写作 ${names}。`,
    hasOwnWords: true,
    ownWords: '中文写法',
    command: '命令',
    summary: '用途',
    argument: '参数',
    option: '选项',
    required: '必填',
    several: '可多次给出',
    list: '可写多个，以逗号分隔',
    usual: (value) => `默认：${value}`,
    words: (words) => `可选：${words}`,
    examples: '示例：',
    forms: (forms) => `输出形式：${forms}。`,
    folder: '`-o` 写目录，文件写入该目录。',
    result: '加 `--json` 时输出：',
    noResult: '本命令自身没有输出结果：它依次运行其他命令，由各命令输出。',
    globalOptions: '各命令通用的选项',
    exitCodes: '退出码',
    code: '退出码',
    environment: '环境变量',
    variable: '变量',
    shapes:
      '结果的写法：`field?` 表示可能没有该项，`[string]` 表示列表，`{ *: number }` 表示项名不定，`a | b` 表示二者之一；引号中的是全部可能取值。',
    stop: '。',
    comma: '、',
  },
};
