import type { Curation } from '../graph/decision.ts';
import { nameKey } from '../graph/link.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Store } from '../store/store.ts';
import { proposeAliases } from './alias.ts';
import { proposeBoundaries } from './boundary.ts';
import { proposeHubs } from './hub.ts';
import { proposeMisreadings } from './misreading.ts';
import { byWorth, type Proposal, type ProposalKind, type Reviewed } from './proposal.ts';
import { quoting } from './quotes.ts';
import { proposeSameNames } from './samename.ts';

const PROPOSERS: Readonly<Record<ProposalKind, (reviewed: Reviewed) => Proposal[]>> = {
  alias: proposeAliases,
  misreading: proposeMisreadings,
  boundary: proposeBoundaries,
  'same-name': proposeSameNames,
  hub: proposeHubs,
};

/** What a review knows beside the graph. */
export interface ReviewOptions {
  /** General knowledge about names, as `loadKnowledge().lexicon`. */
  readonly lexicon: Lexicon;
  /** What is decided already and need not be proposed again. Default: what the graph was built with. */
  readonly curation?: Curation | undefined;
}

/**
 * What may be wrong with a graph and how a decision would mend it, the likely ones that concern many
 * documents first. Nothing is changed: accepted decisions go into a file of decisions
 * (`appendDecisions`) and count at the next build.
 *
 * @example
 * const { lexicon } = loadKnowledge();
 * const [best] = review(await openStore('docs.mailuo'), { lexicon });
 * console.log(best.reason, best.evidence[0].quote);
 */
export function review({ graph, documents }: Store, options: ReviewOptions): Proposal[] {
  const { lexicon, curation = graph.getAttribute('curation') } = options;
  const reviewed: Reviewed = { graph, documents, lexicon, quotesOf: quoting(documents) };
  const isDecided = decided(curation);
  const all = Object.values(PROPOSERS).flatMap((propose) => propose(reviewed));
  const pairs = new Set<string>();
  return all
    .filter((proposal) => !isDecided(proposal))
    .sort(byWorth)
    .filter(({ names }) => {
      const pair = names.map(nameKey).sort().join('\0');
      return !pairs.has(pair) && pairs.add(pair);
    });
}

/** Whether a decision names all that a proposal does, or what it is about if that is one name. */
function decided(curation?: Curation): (proposal: Proposal) => boolean {
  const decisions = (curation?.decisions ?? []).map((decision) => {
    const names = decision.kind === 'split-off' ? [...decision.names, decision.to] : decision.names;
    return { kind: decision.kind, keys: new Set(names.map(nameKey)) };
  });
  return ({ names }) =>
    decisions.some(
      ({ kind, keys }) =>
        kind !== 'drop-relation' && names.every((name) => keys.has(nameKey(name))),
    );
}
