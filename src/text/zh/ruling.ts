import type { Texts } from '../shape.ts';
import { n } from '../numbers.ts';

export const rulingViews: Texts['views']['ruling'] = {
  title: (number) => `第 ${n(number)} 号裁定`,
  listTitle: '裁定',
  number: '号',
  matter: '事项',
  lead: '主办单位',
  assists: '协办单位',
  basis: '依据',
  on: '日期',
  decided: '裁定',
  onBy: (on, by) => `${on}，${by}`,
  reach: '适用',
  appeal: '所裁诉求',
  supersedes: '取代裁定号',
  supersededBy: (number) => `已由第 ${n(number)} 号取代`,
  forMatter: '此事项',
  forAppeal: (number) => `诉求 ${number}`,
  formerly: (name) => `原裁定：${name}，已并入`,
  citing: '引用的诉求',
  follows: (ruling, matter, lead) => `事项“${matter}”有第 ${n(ruling)} 号裁定：由${lead}主办。`,
  other: (number, ruling, matter, lead) =>
    `请核对：按第 ${n(ruling)} 号裁定，“${matter}”由${lead}主办，诉求 ${number} 却转给了别的单位。`,
};
