type Typed = Int8Array | Int32Array | Float64Array;

/** A typed array that doubles when it is full, for columns of unknown length. */
export class Growing<A extends Typed> {
  #array: A;
  #length = 0;
  readonly #make: (length: number) => A;

  constructor(make: (length: number) => A, capacity = 1024) {
    this.#make = make;
    this.#array = make(capacity);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#array.length) {
      const wider = this.#make(this.#length * 2);
      wider.set(this.#array);
      this.#array = wider;
    }
    this.#array[this.#length] = value;
    this.#length += 1;
  }

  /** The values so far, in an array of exactly their length. */
  done(): A {
    return this.#array.slice(0, this.#length) as A;
  }
}
