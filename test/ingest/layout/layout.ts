/** Lines that stand together; `links` lead elsewhere. */
export interface Block {
  readonly links: boolean;
  readonly lines: readonly string[];
}

export interface Layout {
  readonly head: readonly Block[];
  readonly foot: readonly Block[];
  /** At the top and at the bottom of each printed page. */
  readonly running?: readonly [top: string, bottom: string];
}

/** What differs between pages of one layout. */
export interface Fill {
  readonly site: string;
  readonly city: string;
  readonly names: readonly string[];
  readonly headlines: readonly string[];
  readonly date: string;
  readonly time: string;
  readonly number: (digits: number) => string;
}

export const text = (...lines: string[]): Block => ({ links: false, lines });
export const links = (...lines: string[]): Block => ({ links: true, lines });

/** Layouts by name; what differs from page to page is filled in. */
export type Layouts = Readonly<Record<string, (fill: Fill) => Layout>>;
