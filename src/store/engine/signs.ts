/** What the running sum of a window is multiplied by at each byte, and what the sums of whole signs are. */
const factors = { window: 0x01000193, first: 0x9e3779b1, second: 0x85ebca6b } as const;

/** Lengths of windows by which longer signs are looked for; a shorter sign is a window of its own. */
const windows = [32, 16, 8] as const;

/** Bits of the sieve by which nearly all windows are told from those of signs, and of what counts how crowded a window is. */
const sieveBits = 23;
const crowdBits = 20;

/** Numbers of the signs, each as long as the set is; grown by half. */
class Column {
  values = new Int32Array(1024);

  set(place: number, value: number): void {
    if (place >= this.values.length) {
      const grown = new Int32Array(Math.ceil(this.values.length * 1.5));
      grown.set(this.values);
      this.values = grown;
    }
    this.values[place] = value;
  }

  at(place: number): number {
    return this.values[place] ?? 0;
  }
}

/** Places by a number that is not theirs alone: whoever looks one up sees all that may be meant. */
class Places {
  #slots = new Uint32Array(2048);
  readonly #keyOf: (place: number) => number;
  #count = 0;

  constructor(keyOf: (place: number) => number) {
    this.#keyOf = keyOf;
  }

  add(place: number): void {
    this.#count += 1;
    if (this.#count * 2 > this.#slots.length) this.#spread();
    this.#put(place);
  }

  /** The first place of a number for which something holds. */
  find(key: number, holds: (place: number) => boolean): number | undefined {
    const { length } = this.#slots;
    for (let slot = this.#slotOf(key); this.#slots[slot] !== 0; slot = (slot + 1) % length) {
      const place = (this.#slots[slot] ?? 0) - 1;
      if (this.#keyOf(place) === key && holds(place)) return place;
    }
    return undefined;
  }

  #put(place: number): void {
    let slot = this.#slotOf(this.#keyOf(place));
    while (this.#slots[slot] !== 0) slot = (slot + 1) % this.#slots.length;
    this.#slots[slot] = place + 1;
  }

  #spread(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    for (const slot of before) if (slot !== 0) this.#put(slot - 1);
  }

  #slotOf(key: number): number {
    const mixed = Math.imul(key ^ (key >>> 15), factors.second);
    return ((mixed ^ (mixed >>> 13)) >>> 0) % this.#slots.length;
  }
}

/**
 * Signs to be looked for in many bytes at once, however many they are: personal texts, when they should be gone. A window of each is summed as one
 * goes along the bytes; where it fits, the sums of the whole sign decide. What a sign says is not kept. The window is that part of it which fewest
 * others have: texts often begin or end alike.
 */
export class SignSet {
  #count = 0;
  #longest = 0;
  readonly #lengths = new Column();
  readonly #firsts = new Column();
  readonly #seconds = new Column();
  /** Where the window of a sign begins, and its sum. */
  readonly #offsets = new Column();
  readonly #sums = new Column();
  readonly #byWhole = new Places((place) => this.#firsts.at(place));
  readonly #byWindow = new Map<number, Places>();
  readonly #sieve = new Uint8Array(1 << (sieveBits - 3));
  readonly #crowd = new Uint32Array(1 << crowdBits);

  /** How many different signs there are. */
  get count(): number {
    return this.#count;
  }

  /** Takes a sign in and gives its place; undefined for one without any byte. */
  add(sign: string): number | undefined {
    const bytes = Buffer.from(sign);
    const { length } = bytes;
    if (length === 0) return undefined;
    const [first, second] = sumsOf(bytes, 0, length);
    const there = this.#byWhole.find(
      first,
      (one) => this.#seconds.at(one) === second && this.#lengths.at(one) === length,
    );
    if (there !== undefined) return there;
    const place = this.#count;
    this.#count += 1;
    this.#longest = Math.max(this.#longest, length);
    const window = windows.find((one) => one <= length) ?? length;
    const { offset, sum } = this.#chooseWindow(bytes, window);
    this.#lengths.set(place, length);
    this.#firsts.set(place, first);
    this.#seconds.set(place, second);
    this.#offsets.set(place, offset);
    this.#sums.set(place, sum);
    this.#byWhole.add(place);
    const places = this.#byWindow.get(window) ?? new Places((one) => this.#sums.at(one));
    this.#byWindow.set(window, places);
    places.add(place);
    const bit = hashOf(sum, window, sieveBits);
    this.#sieve[bit >>> 3] = (this.#sieve[bit >>> 3] ?? 0) | (1 << (bit & 7));
    return place;
  }

