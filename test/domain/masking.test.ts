import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsPersonal, maskName, maskPhone, maskText } from '../../src/domain/masking.ts';

it.each([
  ['王某某', '王**'],
  ['王', '王*'],
  ['欧阳小明', '欧***'],
])('masks the name %s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

it.each([
  ['13812345678', '138****5678'],
  ['138 1234 5678', '138****5678'],
  ['0534-2851344', '0534-285****'],
  ['2851344', '285****'],
  ['12345', '****'],
])('masks the phone %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked);
});

it.each([
  ['013812345678', '138****5678'],
  ['138 - 1234 - 5678', '138****5678'],
  ['138/1234/5678', '138****5678'],
  ['138，1234，5678', '138****5678'],
  ['138（12345678）', '138****5678）'],
  ['138\u200b1234\u200b5678', '138****5678'],
  ['8613812345678', '138****5678'],
  ['1381234567813987654321', '138****4321'],
  ['𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖', '138****5678'],
  ['幺三八 一二三四 五六七八', '****'],
  ['壹叁捌壹贰叁肆伍陆柒捌', '****'],
  ['电话编号:2851344', '电话编号:285****'],
  ['13812345678、13987654321', '138****5678、139****4321'],
])('masks %s in a text', (text, masked) => {
  expect(maskText(text, { caller: null, phone: null })).toBe(masked);
});

it.each([
  ['王建国（女）', '王建国反映', '王**反映'],
  ['王建国、李小红', '王建国和李小红', '王**和李**'],
  ['王建国 李小红', '李小红称', '李**称'],
  ['王建国', '王-建-国', '王**'],
  ['Smith, John', 'John Smith called', 'J*** S**** called'],
])('masks the caller %s', (caller, text, masked) => {
  expect(maskText(text, { caller, phone: null })).toBe(masked);
});

it.each([
  '国标GB/T 9704-2012', '夜间2200-0600施工', '3000-4000人', 'K3456-3460路段', '欠款34567890.50元', '¥3456789', '水表号2345678',
  '东经116.3578901', '150、2000、3000元', '135/2000/3000元', '一二三四五六七八九栋', '400-658-1234',
])('leaves %s as it is', (text) => {
  expect(maskText(text, { caller: null, phone: null })).toBe(text);
}); // prettier-ignore

it('takes no word that stands for nobody for a name, and no number of a service for a caller’s phone', () => {
  expect(maskText('业主委员会选举', { caller: '业主', phone: null })).toBe('业主委员会选举');
  expect(maskText('先生您好', { caller: '匿名', phone: null })).toBe('先生您好');
  expect(maskText('致电12345热线', { caller: null, phone: '12345' })).toBe('致电12345热线');
});

it('masks each of several phones', () => {
  expect(maskPhone('13812345678/13987654321')).toBe('138****5678、139****4321');
});

it('masks the caller and every phone in a text, and neither order numbers nor dates', () => {
  const personal = { caller: '王某某', phone: '13812345678' };
  const text = '我是王某某，电话13812345678，或0534-2851344；工单202202070001，2022-02-07，楼层12。';
  expect(maskText(text, personal)).toBe(
    '我是王**，电话138****5678，或0534-285****；工单202202070001，2022-02-07，楼层12。',
  );
});

const nobody = { caller: null, phone: null };

