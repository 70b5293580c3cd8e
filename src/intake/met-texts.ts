import { GrowingNumbers } from './growing-numbers.ts';

/** Bytes and slots that a set has room for at first. */
const start = { bytes: 4096, slots: 1024 };
/** A sign takes three bytes at most for each of its parts. */
const bytesOfPart = 3;

/**
 * The short texts of a long file that were met, in the order in which they came: their bytes one behind the other, and a table of places by
 * which a text is found. A million takes a third of the memory of a `Map`, and nothing of it is gone through when memory is collected.
 */
export class MetTexts {
  #bytes = Buffer.allocUnsafe(start.bytes);
  /** Where the bytes of each text end. */
  readonly #ends = new GrowingNumbers('counts');
  /** Places of texts, one more each: 0 stands for a free slot. */
  #slots = new Uint32Array(start.slots);

  get length(): number {
    return this.#ends.length;
  }

  /** Takes a text in: its place if it was met before, else undefined. */
  meet(text: string): number | undefined {
    const from = this.#endOf(this.length - 1);
    this.#makeRoom(from + text.length * bytesOfPart);
    const end = from + this.#bytes.write(text, from);
    let slot = this.#slotOf(from, end);
    for (; this.#slots[slot] !== 0; slot = (slot + 1) % this.#slots.length) {
      const place = (this.#slots[slot] ?? 0) - 1;
      if (this.#isSame(place, from, end)) return place;
    }
    this.#ends.push(end);
    this.#slots[slot] = this.length;
    if (this.length * 2 > this.#slots.length) this.#spread();
    return undefined;
  }

  #endOf(place: number): number {
    return this.#ends.at(place);
  }

  #makeRoom(size: number): void {
    if (size <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(size, Math.ceil(this.#bytes.length * 1.5)));
    this.#bytes.copy(grown);
    this.#bytes = grown;
  }

  /** The slot in which bytes are looked for first. */
  #slotOf(from: number, end: number): number {
    let mixed = 0x811c9dc5;
    for (let at = from; at < end; at += 1) mixed = Math.imul(mixed ^ (this.#bytes[at] ?? 0), 0x01000193);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
    return ((mixed ^ (mixed >>> 13)) >>> 0) % this.#slots.length;
  }

  #isSame(place: number, from: number, end: number): boolean {
    const [first, last] = [this.#endOf(place - 1), this.#endOf(place)];
    if (last - first !== end - from) return false;
    for (let at = 0; at < end - from; at += 1)
      if (this.#bytes[first + at] !== this.#bytes[from + at]) return false;
    return true;
  }

  /** Gives every text its slot in a table of twice the size. */
  #spread(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let place = 0; place < this.length; place += 1) {
      let slot = this.#slotOf(this.#endOf(place - 1), this.#endOf(place));
      while (this.#slots[slot] !== 0) slot = (slot + 1) % this.#slots.length;
      this.#slots[slot] = place + 1;
    }
  }
}
