import type { Texts } from '../shape.ts';

export const work: Texts['work'] = {
  title: (at, all, done) => `第 ${String(at)} 件，共 ${String(all)} 件，已办 ${String(done)} 件`,
  none: '没有待办诉求。',
  ended: (done, left) => `已办 ${String(done)} 件，尚有待办 ${String(left)} 件。`,
  changed: (number, by, what) => `${number} 刚被 ${by} 更改：${what}。请重新查看。`,
  what: '如何办理？',
  slip: '打印转办单',
  skip: '跳过',
  before: '看上一件',
  more: '其他',
  leave: '退出',
  back: '返回此件',
  keys: {
    accept: 'a',
    transfer: 't',
    return: 'r',
    decide: 'd',
    rule: 'u',
    reply: 'y',
    remind: 'm',
    extend: 'e',
    close: 'c',
  },
};