describe('a caller field', () => {
  it.each([
    ['王小明等5人', '王**等5人'],
    ['业主王小明', '业主王**'],
    ['王小明13812345678', '王**138****5678'],
    ['王小明和李红', '王**和李*'],
    ['张和平和李红', '张**和李*'],
    ['王小明（代母亲）', '王**（代母亲）'],
    ['王小明代李红', '王**代李*'],
    ['王小明与其母', '王**与其母'],
    ['替王小明反映', '替王**反映'],
    ['A座王小明', 'A座王**'],
    ['王小明 李 红', '王** 李*'],
    ['王 明 李 红', '王* 李*'],
    ['王＊明、李X红', '王**、李**'],
    ['天衢新城王小明', '天******'],
    ['【王小明】', '【王**】'],
    ['王小明。', '王**。'],
    ['王小明先生', '王**先生'],
    ['赵先生和李女士', '赵**和李**'],
    ['高新区居民王小明', '高新区居民王**'],
    ['3号楼1201室王小明', '3号楼1201室王**'],
    ['李老师等12名家长', '李**等12名家长'],
    ['王 小 明', '王**'],
    ['SMITH John', 'S**** J***'],
    ['阿卜杜拉·买买提', '阿******'],
    ['阿卜杜拉 买买提', '阿******'],
    ['wxid_8fk29', 'w****'],
    ['u_88213377', 'u****'],
    ['BTDT-0815', 'B****'],
    ['88213377', '882****'],
    ['匿名', '匿*'],
    ['', ''],
  ])('%s is shown as %s', (caller, masked) => {
    expect(maskName(caller)).toBe(masked);
  });

  it.each([
    ['王小明等5人', '王小明等5人反映', '王**等5人反映'],
    ['业主王小明', '业主王小明与业主委员会', '业主王**与业主委员会'],
    ['王小明和李红', '李红称王小明在家', '李*称王**在家'],
    ['王小明住天衢路', '王小明反映', '王**反映'],
    ['物业', '物业不作为', '物业不作为'],
    ['全体业主', '全体业主要求', '全体业主要求'],
    ['德州市公安局', '德州市公安局答复', '德州市公安局答复'],
    ['12345热线转王小明', '王小明致电12345热线', '王**致电12345热线'],
    ['天衢新城王小明', '王小明称天衢新城停水', '王**称天衢新城停水'],
    ['John Smith', 'JOHN SMITH、smith、Smith, John、Blacksmith', 'J*** S****、S****、S**** J***、Blacksmith'],
    ['Li Na', 'Na Li of China', 'N* L* of China'],
    ['阿卜杜拉·买买提', '阿卜杜拉买买提、阿卜杜拉 买买提、买买提', '阿******、阿******、买**'],
    ['wxid_8fk29', 'WXID_8FK29与wxid 8fk290', 'w****与wxid 8fk290'],
    ['88213377', '用户8821 3377，工单88213377', '用户882****，工单882****'],
    ['王小明2022-02-07', '2022-02-07王小明', '2022-02-07王**'],
    ['12345', '致电12345热线', '致电12345热线'],
  ])('of %s is masked in %s', (caller, text, masked) => {
    expect(maskText(text, { caller, phone: null })).toBe(masked);
  });

  it.each([
    ['王小明', '我是小明，小明先生，（小明），姓名小明', '我是**，**先生，（**），姓名**'],
    ['王小明', '明天小明小学开学', '明天小明小学开学'],
    ['李建设', '我是建设，建设先生，姓名：建设', '我是**，**先生，姓名：**'],
    ['李建设', '建设路、城市建设，规划、建设、管理，我是建设银行储户', '建设路、城市建设，规划、建设、管理，我是建设银行储户'],
    ['李建设', '道路建设反映强烈', '道路建设反映强烈'],
    ['王和平', '和平反映和平路积水', '**反映和平路积水'],
    ['欧阳建国', '建国女士称建国路堵车', '**女士称建国路堵车'],
  ])('%s: a given name alone is one where nothing else can stand: %s', (caller, text, masked) => {
    expect(maskText(text, { caller, phone: null })).toBe(masked);
  }); // prettier-ignore
});

it.each([
  ['199\n0000\n0001', '199****0001'],
  ['1990000\n0001', '199****0001'],
  ['199、0000、0001', '199****0001'],
  ['1\u00ad9\u00ad9\u00ad00000001', '199****0001'],
  ['１️⃣９️⃣９️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣0️⃣1️⃣', '199****0001'],
  ['1３八1234五六78', '138****5678'],
  ['①⑨⑨⓪⓪⓪⓪⓪⓪⓪①', '****'],
  ['①19900000001②19900000002', '①199****0001②199****0002'],
  ['张三19900000001', '张三199****0001'],
  ['一九九〇〇〇〇〇〇〇一一直不通', '****一直不通'],
  ['0534-二八五一三四四', '0534-285****'],
  ['285一三四四', '****'],
  ['534-2851344', '534-285****'],
  ['电话5342851344', '电话534****'],
  ['371402 1990 0101 1234', '371****'],
  ['371402 900101 123', '371****'],
  ['电话1990000001', '电话199****'],
  ['号码是199000000012', '号码是199****0012'],
  ['电话2851344.2021年', '电话285****.2021年'],
  ['2851344.2022年', '285****.2022年'],
  ['联系0534-2851344.2022年反映', '联系0534-285****.2022年反映'],
  ['电话2851344.5379146', '电话285****.537****'],
  ['285 1344', '285****'],
  ['0534-285 1344', '0534-285****'],
  ['8533 3376', '853****'],
  ['电话285\n1344', '电话285****'],
  ['2851344平时、2851345元旦、2851346万一', '285****平时、285****元旦、285****万一'],
])('masks %j', (text, masked) => {
  expect(maskText(text, nobody)).toBe(masked);
  expect(maskText(masked, nobody)).toBe(masked);
});

