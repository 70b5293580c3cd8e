type Numbers = Uint32Array | Int32Array | Float64Array;

/** A list of numbers that grows, four or eight bytes each: one of each row of a long file. */
export class GrowingNumbers {
  #values: Numbers;
  length = 0;

  /** `kind` says what they are: whole ones from 0 to 4 thousand millions, those from minus to plus 2, or any. */
  constructor(kind: 'counts' | 'signed' | 'any') {
    this.#values =
      kind === 'counts'
        ? new Uint32Array(start)
        : kind === 'signed'
          ? new Int32Array(start)
          : new Float64Array(start);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const Kind = this.#values.constructor as new (length: number) => Numbers;
      const grown = new Kind(this.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  /** The number at a place; 0 where there is none. */
  at(place: number): number {
    return place >= 0 && place < this.length ? (this.#values[place] ?? 0) : 0;
  }
}

/** Numbers that a list has room for at first. */
const start = 1024;
