import type { Texts } from '../shape.ts';
import { n } from '../numbers.ts';

export const privacyViews: Texts['views']['privacy'] = {
  title: '个人信息查阅记录',
  at: '时间',
  by: '操作人',
  shown: '所示内容',
  subject: '对象',
  appeals: '件数',
  reason: '理由',
  count: (count) => `共 ${n(count)} 条`,
  kinds: {
    reveal: '查看原文',
    export: '查看或导出原文列表',
    everything: '导出全部内容',
    slip: '含联系方式的转办单',
    'internal-roster': '内部本名册',
    similar: '与新诉求电话相同',
    'desk-mobiles': '联络人员手机',
    'read-appeals': '读取诉求原文',
    'read-everything': '读取全部原文',
    'read-words': '检索词语',
    'read-text': '检索原文中的字符',
    'read-caller': '检索姓名',
    'read-phones': '检索电话',
    'phone-search': '按电话查找',
    'caller-search': '按姓名查找',
  },
  readings: '服务器记录：读取个人信息原文',
  revealed: '已按原文显示，并记入个人信息查阅记录。',
  list: (count) => `列表 ${n(count)} 件`,
  plan: (before) => `${before} 之前办结的诉求`,
  targets: (appeals, texts) => `将清除个人信息文本 ${n(texts)} 条，涉及诉求 ${n(appeals)} 件`,
  nothing: '没有可清除的内容。',
  confirm: (appeals) => `永久清除这 ${n(appeals)} 件诉求的个人信息？清除后无法恢复。`,
  purged: (appeals, texts) => `已清除个人信息文本 ${n(texts)} 条，涉及诉求 ${n(appeals)} 件。`,
  proof: (lookedFor, found) =>
    found === 0
      ? `已在数据库文件中逐字节查找所清除的 ${n(lookedFor)} 项内容，均无残留。`
      : `已在数据库文件中逐字节查找所清除的 ${n(lookedFor)} 项内容，尚有残留 ${n(found)} 项。`,
  noProof:
    '相关表已重写，不再含所清除的内容。在服务器上无法逐字节证明没有残留：其变更日志、归档和备份会在一段时间内保留原文，保留多久请问服务器管理员。',
  notScrubbed:
    '用查询已读不到这些内容；但在数据库所有者重写相关表之前，其字节仍在服务器的表中，请所有者执行“vacuum full personal_text, appeal_phone, appeal_search, appeal”。服务器的变更日志、归档和备份也会保留一段时间。',
  backups: '此前的备份和导出文件中仍有这些内容，请一并删除。',
  backupsThere: (files) => `数据库旁的备份：${files}`,
};