it.each([
  '学费5000-2000', '从3000-1500降到', '补贴2600-2800', '手机3000-5000元', 'HJ 610-2016', 'WX-2022-0815', '0534-20220207-001',
  '3 4 5 6 7 8 9 10 11 12 13', '1、3、5、7、9、11、13、15号楼', '1350、2600、180元', '192.168.10.200', '37.4567890,116.3578901',
  'X=4145678，Y=3951234', 'X4145678.123', '水表读数2345678', 'A座2501-2508', '订单号3051234567890123456', '车牌号码1390123456',
  '工单号码138022022', '202202070001234', '二〇二二〇二〇七', '一九九八、一九九九、二〇〇〇年', '第一二三四五六七条', '①②③④⑤⑥⑦',
  '电话2022-02-07 09:30', '电话95598、110', '电话400-658-1234',
])('leaves %j', (text) => {
  expect(maskText(text, nobody)).toBe(text);
}); // prettier-ignore

it.each([
  ['19900000001', '1#9#9#0#0#0#0#0#0#0#1', '199****0001'],
  ['19900000001', '一九九，零零零零；零零零一', '199****0001'],
  ['19900000001', '+86 199…0000…0001', '199****0001'],
  ['19900000001', '10号，10 19900000001', '10号，10 199****0001'],
  ['0534-2851344', '2*8*5*1*3*4*4或二捌五1344', '285****或285****'],
  ['0534-2851344', '12851344', '12851344'],
])('masks the phone %s of the caller, whatever parts its digits: %s', (phone, text, masked) => {
  expect(maskText(text, { caller: null, phone })).toBe(masked);
});

describe('the number of an order', () => {
  const personal = { caller: '王小明', phone: '19900000001' };

  it.each([
    '202202070001', 'DZ20220207000123', '20220207-0013', '2022020700012345678', '0534202202070001', '13812202202070001',
    'WX-2022-0815', '德热线〔2022〕15号', '夏津-0012', '高新区-2022-01', '市住建局001', '安全类-001', '任务单-001', '88213377',
  ])('%s holds nothing personal', (value) => {
    expect(holdsPersonal(value, personal)).toBe(false);
    expect(holdsPersonal(value, nobody)).toBe(false);
  }); // prettier-ignore

  it.each([
    '王小明-001', '19900000001', 'DZ19900000001', '1990000 0001', '2022-19912345678', '1９９12345678', '李小红-003', '张女士0815', '王某某',
  ])('%s holds what is personal', (value) => {
    expect(holdsPersonal(value, personal)).toBe(true);
  }); // prettier-ignore
});

describe('a text of 100,000 signs', () => {
  const personal = {
    caller: '王小明、王王王、John Smith、阿卜杜拉·买买提、wxid_8fk29、88213377',
    phone: '0534-2851344',
  };
  const repeat = (seed: string, length: number): string => seed.repeat(Math.ceil(length / seed.length));

  /** The shortest of three times, in milliseconds. */
  function time(work: () => unknown): number {
    const times = [1, 2, 3].map(() => {
      const from = performance.now();
      work();
      return performance.now() - from;
    });
    return Math.min(...times);
  }

  it.each([
    '1', '13', '1 ', '1 3 ', '12345678901 ', '199、', '1.', '3、', '0534-', '285 ', '电话1', '一', '一1', '一 ', '三、', '①', '王', '王 ',
    '王小', '小明', '我是小', 'J', 'John ', 'wxid_8fk2', '8821 337', '2851 34', '（', ' ', '\n', '\u200b', '1\u00ad',
    '19900000001', '一九九〇〇〇〇〇〇〇一',
  ])('takes no more than its length asks for: %j', (seed) => {
    const [short, long] = [25_000, 100_000].map((length) => time(() => maskText(repeat(seed, length), personal)));
    // Four times the text: a square would take sixteen times as long. Below a second a busy machine tells nothing.
    expect(long ?? 0).toBeLessThan(Math.max(10 * (short ?? 0), 1000));
    expect(long).toBeLessThan(5000);
  }, 60_000); // prettier-ignore

  it.each(['王', '王小明', '王小明和', '王小明、', '李 ', 'John ', '1', '一', '阿卜·', 'a1_', 'a1 ', '业主', '号楼', '(', '[', '\\', '.*'])(
    'takes a caller of 10,000 signs: %j',
    (seed) => {
      const caller = repeat(seed, 10_000);
      const text = repeat('王小明反映漏水，电话19900000001。', 100_000);
      expect(
        time(() => [maskName(caller), maskText(text, { caller, phone: caller }), holdsPersonal('DZ2022', { caller, phone: caller })]),
      ).toBeLessThan(5000);
    },
    60_000,
  ); // prettier-ignore
});

