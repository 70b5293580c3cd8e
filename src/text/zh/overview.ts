import type { Texts } from '../shape.ts';
import { n } from '../numbers.ts';

export const statusViews: Texts['views']['status'] = {
  title: (name) => `${name}：工作进展`,
  year: '当前年度',
  noYear: '还没有办理量',
  units: '单位',
  unitCounts: (inScheme, counted) => `纳入 ${n(inScheme)}，有办理量 ${n(counted)}`,
  run: '生效的归类结果',
  draft: '归类草案',
  noRun: '无',
  runOf: (number, year) => `${n(year)} 年度第 ${n(number)} 号`,
  desks: '机构（岗位）不完整',
  edition: '现行名册',
  noEdition: '无',
  editionOf: (number, on) => `第 ${n(number)} 期（${on}）`,
  unpublished: '未发布的变动',
  appeals: '诉求',
  waiting: (unassigned, held) => `在转办席 ${n(unassigned)}，在单位 ${n(held)}`,
  adoptReason: ' --reason 理由',
  steps: {
    init: 'liaison init',
    units: 'liaison unit import 文件.csv',
    volumes: 'liaison volume import 文件.csv --year 年度',
    classify: 'liaison tier classify --year 年度',
    adopt: 'liaison tier adopt 编号 --document-no 文号',
    desks: 'liaison desk check',
    check: 'liaison desk check',
    publish: 'liaison roster preview',
    done: 'liaison appeal list',
  },
};

export const annualViews: Texts['views']['annual'] = {
  step: (name) => `── ${name}`,
  steps: {
    init: '新建数据库',
    units: '导入单位名录',
    volumes: '导入办理量并确定名称',
    classify: '归类',
    adopt: '审定归类结果',
    desks: '收集机构（岗位）信息',
    check: '检查机构（岗位）',
    publish: '起草并发布名册',
    done: '完成',
  },
  done: (year, edition) =>
    edition === null
      ? `已有以后年度的归类结果生效，${n(year)} 年度的工作已完成。`
      : `${n(year)} 年度的工作已完成：第 ${n(edition)} 期名册已发布。`,
  paused: (year) => `继续：liaison annual ${n(year)}`,
  stopped: (year) => `到此停止，已完成的保持不变。继续：liaison annual ${n(year)}`,
};
