/** From here on the series loses digits and the continued fraction has converged. */
const SERIES_LIMIT = 2;
/** More terms change nothing in a double. */
const FRACTION_TERMS = 60;

/**
 * Complementary error function for x ≥ 0, with a relative error below 1e-12 (the integral of the
 * normal distribution's tail). Series and continued fraction of Abramowitz and Stegun 1964,
 * "Handbook of Mathematical Functions", 7.1.6 and 7.1.14.
 */
export function erfc(x: number): number {
  return x < SERIES_LIMIT ? 1 - erfBySeries(x) : erfcByFraction(x);
}

/** erf x = 2/√π · exp(−x²) · Σ 2ⁿ x²ⁿ⁺¹ / (1 · 3 · … · (2n + 1)). All terms are positive. */
function erfBySeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * Number.EPSILON; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** erfc x = exp(−x²)/√π · 1/(x + ½/(x + 1/(x + 1½/(x + …)))), from the inside out. */
function erfcByFraction(x: number): number {
  let denominator = x;
  for (let n = FRACTION_TERMS; n > 0; n--) denominator = x + n / 2 / denominator;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * denominator);
}

/**
 * Probability of a G² at least so far from 0 when the two are independent: the upper tail of χ² with
 * one degree of freedom, whose root is normally distributed. The sign, attraction or repulsion, is
 * ignored: the test is two-sided.
 */
export function pValue(g2: number): number {
  return erfc(Math.sqrt(Math.abs(g2) / 2));
}

/**
 * Adjust p-values for their number, so that of all tests with an adjusted value below some bound a
 * share below this bound is expected to be false. Benjamini and Hochberg 1995, "Controlling the false
 * discovery rate", doi:10.1111/j.2517-6161.1995.tb02031.x.
 * @param values from 0 to 1
 * @returns the adjusted values in the same order: none is smaller than its p-value or greater than 1
 */
export function benjaminiHochberg(values: readonly number[]): number[] {
  const descending = [...values.keys()].sort((i, j) => values[j]! - values[i]!);
  const adjusted = new Array<number>(values.length);
  let least = 1;
  for (const [index, position] of descending.entries()) {
    const rank = values.length - index;
    least = Math.min(least, values[position]! * (values.length / rank));
    adjusted[position] = least;
  }
  return adjusted;
}