/** Lines of a fresh reader; every person and number is invented. */
const leaking: readonly [text: string, caller?: string | undefined, phone?: string][] = [
  ['Jean-Pierre反映路面坑洼', 'Jean-Pierre'],
  ['AC外机噪音，Al-Hassan来电', 'Al-Hassan'],
  ['Jean Pierre来电', 'Jean-Pierre Dupont'],
  ['O’Brien来电', "O'Brien"],
  ["O'Brien女士", 'Mary O’Brien'],
  ['致电2851344人社局无人接听'], ['打2851344人民医院'], ['热线2851344人多打不进'], ['致电8234567万达影城'], ['请联系2851344万师傅'],
  ['打2851344平台投诉'], ['拨2851344.5分钟没人接'], ['联系电话：285-1344人民调解员'], ['打285-1344人社局'], ['电话138～1234～5678'],
  ['来电5342851344'], ['手机138、0000、5600'], ['手机138\n1200\n3400'], ['手机138、1234、5678人在外地'], ['138123456782022年2月'],
  ['身份证371425(19800101)1234'], ['37142519800101123413812345678'], ['电话⒈⒊⒏⒈⒉⒊⒋⒌⒍⒎⒏'],
  ['家里5342851344打不通', undefined, '2851344'], ['打2-8-5-1-3-4-4', undefined, '5342851344'],
  ['宫丽来电', '王刚、宫丽'], ['覃小红来电', '王刚和覃小红'], ['我叫丽华', '隋丽华'],
  ...['业委会主任李红', '死者家属李红', '李红匿名', '李红不愿透露', '李红二次来电', '李红第3次', '李红同王刚'].map((caller) => ['李红来电催办', caller] as [string, string]),
  ...['李红丈夫王刚', '李红、其夫王刚', '李红和她丈夫王刚', '李红联系人王刚'].map((caller) => ['王刚来电', caller] as [string, string]),
  ['李大山来电', '李红父亲李大山'], ['张淑芬来电', '李红的母亲张淑芬'], ['李红来电', '王小明之妻李红'],
  ['我姓王，叫小明', '王小明'], ['小明同学', '王小明'], ['小明的电话打不通', '王小明'], ['本人系建设', '李建设'],
]; // prettier-ignore

it.each(leaking.map(([text, caller, phone]) => ({ text, caller, phone })))(
  'shows nobody in $text of $caller, $phone',
  ({ text, caller, phone }) => {
    const masked = maskText(text, { caller: caller ?? null, phone: phone ?? null });
    expect(masked).toContain('*');
  },
);

it.each(
  '工单编号为2345678 工单号是2345678 单号（2345678） 工单【2345678】 工单No.2345678 工单2345678、2345679 受理单2345678 诉求号2345678 工单号371402202202070012 灯杆编号DG-2345-6789 路灯杆号LD8234567 设备号2345678 购房款2345678 总价款：3450000 余额2345678 养老金由2980-3120 手机价位2999-3999 国标9704-2012 国药准字H37022345 水表2345678 燃气卡号23456789 住院号2345678 沿街2345-2399 15-2-1201 经度138.12345678'.split(
    ' ',
  ),
)('leaves %s', (text) => {
  expect(maskText(text, { caller: null, phone: null })).toBe(text);
});

it('leaves whole signs where a phone of several writings ends', () => {
  const masked = maskText('13812345𝟔𝟕𝟖谢谢', { caller: null, phone: '13812345678' });
  expect(masked).toBe('138****5678谢谢');
});

it('breaks on no caller, phone or text, whatever signs they hold', () => {
  const signs = fc.string({
    unit: fc.constantFrom(...Array.from("王李明A-'’.*+?()[]{}|/^$\\·13 8０一①～、\n和的妻的丈夫其")),
    maxLength: 30,
  });
  fc.assert(
    fc.property(signs, signs, signs, (text, caller, phone) => {
      maskText(text + caller, { caller, phone });
      maskName(caller);
      maskPhone(phone);
    }),
    { numRuns: 2000 },
  );
});
