/** 标题里的字对多在正文里，菜单和站名不是：这样把两者分开。 */

/** A headline shares so many of its pairs of characters with the text, and this part of them; few others do. */
const FEWEST = 2;
const ALIKE = 0.12;
const SHORTEST_HEADLINE = 7;

/** Whether a line names what a text is about. @param pairs of the text */
export function isHeadline(line: string, pairs: ReadonlySet<string>): boolean {
  if (line.replaceAll(/[^\p{L}]/gu, '').length < SHORTEST_HEADLINE) return false;
  const own = [...pairsOf([line])];
  return own.filter((pair) => pairs.has(pair)).length >= Math.max(FEWEST, ALIKE * own.length);
}

/** All pairs of letters that stand beside each other. */
export function pairsOf(lines: readonly string[]): Set<string> {
  const pairs = new Set<string>();
  for (const line of lines) {
    const letters = line.replaceAll(/[^\p{L}]/gu, '');
    for (let i = 0; i + 2 <= letters.length; i++) pairs.add(letters.slice(i, i + 2));
  }
  return pairs;
}
