import type { Texts } from '../shape.ts';

export const initViews: Texts['views']['init'] = { done: (name, path) => `已新建${name}的数据库：${path}` };

export const jurisdictionViews: Texts['views']['jurisdiction'] = {
  title: '辖区',
  code: '代码',
  name: '名称',
  level: '级别',
  scheme: '设置标准',
  timeZone: '时区',
  areaCode: '区号',
  issuers: '发布机关',
  recipients: '主送机关',
  workHours: '工作时间',
  unitLimit: '一件诉求可先后主办的单位数',
  parent: '所属',
  added: (name, code) => `已新增${name}（${code}）。`,
  used: (name, code) => `今后未给出 --in 时即指${name}（${code}）。`,
  usual: '未指明时即指',
  set: (name) => `已修改${name}。`,
};
