import { describe, expect, it } from 'vitest';
import type { NamedUnit } from '../../src/domain/unit.ts';
import { makeComingUnit, makeUnitFinder } from '../../src/domain/unit-finder.ts';
import { listUsualNames } from '../../src/domain/usual-names.ts';

/** Official names of the bodies of a made-up city, as its list of institutions has them. */
const register: readonly NamedUnit[] = [
  '中共衡川市纪律检查委员会', '中共衡川市委组织部', '中共衡川市委宣传部', '中共衡川市委统一战线工作部', '中共衡川市委政法委员会', '中共衡川市委机构编制委员会办公室', '中共衡川市委网络安全和信息化委员会办公室',
  '中共衡川市委老干部局', '衡川市人民代表大会常务委员会办公室', '中国人民政治协商会议衡川市委员会办公室', '衡川市人民政府办公室', '衡川市总工会', '共青团衡川市委员会', '衡川市妇女联合会', '衡川市科学技术协会',
  '衡川市残疾人联合会', '衡川市文学艺术界联合会', '衡川市工商业联合会', '衡川市红十字会', '衡川市供销合作社联合社', '衡川市中级人民法院', '衡川市人民检察院', '衡川市发展和改革委员会', '衡川市教育和体育局', '衡川市科学技术局',
  '衡川市工业和信息化局', '衡川市民族宗教事务局', '衡川市公安局', '衡川市公安局交通警察支队', '衡川市民政局', '衡川市司法局', '衡川市财政局', '衡川市人力资源和社会保障局', '衡川市自然资源和规划局', '衡川市生态环境局', '衡川市住房和城乡建设局',
  '衡川市交通运输局', '衡川市城市管理行政执法局', '衡川市水利局', '衡川市农业农村局', '衡川市商务局', '衡川市文化广电和旅游局', '衡川市卫生健康委员会', '衡川市退役军人事务局', '衡川市应急管理局', '衡川市审计局',
  '衡川市国有资产监督管理委员会', '衡川市市场监督管理局', '衡川市医疗保障局', '衡川市行政审批服务局', '衡川市大数据管理局', '衡川市地方金融监督管理局', '衡川市信访局', '衡川市统计局', '衡川市林业和草原局', '衡川市乡村振兴局',
  '衡川市粮食和物资储备局', '衡川市外事办公室', '衡川市机关事务服务中心', '衡川市投资促进服务中心', '衡川市住房公积金管理中心', '国家税务总局衡川市税务局', '衡川市气象局', '衡川市烟草专卖局', '衡川市消防救援支队', '衡川市档案馆',
  '衡川市公共资源交易中心', '衡川经济技术开发区管理委员会', '衡川高新技术产业开发区管理委员会', '衡川市市中区人民政府', '衡川市东川区人民政府', '衡川市水务集团有限公司', '衡川市住房保障中心', '衡川市体育事业发展中心', '衡川市城市建设投资集团有限公司',
].map((name, at) => makeComingUnit(name, `HC-${String(at + 1).padStart(3, '0')}`, at)); // prettier-ignore

const city = '衡川市';

