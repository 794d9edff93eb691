/**
 * Remembers vectors of numbers by pairs of numbers. Vectors stay where they are until `makeRoom`,
 * so that several can be used together. Open addressing with linear probing.
 */
export class Memo {
  /** The vectors, one after the other. */
  readonly values: Int32Array;
  /** Whether the key that was looked for last is new, so that its vector must be written. */
  isNew = false;
  readonly #keys: Int32Array;
  readonly #mask: number;
  #count = 0;

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

  /**
   * Forget everything when there might be no room for more keys.
   * @param more fewer than half of the slots
   */
  makeRoom(more: number): void {
    if (this.#count + more <= this.#mask * 0.75) return;
    this.#keys.fill(-1);
    this.#count = 0;
  }

  /** Where the vector of a key begins in `values`. Keys are not negative. */
  find(a: number, b: number): number {
    const hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    const keys = this.#keys;
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    while (keys[2 * slot] !== a || keys[2 * slot + 1] !== b) {
      if (keys[2 * slot] === -1) {
        keys[2 * slot] = a;
        keys[2 * slot + 1] = b;
        this.#count++;
        this.isNew = true;
        return slot * this.width;
      }
      slot = (slot + 1) & this.#mask;
    }
    this.isNew = false;
    return slot * this.width;
  }
}
