import type { Texts } from '../shape.ts';

/** 信息公开报表的用语。 */
export const openReportViews: Texts['views']['openReport'] = {
  title: (name) => `${name}群众诉求办理情况（信息公开）`,
  small: '＜3',
  withheld: '※',
  marks: '“＜3”为一件或两件，不公布件数；“※”为防止由合计推算出上述件数而不公布',
  tooFew: (sections) => `件数过少，不予公布：${sections}`,
  figure: '指标',
  rate: '占比%',
  rest: '其余',
  joinedUnits: '其他单位',
  joinedMatters: '其他事项',
  confidential: '保密件',
  joinedNote: '不足三件的单位、事项并入“其他单位”“其他事项”',
  confidentialNote: '保密件不分单位、事项，只计入总数',
  sections: {
    matters: '各单位诉求事项',
    channel: '受理渠道',
    kind: '诉求性质',
    timeliness: '办理时效',
    solved: '解决情况',
    satisfied: '满意情况',
  },
  definitions: [
    ['＜3、※', '一件、两件的不公布；“※”实为三件或以上，为防止推算而一并不公布'],
    ['单位', '期末（或办结时）的主办单位'],
    ['诉求事项', '诉求事项的一级分类'],
  ],
};
