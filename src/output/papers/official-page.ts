import { displayWidth } from '../wrap.ts';

/** Twentieths of a point, in which Word measures, to a millimetre. */
export const mm = (length: number): number => Math.round((length / 25.4) * 1440);

/**
 * The official page, GB/T 9704-2012: A4, top margin 37 mm, binding edge 28 mm, text block 156 × 225 mm; 22 lines of 28
 * characters of 16 pt, so a line is 225 mm / 22 high.
 */
export const page = {
  width: mm(210),
  height: mm(297),
  top: mm(37),
  left: mm(28),
  right: mm(210 - 28 - 156),
  bottom: mm(297 - 37 - 225),
  /** Rounded down, so that 22 lines fit. */
  line: 579,
  acrossMargin: mm(25),
};

/** Width of the text on an upright page, in twentieths of a point. */
export const textWidth = page.width - page.left - page.right;
/** Width of the text on a page that lies. */
export const acrossWidth = page.height - page.top - page.bottom;

/** How many Chinese characters wide a text is. */
export const charactersOf = (text: string): number => displayWidth(text) / 2;

/** Fonts by name: those of official papers, as Windows and WPS call them. */
export const fonts = {
  body: { ascii: 'FangSong_GB2312', eastAsia: '仿宋_GB2312', hAnsi: 'FangSong_GB2312', cs: '仿宋_GB2312' },
  title: {
    ascii: 'FZXiaoBiaoSong-B05S',
    eastAsia: '方正小标宋简体',
    hAnsi: 'FZXiaoBiaoSong-B05S',
    cs: '方正小标宋简体',
  },
  black: { ascii: 'SimHei', eastAsia: '黑体', hAnsi: 'SimHei', cs: '黑体' },
  kai: { ascii: 'KaiTi_GB2312', eastAsia: '楷体_GB2312', hAnsi: 'KaiTi_GB2312', cs: '楷体_GB2312' },
  song: { ascii: 'SimSun', eastAsia: '宋体', hAnsi: 'SimSun', cs: '宋体' },
};

/** Sizes in half points: 2号, 3号, 4号, 5号, 小5号. */
export const sizes = { title: 44, body: 32, page: 28, table: 21, small: 18 };
