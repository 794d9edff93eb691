import { XMLBuilder } from 'fast-xml-parser';

/** An element: names with `@` are attributes, `#text` is its text, others are elements or lists of them. */
export interface XmlElement {
  readonly [name: string]: string | XmlElement | readonly XmlElement[];
}

/** Elements that are made one after the other, by their name. */
export type XmlLists = Readonly<Record<string, Iterable<XmlElement>>>;

const OPTIONS = {
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  suppressBooleanAttributes: false, // else a name "true" loses its value
};

/** Before and after the name of a list, where it will stand: no text of an export holds it. */
const MARK = '\0';

/** The text of an element in which lists of elements will stand. */
export function listsOf(...names: readonly string[]): XmlElement {
  return { '#text': names.map((name) => `${MARK}${name}${MARK}`).join('') };
}

/**
 * An XML document with the root's name and content. Long lists are given apart, an element a line, since
 * all of them as one tree take ten times the room of their text.
 */
export function xmlOf(name: string, root: XmlElement, lists: XmlLists): string {
  const around = new XMLBuilder({ ...OPTIONS, format: true });
  const one = new XMLBuilder(OPTIONS);
  const frame: string = around.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    [name]: root,
  });
  let text = '';
  for (const [place, part] of frame.split(MARK).entries()) {
    if (place % 2 === 0) text += part;
    else for (const element of lists[part] ?? []) text += `\n${one.build({ [part]: element })}`;
  }
  return text;
}
