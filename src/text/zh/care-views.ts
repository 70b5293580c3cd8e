import type { careViews as english } from '../en/care-views.ts';

const n = (value: number): string => String(value);

export const careViews: typeof english = {
  privacy: {
    title: '隐私日志',
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
      slip: '含联系方式的转办单',
      'internal-roster': '内部本名册',
      'phone-search': '按电话查找',
    },
    revealed: '已按原文显示，并记入隐私日志。',
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
    backups: '此前的备份和导出文件中仍有这些内容，请一并删除。',
    backupsThere: (files) => `数据库旁的备份：${files}`,
  },
  search: {
    title: (words) => `含“${words}”的诉求`,
    ofPhone: '该电话的诉求',
    found: (shown, total) =>
      total === null
        ? `显示 ${n(shown)} 件，另有更多（--all 全部显示）`
        : shown < total
          ? `共 ${n(total)} 件，显示 ${n(shown)} 件（--all 全部显示）`
          : `共 ${n(total)} 件`,
    where: '所在之处',
    fields: { title: '标题', text: '内容', reply: '答复', note: '备注', basis: '依据', remark: '说明' },
    notSearched: '姓名和个人号码已脱敏，不能按词查找；诉求人电话可用 --phone 加全号查找。',
    number: '编号',
    phone: '电话',
    logged: '按电话查找已记入隐私日志。',
    similar: '有相似的未办结诉求：',
    why: { phone: '电话相同', place: '地点与事项相同', text: '内容相近' },
    line: (number, why, title, holder) => `${number}（${why}）：${title}，${holder}`,
    askLink: (number) => `与 ${number} 是同一件吗？是则登记为其重复件。`,
  },
  check: {
    title: '数据库检查',
    checked: (counts) =>
      `已检查：操作 ${n(counts['operations'] ?? 0)}，封存行 ${n(counts['rows'] ?? 0)}，归类结果 ${n(counts['runs'] ?? 0)}，名册 ${n(counts['editions'] ?? 0)} 期，诉求 ${n(counts['appeals'] ?? 0)}，事件 ${n(counts['events'] ?? 0)}，文本 ${n(counts['texts'] ?? 0)}`,
    sound: '全部与写入时一致。',
    found: (count) => `发现问题 ${n(count)} 处`,
    unsealed: (count) => `旧版本留下、尚未封存的行：${n(count)}。下一次写入时封存。`,
    head: (hash) => `操作日志末端：${hash}`,
    code: '问题',
    subject: '对象',
    detail: '详情',
    meaning: '含义',
    part: (part) => `正在检查：${part}`,
    parts: {
      file: '文件',
      references: '引用关系',
      operations: '操作日志与封存内容',
      runs: '归类结果',
      editions: '名册',
      appeals: '诉求',
    },
    codes: {
      'file-damaged': '文件本身损坏',
      'part-unreadable': '此部分无法读取',
      'reference-lost': '所引用的行不存在',
      'refusal-missing': '该表已不再拒绝改动',
      'operation-missing': '操作日志中缺少一条',
      'operation-altered': '该操作与记录时不一致',
      'operation-unlinked': '该操作与前一条不衔接',
      'seals-altered': '该操作的封存记录被改动',
      'rows-altered': '行与封存时不一致',
      'rows-missing': '封存的行缺失',
      'rows-unsealed': '有行绕过操作日志写入',
      'run-altered': '归类结果与生成时不一致',
      'edition-altered': '名册与发布时不一致',
      'event-altered': '事件与记录时不一致',
      'text-altered': '文本与写入时不一致',
      'text-missing': '文本缺失，并非清除所致',
      'text-unvouched': '没有事件对应此文本',
      'text-after-purge': '清除后仍有个人信息',
      'hops-broken': '流转记录在此事件处不连贯',
      'standing-differs': '诉求状态与流转记录不符',
      'holder-differs': '主办单位与流转记录不符',
      'count-differs': '行数与封存时不符',
      'due-differs': '到期日与推算结果不符',
      'search-damaged': '搜索索引损坏',
      'search-missing': '搜索中缺少该诉求',
      'search-leftover': '搜索中仍有已清除的内容',
    },
    backedUp: (file) => `备份已写入并检查：${file}`,
    backedUpUnsound: (file, count) => `备份已写入：${file}。数据库与写入时不一致，发现问题 ${n(count)} 处。`,
    restored: (file) => `已恢复并检查：${file}`,
  },
};
