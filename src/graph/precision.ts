const DIGITS = 6;

/**
 * A measure with six significant digits: more say nothing, differ with the order of a sum, and take
 * three times the room in each export and answer.
 */
export function precise(measure: number): number {
  return Number(measure.toPrecision(DIGITS));
}
