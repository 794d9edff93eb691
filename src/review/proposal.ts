import type { KnowledgeGraph } from '../graph/graph.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { AnnotatedDocument, Span } from '../types.ts';

/** What may be wrong with a graph, as far as its documents show. */
export const PROPOSAL_KINDS = ['alias', 'misreading', 'boundary', 'same-name', 'hub'] as const;
/** A kind of proposal, see `review`. */
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** A decision as a file of decisions has it, but for its reason. */
export type WrittenDecision =
  | { readonly merge: readonly string[] }
  | { readonly 'never-merge': readonly string[] }
  | { readonly drop: string }
  | { readonly split: string; readonly to: string; readonly documents: readonly string[] };

/** A sentence that shows what a proposal is about. */
export interface Quote extends Span {
  readonly document: string;
  readonly quote: string;
}

/** Something that a person should look at, with the decision that mends it. */
export interface Proposal {
  readonly kind: ProposalKind;
  /** The names that it is about; of a merge, the one that stays is first. */
  readonly names: readonly string[];
  /** Why it is proposed; the decision's reason when it is accepted. */
  readonly reason: string;
  /** How likely the decision is right, from 0 to 1: a rule of thumb, for the order. */
  readonly likelihood: number;
  /** Documents in which something changes. */
  readonly documents: number;
  readonly decision: WrittenDecision;
  /** The decision of one who disagrees, after which it is not proposed again. */
  readonly refusal?: WrittenDecision;
  /** At most two sentences for each of what is told apart. */
  readonly evidence: readonly Quote[];
}

/** What proposals are made from. */
export interface Reviewed {
  readonly graph: KnowledgeGraph;
  readonly documents: readonly AnnotatedDocument[];
  readonly lexicon: Lexicon;
  /** Sentences that name what a name is written as, of different documents. */
  readonly quotesOf: (name: string) => readonly Quote[];
}

/** The likely ones that concern many documents first. */
export function byWorth(a: Proposal, b: Proposal): number {
  const worth = ({ likelihood, documents }: Proposal) => likelihood * Math.log2(1 + documents);
  return worth(b) - worth(a) || (a.names.join() < b.names.join() ? -1 : 1);
}
