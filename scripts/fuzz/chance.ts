/** Chance that can be repeated: the same seeds give the same course. */
export class Chance {
  #state = 0x9e3779b9;

  constructor(...seeds: readonly (number | string)[]) {
    for (const sign of seeds.join('/')) this.#state = mix(this.#state ^ (sign.codePointAt(0) ?? 0));
  }

  /** A number from 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    return (mix(this.#state) >>> 0) / 2 ** 32;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  /** One of a list that is not empty. */
  pick<One>(list: readonly One[]): One {
    if (list.length === 0) throw new Error('nothing to pick from');
    return list[this.below(list.length)] as One;
  }

  /** One of a list, each as often as its weight says. */
  weigh<One>(list: readonly (readonly [One, number])[]): One {
    let left = this.next() * list.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [one, weight] of list) {
      left -= weight;
      if (left < 0) return one;
    }
    return this.pick(list)[0];
  }
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
