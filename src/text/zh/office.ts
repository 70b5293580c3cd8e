import type { Texts } from '../shape.ts';

export const officeViews: Texts['views']['office'] = {
  title: '内设机构',
  unit: '单位',
  office: '内设机构',
  state: '状态',
  limit: '在用/限额',
  inForce: '在用',
  withdrawnOn: '撤销日期',
  withdrawn: (on) => `${on} 撤销`,
  set: (unit, office, state) => `${unit}${office}：${state}。`,
};
