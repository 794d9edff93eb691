import type { KnowledgeGraph } from '../graph/graph.ts';
import type { Proposal, Quote, Reviewed } from './proposal.ts';

/** Documents that speak of one person as far as they show, and what they call it. */
interface Circle {
  readonly documents: readonly string[];
  /** Predicates with the other end: 总统, 巴勒斯坦国. */
  readonly offices: readonly (readonly [office: string, of: string])[];
  readonly quotes: readonly Quote[];
}

/** At a guess: people change their offices more often than they share their names, the famous above all. */
const likelihoodOf = (documents: number) => 0.4 / (1 + Math.log10(documents));
/** A neighbour that more documents name tells nobody apart: this many, or this share of all. */
const COMMON = { documents: 3, share: 0.02 } as const;

/**
 * A person who holds different offices in documents that have nothing else in common: neither a
 * rare neighbour, nor two characters of the offices. Such may be two people of one name. The circle
 * with most documents keeps the name.
 */
export function proposeSameNames({ graph }: Reviewed): Proposal[] {
  const people = graph.filterNodes(
    (_, { category, documents }) => category === 'person' && documents > 1,
  );
  return people.flatMap((key) => {
    const { label } = graph.getNodeAttributes(key);
    const [first, ...others] = circlesOf(graph, key).filter(({ offices }) => offices.length > 0);
    return others.map(({ documents, offices, quotes }): Proposal => {
      const [[office, of], [known, whose]] = [offices[0]!, first!.offices[0]!];
      const to = `${label}（${of}${office}）`;
      return {
        kind: 'same-name',
        names: [label, to],
        reason: `${label} may be two people: ${whose}${known} and ${of}${office} have nothing else in common`,
        likelihood: likelihoodOf(graph.getNodeAttribute(key, 'documents')),
        documents: documents.length,
        decision: { split: label, to, documents },
        evidence: [...first!.quotes.slice(0, 1), ...quotes.slice(0, 1)],
      };
    });
  });
}

/** The documents of a person in circles, the largest first. */
function circlesOf(graph: KnowledgeGraph, key: string): Circle[] {
  const marks = new Map<string, Set<string>>();
  const offices = new Map<string, [office: string, of: string][]>();
  const quotes = new Map<string, Quote[]>();
  const common = Math.max(COMMON.documents, COMMON.share * graph.getAttribute('documents'));
  graph.forEachEdge(key, (_, { relation, label, evidence }, source, target) => {
    const isOffice = relation === 'office' && source === key;
    const other = graph.getNodeAttributes(source === key ? target : source);
    for (const { document, start, end, quote } of evidence) {
      const own = marks.get(document) ?? new Set();
      marks.set(document, own);
      if (other.documents <= common) own.add(`with ${other.label}`);
      if (!isOffice) continue;
      for (const pair of pairsIn(`${other.label}${label}`)) own.add(`as ${pair}`);
      offices.set(document, [...(offices.get(document) ?? []), [label, other.label]]);
      quotes.set(document, [...(quotes.get(document) ?? []), { document, start, end, quote }]);
    }
  });
  return connected(marks).map((documents) => ({
    documents,
    offices: documents.flatMap((id) => offices.get(id) ?? []),
    quotes: documents.flatMap((id) => quotes.get(id) ?? []),
  }));
}

/** 国防部长、防长、以色列国防部部长，说的是同一个职务：有两个字相连就算相同。 */
function pairsIn(office: string): string[] {
  return Array.from({ length: office.length - 1 }, (_, i) => office.slice(i, i + 2));
}

/** Documents that share a mark, directly or by way of others; the largest group first. */
function connected(marks: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  let groups: { documents: string[]; marks: Set<string> }[] = [];
  for (const [id, own] of [...marks].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const isNear = (group: { marks: Set<string> }) =>
      [...own].some((mark) => group.marks.has(mark));
    const near = groups.filter(isNear);
    groups = [
      ...groups.filter((group) => !near.includes(group)),
      {
        documents: [...near.flatMap(({ documents }) => documents), id],
        marks: new Set([...near.flatMap((group) => [...group.marks]), ...own]),
      },
    ];
  }
  return groups
    .map(({ documents }) => documents.sort())
    .sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1));
}