/** What people write, and the body they mean, by a part of its name; `?` where nobody can say, which must not be guessed. */
const writings: readonly (readonly [written: string, meant: string])[] = [
  // As every office writes.
  ...pairs('发展和改革委员会', '市发改委 发改委 发展改革委 市发展改革委员会 市发展和改革委 衡川发改委 衡川市发改委'),
  ...pairs('教育和体育局', '市教体局 教体局 市教育体育局 教育局 市教育局 衡川教体局'),
  ...pairs('科学技术局', '科技局 市科技局 市科委'),
  ...pairs('工业和信息化局', '工信局 市工信局 经信局 市经信委 工信委'),
  ...pairs('民族宗教事务局', '民宗局 市民宗局 市民族和宗教事务局 市民宗委'),
  ...pairs('衡川市公安局', '公安局 市公安局 公安 衡川市 公安局'.replace('衡川市 公安局', '衡川公安局')),
  ...pairs('交通警察支队', '交警支队 市交警支队 交警 市公安局交警支队'),
  ...pairs('民政局', '市民政局 民政'),
  ...pairs('司法局', '市司法局 司法 法制办 市政府法制办公室'),
  ...pairs('财政局', '市财政局 财政'),
  ...pairs('人力资源和社会保障局', '人社局 市人社局 人社 市人力资源社会保障局 人力社保局 市劳动局 人事局 劳动和社会保障局 衡川人社局 衡川市人社局'),
  ...pairs('自然资源和规划局', '资规局 自规局 市自然资源局 自然资源规划局 国土局 市国土资源局 国土资源局 规划局 市城乡规划局'),
  ...pairs('生态环境局', '环保局 市环保局 市环境保护局 生态局 环境局'),
  ...pairs('住房和城乡建设局', '住建局 市住建局 住建 住建委 市住房城乡建设局 建设局 市建委 规划建设局'),
  ...pairs('交通运输局', '交通局 市交通局 交运局'),
  ...pairs('城市管理行政执法局', '城管局 市城管局 城管 城管执法局 市城市管理局 城市管理执法局'),
  ...pairs('衡川市水利局', '水利局 市水利局 水利'),
  ...pairs('农业农村局', '农业局 市农业局 农委 农业农村'),
  ...pairs('商务局', '市商务局 商务 商务委'),
  ...pairs('文化广电和旅游局', '文旅局 市文旅局 文旅 文广旅局 市文化广电旅游局 旅游局 文广新局 文化局'),
  ...pairs('卫生健康委员会', '卫健委 市卫健委 卫健 卫健局 卫计委 市卫计委 卫生局 市卫生局 计生委 卫生和计划生育委员会 市卫生健康委'),
  ...pairs('退役军人事务局', '退役军人局 市退役军人局 退役局'),
  ...pairs('应急管理局', '应急局 市应急局 应急 安监局 市安监局 安全生产监督管理局'),
  ...pairs('审计局', '市审计局 审计'),
  ...pairs('国有资产监督管理委员会', '国资委 市国资委'),
  ...pairs('市场监督管理局', '市监局 市场监管局 市市场监管局 市市监局 市场局 工商局 市工商局 质监局 食药监局 食品药品监督管理局 工商行政管理局'),
  ...pairs('医疗保障局', '医保局 市医保局 医保'),
  ...pairs('行政审批服务局', '审批局 行政审批局 市行政审批局 审批服务局'),
  ...pairs('大数据管理局', '大数据局 市大数据局'),
  ...pairs('地方金融监督管理局', '金融局 金融办 市金融办 地方金融局'),
  ...pairs('信访局', '信访 市信访局 信访办'),
  ...pairs('林业和草原局', '林草局 市林草局 林业局 市林业局'),
  ...pairs('乡村振兴局', '市乡村振兴局 扶贫办 市扶贫办 扶贫开发局'),
  ...pairs('粮食和物资储备局', '粮储局 粮食局 市粮食局'),
  ...pairs('外事办公室', '外办 市外办 外事办'),
  ...pairs('机关事务服务中心', '机关事务局 市机关事务局 机管局'),
  ...pairs('投资促进服务中心', '投促中心 市投促局 招商局'),
  ...pairs('住房公积金管理中心', '公积金中心 市公积金中心 公积金'),
  ...pairs('税务局', '税务局 市税务局 税务 国税局 地税局'),
  ...pairs('烟草专卖局', '烟草局 市烟草局'),
  ...pairs('消防救援支队', '消防支队 市消防支队 消防'),
  ...pairs('档案馆', '市档案馆'),
  ...pairs('公共资源交易中心', '交易中心 公共资源中心'),
  ...pairs('经济技术开发区管理委员会', '经开区 经开区管委会 开发区管委会'),
  ...pairs('高新技术产业开发区管理委员会', '高新区 高新区管委会'),
  ...pairs('委组织部', '组织部 市委组织部'),
  ...pairs('委宣传部', '宣传部 市委宣传部'),
  ...pairs('委统一战线工作部', '统战部 市委统战部'),
  ...pairs('政法委员会', '政法委 市委政法委'),
  ...pairs('机构编制委员会办公室', '编办 市委编办'),
  ...pairs('网络安全和信息化委员会办公室', '网信办 市委网信办'),
  ...pairs('人民代表大会常务委员会办公室', '人大办 市人大 市人大常委会办公室'),
  ...pairs('中国人民政治协商会议', '政协 市政协 市政协办公室'),
  ...pairs('人民政府办公室', '市政府办 政府办 市政府办公室'),
  ...pairs('总工会', '工会 市总工会'),
  ...pairs('共青团', '团市委 共青团市委 团委'),
  ...pairs('妇女联合会', '妇联 市妇联'),
  ...pairs('科学技术协会', '科协 市科协'),
  ...pairs('残疾人联合会', '残联 市残联'),
  ...pairs('文学艺术界联合会', '文联 市文联'),
  ...pairs('工商业联合会', '工商联 市工商联'),
  ...pairs('红十字会', '红会 市红十字会'),
  ...pairs('供销合作社联合社', '供销社 市供销社'),
  ...pairs('中级人民法院', '市中院 法院 中级法院'),
  ...pairs('人民检察院', '检察院 市检察院'),
  ...pairs('城市建设投资集团', '城投 城投集团 市城投公司'),
  // What must not be taken for one of these: bodies that are not in the register, districts' bodies, and words that say nothing.
  ...pairs('?', '市中区人社局 东川区教育局 东川区卫健局 市委 市府 体育局 水务局 市水务局 房管局 路桥公司 执法局 综合执法局 省公安厅 公安部 教育厅 管委会 街道办 综合服务中心 监管局 管理局 服务局 建设集团 农机局 畜牧局 交通委 热线办 市中区政府 城建档案馆 规划院 司法所 财政所 税务所 派出所 卫生院 教育考试院 文化馆 图书馆 环卫中心 民政所 区人社局 县人社局 镇政府'),
]; // prettier-ignore

