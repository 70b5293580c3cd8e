import type { Texts } from '../shape.ts';
import { n } from '../numbers.ts';

export const unitViews: Texts['views']['unit'] = {
  title: (name, count) => `${name}承办单位：${n(count)} 个`,
  code: '编码',
  name: '名称',
  shortName: '简称',
  category: '类别',
  group: '分组',
  leader: '第一责任人',
  outside: '不纳入设置标准',
  volumes: '年办理量',
  tier: '设置类别',
  added: (code, name) => `已新增 ${code} ${name}。`,
  between: (from, until) =>
    `（${[...(from === null ? [] : [`${from} 起`]), ...(until === null ? [] : [`${until} 止`])].join('，')}）`,
  cameOf: '由……并入',
  wentInto: '并入',
  namesLead: (names, unit) => `此后以这些名称报送的，计入${unit}：${names}`,
  namesStay: (names) => `仍可查到（已撤销）：${names}`,
  desksEnd: (units) => `随之终止的机构（岗位）：${units}`,
  rulingsLead: (rulings) => `由其主办的裁定：第 ${rulings} 号`,
  confirmReorganisation: (names) =>
    names.length === 0 ? '确认如上登记？' : `确认如上撤销${names.join('、')}？`,
  stands: (unit, after, sort, shifted) =>
    `${unit}${after === null ? '列首位' : `列${after}之后`}（序号 ${n(sort)}）${shifted === 0 ? '' : `，另有 ${n(shifted)} 个单位顺延`}。`,
  sort: '序号',
  state: '状态',
  endedOn: (on, successors) => `${on} 撤销${successors === '' ? '' : `，由${successors}承接`}`,
  confirmRename: (before, name, on) => `确认${before}自 ${on} 起更名为${name}？`,
  renamed: (before, name, on) => `${before}自 ${on} 起更名为${name}。`,
  ended: (names, on) => `${on} 撤销：${names}`,
  goesOn: (names) => `承接单位：${names}`,
  moved: (numbers) => `一并移交的未办结诉求：${numbers}`,
  waiting: (numbers) => `已转到转办席、待转办的未办结诉求：${numbers}`,
  aliasRemoved: (unit, alias) => `“${alias}”不再是${unit}的名称。`,
  aliased: (name, alias) => `${name}现在也可用“${alias}”查到。`,
};
