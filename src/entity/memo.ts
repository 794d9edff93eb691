/**
 * A bounded memory of number vectors by two numbers. A new key takes the place of the one that has
 * the same slot, so that finding is one look and the memory never grows.
 */
export class Memo {
  /** The vectors, one after the other. */
  readonly values: Int32Array;
  /** Whether the last key that was looked for is new, so that its vector must be written. */
  isNew = false;
  readonly #keys: Int32Array;
  readonly #mask: number;

  /**
   * @param slots a power of two
   * @param width numbers in a vector
   */
  constructor(
    slots: number,
    readonly width: number,
  ) {
    this.values = new Int32Array(slots * width);
    this.#keys = new Int32Array(2 * slots).fill(-1);
    this.#mask = slots - 1;
  }

  /** Where the vector of a key begins in `values`. Keys are not negative. */
  find(a: number, b: number): number {
    const hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    const slot = (hash ^ (hash >>> 15)) & this.#mask;
    const keys = this.#keys;
    this.isNew = keys[2 * slot] !== a || keys[2 * slot + 1] !== b;
    keys[2 * slot] = a;
    keys[2 * slot + 1] = b;
    return slot * this.width;
  }
}
