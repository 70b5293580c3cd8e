import type { ReportChart } from '../report/report.ts';

const font = '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif';
const width = 960;
const rowHeight = 22;
/** Dark to light, and each drawn in its own way: told apart without colours too. */
const inks = ['#1f4e79', '#7f9fbf', '#c0504d'] as const;
const dashes = ['solid', [8, 4], [2, 3]] as const;

/** Draws a chart of a report as a still picture in SVG: no script, no network; every bar with its figure. */
export async function writeReportSvg(chart: ReportChart): Promise<string> {
  const { init } = await import('./drawing.ts');
  const height = chart.kind === 'bars' ? chart.labels.length * rowHeight + 56 : 320;
  const picture = init(null, null, { renderer: 'svg', ssr: true, width, height });
  const { labels, series, name } = chart;
  const axis = { type: 'category', data: [...labels], axisTick: { show: false }, axisLabel: { fontSize: 12, color: '#222222' } }; // prettier-ignore
  const values = { type: 'value', splitLine: { lineStyle: { color: '#dddddd' } }, axisLabel: { fontSize: 11, color: '#444444' } }; // prettier-ignore
  const longest = labels.reduce((most, label) => Math.max(most, Array.from(label).length), 4);
  picture.setOption({
    ...{ animation: false, backgroundColor: '#ffffff', textStyle: { fontFamily: font, color: '#222222' } },
    title: { text: name, left: 0, top: 0, textStyle: { fontSize: 13, fontWeight: 'normal' } },
    ...(series.length > 1 ? { legend: { top: 0, right: 8, itemWidth: 28 } } : {}),
    grid: chart.kind === 'bars' ? { left: Math.min(300, longest * 12 + 16), right: 72, top: 28, bottom: 24 } : { left: 56, right: 24, top: 36, bottom: 40 }, // prettier-ignore
    ...(chart.kind === 'bars'
      ? { yAxis: { ...axis, inverse: true }, xAxis: values }
      : { xAxis: axis, yAxis: values }),
    series: series.map(({ name: title, values: data }, at) =>
      chart.kind === 'bars'
        ? {
            ...{ name: title, type: 'bar', barWidth: '64%', data: [...data] },
            itemStyle: { color: inks[at % inks.length] },
            label: { show: true, position: 'right', fontSize: 11, color: '#222222' },
          }
        : {
            ...{ name: title, type: 'line', data: [...data], symbol: at === 0 ? 'circle' : 'emptyCircle' },
            lineStyle: { color: inks[at % inks.length], width: 2, type: dashes[at % dashes.length] },
            itemStyle: { color: inks[at % inks.length] },
          },
    ),
  });
  const svg = picture.renderToSVGString();
  picture.dispose();
  return svg;
}
