import type { Projection } from './projection.ts';

export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Free space around a node: as much as the layout leaves. */
const MARGIN = 4;
const RATIO = 1.2;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Find places for new nodes and move none of the others: each in the weighted middle of its
 * neighbours, or where the next free place is. Those with placed neighbours come first, in their
 * order; what hangs together with nothing is put around the rim.
 * @param earlier places of the others, by number
 * @param sizes radius of each node
 */
export function placeAmong(
  projection: Projection,
  earlier: ReadonlyMap<number, Position>,
  sizes: ArrayLike<number>,
): Map<number, Position> {
  const places = new Map(earlier);
  const ground = groundFor(Math.max(...Array.from(sizes)));
  for (const [node, place] of places) ground.add(place, sizes[node]!);
  const put = (node: number, wish: Position) => {
    const place = ground.nearestFree(wish, sizes[node]!);
    places.set(node, place);
    ground.add(place, sizes[node]!);
  };
  let missing = [...projection.nodes.keys()].filter((node) => !places.has(node));
  while (missing.length > 0) {
    const left: number[] = [];
    for (const node of missing) {
      const wish = middleOf(projection, node, places);
      if (wish) put(node, wish);
      else left.push(node);
    }
    if (left.length === missing.length) put(left.shift()!, ground.rim());
    missing = left;
  }
  return places;
}

/** The middle of a node's neighbours that have a place. */
function middleOf(
  { starts, neighbors, weights }: Projection,
  node: number,
  places: ReadonlyMap<number, Position>,
): Position | undefined {
  let [x, y, sum] = [0, 0, 0];
  for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
    const place = places.get(neighbors[arc]!);
    if (!place) continue;
    x += weights[arc]! * place.x;
    y += weights[arc]! * place.y;
    sum += weights[arc]!;
  }
  return sum > 0 ? { x: x / sum, y: y / sum } : undefined;
}

/** What is taken already, in square cells as wide as two of the largest nodes touching. */
function groundFor(largest: number) {
  const width = 2 * (RATIO * largest + MARGIN);
  const cells = new Map<string, (Position & { readonly size: number })[]>();
  let furthest = 0;
  const cellOf = (x: number, y: number) => `${Math.floor(x / width)},${Math.floor(y / width)}`;
  const isFree = ({ x, y }: Position, size: number) => {
    for (const dx of [-width, 0, width]) {
      for (const dy of [-width, 0, width]) {
        for (const other of cells.get(cellOf(x + dx, y + dy)) ?? []) {
          const least = RATIO * (size + other.size) + MARGIN;
          if (Math.hypot(other.x - x, other.y - y) < least) return false;
        }
      }
    }
    return true;
  };
  return {
    add(place: Position, size: number): void {
      const cell = cellOf(place.x, place.y);
      const known = cells.get(cell);
      if (known) known.push({ ...place, size });
      else cells.set(cell, [{ ...place, size }]);
      furthest = Math.max(furthest, Math.hypot(place.x, place.y));
    },
    /** Along a sunflower spiral. */
    nearestFree({ x, y }: Position, size: number): Position {
      for (let i = 0; ; i++) {
        const radius = size * Math.sqrt(i);
        const place = {
          x: x + radius * Math.cos(i * GOLDEN_ANGLE),
          y: y + radius * Math.sin(i * GOLDEN_ANGLE),
        };
        if (isFree(place, size)) return place;
      }
    },
    rim: (): Position => ({ x: furthest + width, y: 0 }),
  };
}
