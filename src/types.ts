/** The nouns of Mailuo. This file imports nothing; everything else imports it. */

/** Kinds of entity, in the order in which summaries list them. */
export const CATEGORIES = ['organization', 'place', 'person', 'program'] as const;
/** A kind of entity. */
export type Category = (typeof CATEGORIES)[number];

/** Kinds of relation. All but `cooccurrence` are directed from logical subject to logical object. */
export const RELATION_KINDS = [
  'verb',
  'office',
  'location',
  'part',
  'membership',
  'alias-of',
  'photo',
  'cooccurrence',
] as const;
/** A kind of relation. */
export type RelationKind = (typeof RELATION_KINDS)[number];

/** What a sentence says of a relation: that it holds, does not, is intended, or is somebody's word. */
export const STATUSES = ['asserted', 'denied', 'planned', 'reported'] as const;
/** What a sentence says of a relation. */
export type Status = (typeof STATUSES)[number];

/** A half-open range of UTF-16 code units in `Document.text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A document after ingest: its text is final, and every offset refers to it. */
export interface Document {
  /** Unique and stable: the path as given, with `/` between folders, or the id of a JSON line. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** When it was published, in ISO 8601: 2024, 2024-03 or 2024-03-18. 去年 is resolved against it. */
  readonly date?: string;
  /** The paper, agency or site that published it. */
  readonly source?: string;
  readonly authors?: readonly string[];
  readonly photographers?: readonly string[];
}

/** A sentence's range, without surrounding white space. */
export type Sentence = Span;

/** A word as the segmenter cut it, with its part of speech in ICTCLAS tags (`n`, `v`, `ns` …). */
export interface Token extends Span {
  readonly text: string;
  readonly tag: string;
}

/** One occurrence of a name. `text` is always `document.text.slice(start, end)`. */
export interface Mention extends Span {
  readonly text: string;
  readonly category: Category;
  /** Name of the rule that found it. */
  readonly rule: string;
  /** Confidence from 0 to 1. */
  readonly score: number;
  /** The name that a user's lexicon gives to what is mentioned. */
  readonly canonical?: string;
  /** Names of the administrative divisions from the province down to the place that is mentioned. */
  readonly division?: readonly string[];
}

/** When something happens, in the words of the text. */
export interface TimeExpression extends Span {
  readonly text: string;
  /** ISO 8601, as exact as the words: 2024-03-18, 2023-09, 2027, 2024-07-04/2024-07-06. */
  readonly value?: string;
}

/** A number with its unit, in the words of the text: 近3000亩. */
export interface Quantity extends Span {
  readonly text: string;
  /** In single units: 28370000 for 2,837万吨. */
  readonly value: number;
  readonly unit: string;
  /** What it measures or counts, where a noun beside it says so: 总投资, 同比增长, 股权. */
  readonly of?: string;
}

/** A statement about two mentions of the same document. */
export interface Relation {
  /** Span of the logical subject's mention. */
  readonly head: Span;
  /** Span of the logical object's mention. */
  readonly tail: Span;
  readonly relation: RelationKind;
  /** The predicate as it reads in Chinese, in simplified characters: 打造, 区委书记, 位于. */
  readonly label: string;
  readonly status: Status;
  /** Name of the rule that found it. */
  readonly rule: string;
  /**
   * How likely the text states it of these names, 0 to 1, two decimals: of statements with 0.8, about
   * four in five are right. Absent where the form alone says it, as for divisions, bylines and short names.
   */
  readonly score?: number;
  /** Where the predicate stands, when it stands in the text. */
  readonly predicate?: Span;
  /** Mention of the one whose words they are: 何友生 in 何友生介绍，……. */
  readonly source?: Span;
  readonly time?: TimeExpression;
  /** At most three, in the order of the text. */
  readonly quantity?: readonly Quantity[];
}

/** A document with all that the map step (`annotate`) finds in it; the reduce step needs nothing else. */
export interface AnnotatedDocument extends Document {
  /** The engine that cut the words. */
  readonly segmenter: string;
  /** Versions of what annotated it; documents of one annotator need not be annotated again. */
  readonly annotator?: string;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly relations: readonly Relation[];
}

/** A document or file that could not be used, and why. */
export interface Skipped {
  readonly id: string;
  readonly reason: string;
}
