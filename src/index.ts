export { type ErrorCode, MailuoError } from './errors.ts';
export { type GoldDocument, parseGold, readGold } from './evaluate/gold.ts';
export { type Evaluation, evaluate, type Score } from './evaluate/score.ts';
export { type CsvTables, toCsv } from './export/csv.ts';
export { toCytoscape } from './export/cytoscape.ts';
export type { Documents } from './export/dates.ts';
export type { FlattenOptions } from './export/flatten.ts';
export { type GexfOptions, toGexf } from './export/gexf.ts';
export { toGraphml } from './export/graphml.ts';
export { toJson } from './export/json.ts';
export { toJsonld } from './export/jsonld.ts';
export { type Neo4jFiles, toNeo4j } from './export/neo4j.ts';
export type { RdfOptions } from './export/rdf.ts';
export { toTurtle } from './export/turtle.ts';
export { FORMATS, type WriteOptions, writeGraph } from './export/write.ts';
export {
  CATEGORY_COLORS,
  type EdgeAttributes,
  type Evidence,
  type GraphAttributes,
  type NodeAttributes,
  type Reading,
  type Variant,
  type Window,
} from './graph/attributes.ts';
export { buildGraph, type GraphOptions } from './graph/build.ts';
export type { Candidate } from './graph/candidate.ts';
export type { Curation, Decision } from './graph/decision.ts';
export type { Direction, Edge, EdgeFilter, LinkFilter } from './graph/edge.ts';
export type { KnowledgeGraph } from './graph/graph.ts';
export type { Period } from './graph/period.ts';
export {
  clustersOf,
  type ReprintOptions,
  reprintClusters,
} from './graph/reprint.ts';
export { READ_DEFAULTS, type ReadOptions } from './ingest/options.ts';
export { listSources, type ReadResult, readSources, type Source } from './ingest/read.ts';
export {
  type Preferences,
  preferences,
  readStopNames,
  readUserNames,
  type UserName,
} from './lexicon/preferences.ts';
export { toHtml } from './page/html.ts';
export { annotate, annotateAll, type Knowledge, loadKnowledge } from './pipeline.ts';
export {
  type Conflict,
  type Contradiction,
  conflicts,
  type Side,
  type VariantReading,
  variantReadings,
} from './query/conflicts.ts';
export { type Changes, diff, type GraphDiff } from './query/diff.ts';
export { documents } from './query/documents.ts';
export { edgesBetween } from './query/edges.ts';
export { entity, type TopOptions, top } from './query/entity.ts';
export { type EdgeEvidence, type EvidenceOptions, evidence } from './query/evidence.ts';
export { type Neighbor, type NeighborOptions, neighbors, type Order } from './query/neighbors.ts';
export { type Hop, type Path, type PathOptions, path, paths } from './query/path.ts';
export { candidates, resolve } from './query/resolve.ts';
export { type SearchOptions, search } from './query/search.ts';
export { type Subgraph, type SubgraphOptions, subgraph } from './query/subgraph.ts';
export { type ViewFilter, view } from './query/view.ts';
export type { Proposal, ProposalKind, Quote, WrittenDecision } from './review/proposal.ts';
export { type ReviewOptions, review } from './review/review.ts';
export { type AppOptions, createApp } from './server/app.ts';
export { type BuildOptions, type BuildResult, buildStore, reduce } from './store/build.ts';
export { curationFile, parseCuration, readCuration, unknownNames } from './store/curation.ts';
export { appendDecisions, type NewDecision } from './store/decide.ts';
export {
  type Annotations,
  openAnnotations,
  openStore,
  type SaveOptions,
  saveParts,
  saveStore,
} from './store/file.ts';
export type { Readable } from './store/memory.ts';
export { type OpenGraph, openGraph } from './store/opengraph.ts';
export type {
  CandidateOptions,
  DocumentEntry,
  DocumentOptions,
  EntityDetails,
  GraphReader,
  Link,
  Measure,
} from './store/reader.ts';
export type { Store } from './store/store.ts';
export { type GraphParts, partsOf } from './store/write.ts';
export type {
  AnnotatedDocument,
  Category,
  Document,
  Mention,
  Quantity,
  Relation,
  RelationKind,
  Sentence,
  Skipped,
  Span,
  Status,
  TimeExpression,
} from './types.ts';
export { CATEGORIES, RELATION_KINDS, STATUSES } from './types.ts';
export { VERSION } from './version.ts';
