import mammoth from 'mammoth';
import { MailuoError } from '../errors.ts';
import { type Part, whole } from './content.ts';
import { allText, parsePage } from './html.ts';
import { type Budget, unzip } from './zip.ts';

/** The text of a Word document: paragraphs, lists, tables and notes, without headers and footers. */
export async function readDocx(bytes: Uint8Array, budget: Budget): Promise<Part[]> {
  // Unpacked once within limits, since the library that reads it has none.
  await unzip(bytes, budget, () => true);
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    );
    return whole({ text: allText(parsePage(value)) });
  } catch (cause) {
    if (cause instanceof RangeError) throw cause;
    const [why] = (cause as Error).message.split('\n', 1);
    throw new MailuoError('INVALID_FILE', `its Word document is broken: ${why}`, { cause });
  }
}
