/** Slots for hashes while features are counted; a power of two, several times the features. */
const SLOTS = 2 ** 27;
/** Features that occur less often are left out. */
const LEAST = 2;

/** Numbers for the features that occur often enough. */
export class FeatureTable {
  readonly #keys = new Int32Array(SLOTS);
  readonly #counts = new Uint8Array(SLOTS);
  #numbers = new Int32Array(0);

  /** Count the features of a sentence. */
  count(hashes: Int32Array): void {
    for (const hash of hashes) {
      if (hash === 0) continue;
      const slot = this.#slot(hash);
      this.#keys[slot] = hash;
      if (this.#counts[slot]! < LEAST) this.#counts[slot]!++;
    }
  }

  /** Stop counting and give numbers. Returns the hash of each number. */
  freeze(): Int32Array {
    this.#numbers = new Int32Array(SLOTS).fill(-1);
    const frequent: number[] = [];
    for (let slot = 0; slot < SLOTS; slot++) {
      if (this.#counts[slot]! >= LEAST) this.#numbers[slot] = frequent.push(this.#keys[slot]!) - 1;
    }
    return Int32Array.from(frequent);
  }

  /** Numbers of the features of a sentence, -1 for absent and rare ones. */
  numbers(hashes: Int32Array): Int32Array {
    return Int32Array.from(hashes, (hash) => (hash === 0 ? -1 : this.#numbers[this.#slot(hash)]!));
  }

  #slot(hash: number): number {
    let slot = (hash * 2) & (SLOTS - 1);
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
    return slot;
  }
}
