import { XMLBuilder } from 'fast-xml-parser';

/** An element: names with `@` are attributes, `#text` is its text, others are elements or lists of them. */
export interface XmlElement {
  readonly [name: string]: string | XmlElement | readonly XmlElement[];
}

/** An XML document with the root's name and content. */
export function xmlOf(name: string, root: XmlElement): string {
  return new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    format: true,
    suppressEmptyNode: true,
    suppressBooleanAttributes: false, // else a name "true" loses its value
  }).build({ '?xml': { '@version': '1.0', '@encoding': 'UTF-8' }, [name]: root });
}