  /** The window of a sign that fewest others have: at its beginning, its end, or between. */
  #chooseWindow(bytes: Uint8Array, window: number): { readonly offset: number; readonly sum: number } {
    const last = bytes.length - window;
    let best = { offset: 0, sum: 0, crowd: Infinity, at: 0 };
    for (const offset of new Set([0, last >> 2, last >> 1, (last * 3) >> 2, last])) {
      const sum = sumOfWindow(bytes, offset, window);
      const at = hashOf(sum, window, crowdBits);
      const crowd = this.#crowd[at] ?? 0;
      if (crowd < best.crowd) best = { offset, sum, crowd, at };
    }
    this.#crowd[best.at] = best.crowd + 1;
    return best;
  }

  /** Finds signs in bytes that come in blocks, one behind the other; gives the places of those that are there. */
  findIn(blocks: Iterable<Uint8Array>): Set<number> {
    const found = new Set<number>();
    let rest: Uint8Array = new Uint8Array(0);
    for (const block of blocks) {
      const bytes = rest.length === 0 ? block : Buffer.concat([rest, block]);
      for (const [window, places] of this.#byWindow) this.#findWindows(bytes, window, places, found);
      // A sign may be cut by the end of a block.
      rest = Buffer.from(bytes.subarray(Math.max(0, bytes.length - this.#longest + 1)));
    }
    return found;
  }

  #findWindows(bytes: Uint8Array, window: number, places: Places, found: Set<number>): void {
    if (bytes.length < window) return;
    const sieve = this.#sieve;
    // What the byte that leaves the window has been multiplied by.
    let power = 1;
    for (let step = 1; step < window; step += 1) power = Math.imul(power, factors.window);
    let sum = sumOfWindow(bytes, 0, window);
    let at = 0;
    const note = (place: number): boolean => {
      if (!found.has(place) && this.#standsAt(place, bytes, at - this.#offsets.at(place))) found.add(place);
      return false;
    };
    for (; ; at += 1) {
      const bit = hashOf(sum, window, sieveBits);
      if (((sieve[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0) places.find(sum, note);
      const next = at + window;
      if (next >= bytes.length) return;
      const left = Math.imul((bytes[at] ?? 0) + 1, power);
      sum = (Math.imul((sum - left) | 0, factors.window) + (bytes[next] ?? 0) + 1) | 0;
    }
  }

  #standsAt(place: number, bytes: Uint8Array, at: number): boolean {
    const length = this.#lengths.at(place);
    if (at < 0 || at + length > bytes.length) return false;
    const [first, second] = sumsOf(bytes, at, length);
    return first === this.#firsts.at(place) && second === this.#seconds.at(place);
  }
}

/** A number of so many bits for the sum of a window; windows of several lengths share what it is the place in. */
function hashOf(sum: number, window: number, bits: number): number {
  return Math.imul(sum ^ window, factors.first) >>> (32 - bits);
}

function sumOfWindow(bytes: Uint8Array, at: number, window: number): number {
  let sum = 0;
  for (let place = at; place < at + window; place += 1)
    sum = (Math.imul(sum, factors.window) + (bytes[place] ?? 0) + 1) | 0;
  return sum;
}

/** Two sums of a whole sign; that both are those of another is as good as out of the question. */
function sumsOf(bytes: Uint8Array, at: number, length: number): readonly [first: number, second: number] {
  let first = length;
  let second = ~length;
  for (let place = at; place < at + length; place += 1) {
    const byte = bytes[place] ?? 0;
    first = Math.imul(first ^ byte, factors.first);
    first ^= first >>> 15;
    second = Math.imul(second ^ byte, factors.second);
    second ^= second >>> 13;
  }
  return [first, second];
}
