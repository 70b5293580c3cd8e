import { closeSync, openSync, writeSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words of which complaints are made, and signs that stand between them. */
const words =
  '路灯 不亮 供暖 不热 噪音 扰民 垃圾 清运 井盖 丢失 停车 占道 医保 报销 公交 线路 学校 招生 物业 收费 漏水 电梯 故障 小区 业主 反映 希望 尽快 处理 街道 施工 夜间 影响 休息 社区 门口 多次 没有 解决 道路 积水 绿化 树木 修剪 油烟 饭店 退款 商家 预付卡 工资 拖欠 工地 扬尘 车辆 红绿灯 公园 卫生 老人 补贴 低保 户口 办理 房产证 开发商 延期 交房 水压 停水 停电 燃气 管道 充电桩 电动车'.split(
    ' ',
  );
const signs = Array.from(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定',
);

/** Numbers that look like chance and are the same in every run. */
function makeChance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function listUnits(): string[] {
  const file = readFileSync(join(import.meta.dirname, '..', '..', 'fixtures/dezhou/units.csv'), 'utf8');
  return file
    .split('\n')
    .slice(1)
    .flatMap((line) => line.split(',')[2] ?? []);
}

/** Writes a file of appeals of one year, in the order in which they came in: about 230 bytes each. */
export function writeAppeals(path: string, count: number): void {
  const chance = makeChance(7);
  const units = listUnits();
  const pick = (list: readonly string[]): string => list[chance(list.length)] ?? '';
  const year = Date.UTC(2022, 0, 1);
  const local = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
  const file = openSync(path, 'w');
  let text = '工单编号,受理时间,派单时间,渠道,诉求性质,标题,内容,承办单位\n';
  for (let at = 0; at < count; at += 1) {
    const received = year + Math.floor((at * 31_500_000) / count) * 1000;
    const sent = received + (60 + chance(7140)) * 1000;
    const said = Array.from({ length: 22 }, () => (chance(10) < 7 ? pick(words) : pick(signs))).join('');
    const title = pick(words) + pick(words) + pick(words);
    text += `GD2022${String(at).padStart(8, '0')},${local(received)},${local(sent)},${at % 3 === 0 ? '网络' : '热线'},${pick(['投诉', '求助', '咨询', '建议'])},${title},${said}。,${pick(units)}\n`;
    if (text.length < 1 << 20) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
}
