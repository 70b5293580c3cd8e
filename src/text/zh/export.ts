import type { Texts } from '../shape.ts';
import { n } from '../numbers.ts';

const tables: Readonly<Record<string, string>> = {
  appeal: '诉求现状：编号、受理时间、主办单位、状态、到期日',
  appeal_act: '报表所计的办理动作：谁在何时做了什么',
  appeal_event: '每件诉求的流转过程，逐条封存',
  appeal_party: '诉求的主办、协办单位及起止时间',
  appeal_pending: '旧版本留下待补全的诉求，通常为空',
  appeal_phone: '来电号码的加密摘要，供查找',
  appeal_round: '报表所计的办理轮次：自受理至答复',
  batch: '导入批次：文件、种类、行数、经办人',
  batch_change: '一次导入改动的内容，供撤销',
  batch_undo: '已撤销的导入',
  bulletin: '通报各期，已封存',
  calendar_day: '节假日与调休',
  deadline_rules: '各套期限规则',
  deadline_use: '辖区采用的期限规则及起始日期',
  desk: '单位联络机构：形式、电话',
  desk_person: '联络机构人员：分管领导、联络员、备用联络员',
  edition: '名册各期，已封存',
  edition_entry: '各期名册的条目',
  edition_title: '旧版本名册所附名称',
  form_sent: '发给单位填写的采集表',
  header_map: '文件表头与所对应的列',
  jurisdiction: '市及所辖县区',
  matter: '事项目录',
  office: '单位内设机构',
  operation: '操作日志：谁在何时做了什么，逐条相链',
  operation_change: '一次操作改动的内容，供撤销',
  operation_mark: '操作所涉对象',
  operation_seal: '操作写入内容的摘要',
  personal_text: '含个人信息的诉求文字：标题、内容、姓名、电话',
  privacy_log: '谁因何查看了个人信息',
  privacy_log_appeal: '所查看的诉求',
  purge: '个人信息到期清除记录',
  purged_appeal: '已清除个人信息的诉求',
  roster_template: '名册印制所用文字模板',
  ruling: '职责归属裁定',
  run: '机构归类结果',
  run_adoption: '归类结果的审定及文号',
  run_unit: '每次归类中各单位的类别与数据',
  scheme: '归类标准：各档界限',
  scheme_use: '辖区采用的标准及起始日期',
  study: '专题研究',
  study_appeal: '专题研究所涉诉求',
  study_close: '专题研究的结果',
  unit: '单位：代码、名称、类别、起止日期',
  unit_leader: '单位分管领导',
  unit_name: '单位名称与简称及起止日期',
  unit_succession: '单位沿革',
  volume: '单位年办理量，按渠道',
};

export const exportViews: Texts['views']['export'] = {
  exported: (folder, count) => `已写入 ${folder}：${n(count)} 张表，另有 README.txt。`,
  readme: ({ path, schema, at, tables: written }) =>
    `数据库 ${path} 在 ${at} 的全部内容（结构版本 ${schema}）。

这些文件含群众个人信息，请按登记簿同等要求保管，不再需要时予以删除。

每张表一个文件：CSV，UTF-8（带 BOM），逗号分隔，首行为列名。时间为世界时（UTC），日期按辖区时区；*_id 为另一张表的 id；
1 与 0 为是与否；列表与明细为 JSON；字节为十六进制。会被电子表格当作公式的单元格前加有撇号。

${written.map(({ table, rows, columns }) => `${table}.csv（${String(rows)} 行）\n  ${tables[table] ?? table}\n  ${columns.join(', ')}\n`).join('\n')}`,
};
