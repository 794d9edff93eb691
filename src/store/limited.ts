import { MailuoError } from '../errors.ts';
import type { GraphReader } from './reader.ts';

/** How long a question may take. */
export interface Deadline {
  readonly milliseconds: number;
  /** On the clock of `performance.now()`. */
  end: number;
}

/** A deadline so many milliseconds from now. */
export function deadlineIn(milliseconds: number): Deadline {
  return { milliseconds, end: performance.now() + milliseconds };
}

/**
 * The same graph, for one question that must not take longer than this: a server answers one after
 * the other.
 * @throws MailuoError `TOO_LONG`, when the time is over, from what may take long
 */
export function limited(reader: GraphReader, deadline: Deadline): GraphReader {
  const check = () => {
    if (performance.now() <= deadline.end) return;
    throw new MailuoError(
      'TOO_LONG',
      `the answer takes longer than ${deadline.milliseconds} ms; ask for fewer hops or paths, or for a narrower view (relation, minWeight, backbone)`,
    );
  };
  const checked =
    <A extends unknown[], R>(ask: (...given: A) => R) =>
    (...given: A): R => {
      check();
      return ask(...given);
    };
  function* each<T>(items: Iterable<T>): Generator<T> {
    for (const item of items) {
      check();
      yield item;
    }
  }
  return {
    entity: reader.entity,
    details: reader.details,
    titles: reader.titles,
    variants: reader.variants,
    candidates: checked(reader.candidates),
    edges: checked(reader.edges),
    among: (keys, filter, quotes) => each(reader.among(keys, filter, quotes)),
    top: (measure, options) => each(reader.top(measure, options)),
    documents: (options) => each(reader.documents(options)),
    links: (key, filter, wanted) => each(reader.links(key, filter, wanted)),
    statements: () => each(reader.statements()),
    walk(filter) {
      const walk = reader.walk(filter);
      return { ...walk, steps: checked(walk.steps) };
    },
  };
}