function pairs(meant: string, written: string): (readonly [string, string])[] {
  return written.split(' ').map((one) => [one, meant]);
}

describe('what people call bodies, over a register of official names', () => {
  const finder = makeUnitFinder(register, city);
  const tally = { found: 0, suggested: 0, missed: 0, wrong: [] as string[], guessed: [] as string[] };
  for (const [written, meant] of writings) {
    const match = finder.find(written);
    if (meant === '?') {
      if (match.kind === 'found') tally.guessed.push(`${written} → ${match.unit.name}`);
      continue;
    }
    if (match.kind === 'found') {
      if (match.unit.name.includes(meant)) tally.found += 1;
      else tally.wrong.push(`${written} → ${match.unit.name}`);
    } else if (match.kind === 'unknown' && match.suggestions.some((name) => name.includes(meant)))
      tally.suggested += 1;
    else tally.missed += 1;
  }

  it('is never taken for another body', () => {
    expect([tally.wrong, tally.guessed]).toEqual([[], []]);
  });

  it('is found where it is usual, and else suggested', () => {
    const { found, suggested, missed } = tally;
    expect({ found, suggested, missed }).toMatchInlineSnapshot(`
      {
        "found": 229,
        "missed": 0,
        "suggested": 11,
      }
    `);
    expect(found + suggested + missed).toBeGreaterThan(190);
  });

  it('is taken for nobody where two bodies are called so', () => {
    const two = makeUnitFinder(
      ['衡川市文化广电和旅游局', '衡川市文化旅游局'].map((name, at) => makeComingUnit(name, String(at), at)),
      city,
    );
    expect(two.find('文旅局')).toMatchObject({
      kind: 'unknown',
      suggestions: expect.arrayContaining(['衡川市文化旅游局']) as unknown,
    });
  });

  it('gives way to the body that is called so itself', () => {
    const own = makeUnitFinder(
      ['衡川市自然资源和规划局', '衡川市规划局'].map((name, at) => makeComingUnit(name, String(at), at)),
      city,
    );
    expect(own.find('规划局')).toMatchObject({ kind: 'found', unit: { name: '衡川市规划局' } });
    expect(own.find('国土局')).toMatchObject({ kind: 'found', as: 'former' });
    expect(own.readings()).toEqual([{ name: '国土局', unit: '衡川市自然资源和规划局', as: 'former' }]);
  });
});

it('the list says of no name that it is its own short form, and of every body what it is officially called', () => {
  for (const { official, short = [], former = [] } of listUsualNames()) {
    expect(official.length).toBeGreaterThan(0);
    expect(short.length + former.length).toBeGreaterThan(0);
    expect(new Set([...short, ...former]).size).toBe(short.length + former.length);
  }
});
