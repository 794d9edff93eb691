import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { MailuoError } from '../errors.ts';
import { type Part, stated, whole } from './content.ts';
import { type Glyph, linesOf, type Page } from './glyph.ts';
import type { ReadOptions } from './options.ts';
import { layOut } from './page.ts';

/** What FPDF_GetLastError says. */
const PASSWORD = 4;

/** Loading takes a tenth of a second and has no state, so that one does for all files of a process. */
let loading: Promise<WrappedPdfiumModule> | undefined;

async function load(): Promise<WrappedPdfiumModule> {
  const file = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const { buffer } = new Uint8Array(await readFile(file));
  const pdfium = await init({ wasmBinary: buffer });
  pdfium.PDFiumExt_Init();
  return pdfium;
}

/**
 * The text layer of a PDF in reading order.
 * @throws MailuoError `INVALID_FILE` when it is broken, encrypted or scanned, `UNSUPPORTED_FORMAT`
 * when it has too many pages
 */
export async function readPdf(bytes: Uint8Array, { maxPages }: ReadOptions): Promise<Part[]> {
  loading ??= load();
  const pdfium = await loading;
  const memory = pdfium.pdfium.wasmExports.malloc(bytes.length);
  heapOf(pdfium).set(bytes, memory);
  const document = pdfium.FPDF_LoadMemDocument(memory, bytes.length, '');
  try {
    if (document === 0) throw unopened(pdfium.FPDF_GetLastError());
    const count = pdfium.FPDF_GetPageCount(document);
    if (count > maxPages) {
      throw new MailuoError(
        'UNSUPPORTED_FORMAT',
        `its ${count} pages are more than the limit of ${maxPages}; raise --max-pages`,
      );
    }
    const pages = Array.from({ length: count }, (_, index) => pageOf(pdfium, document, index));
    const { text, title, dropped } = layOut(pages);
    if (text.trim() === '') {
      throw new MailuoError(
        'INVALID_FILE',
        `its pages (${count}) are pictures without a text layer; run character recognition (OCR) on it first`,
      );
    }
    return whole({ ...stated({ title }), text, dropped });
  } finally {
    if (document !== 0) pdfium.FPDF_CloseDocument(document);
    pdfium.pdfium.wasmExports.free(memory);
  }
}

/** The library's memory, which moves when it grows. Its types leave it out. */
function heapOf({ pdfium }: WrappedPdfiumModule): Uint8Array {
  const { memory } = pdfium.wasmExports as unknown as { memory: { buffer: ArrayBuffer } };
  return new Uint8Array(memory.buffer);
}

function unopened(error: number): MailuoError {
  return new MailuoError(
    'INVALID_FILE',
    error === PASSWORD
      ? 'is encrypted; save it without a password'
      : 'its PDF is broken; it may be cut short',
  );
}

function pageOf(pdfium: WrappedPdfiumModule, document: number, index: number): Page {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) return { width: 0, height: 0, lines: [] };
  const text = pdfium.FPDFText_LoadPage(page);
  const [width, height] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)];
  try {
    return { width, height, lines: text === 0 ? [] : linesOf(glyphsOf(pdfium, text, height)) };
  } finally {
    if (text !== 0) pdfium.FPDFText_ClosePage(text);
    pdfium.FPDF_ClosePage(page);
  }
}

/** Watermarks lie across the page: only upright text is read. In radians. */
const UPRIGHT = 0.05;

function glyphsOf(pdfium: WrappedPdfiumModule, text: number, height: number): Glyph[] {
  const { wasmExports } = pdfium.pdfium;
  const glyphs: Glyph[] = [];
  const box = wasmExports.malloc(16);
  try {
    for (let i = 0; i < pdfium.FPDFText_CountChars(text); i++) {
      const code = pdfium.FPDFText_GetUnicode(text, i);
      const angle = pdfium.FPDFText_GetCharAngle(text, i);
      if (code === 0 || Math.min(angle, 2 * Math.PI - angle) > UPRIGHT) continue;
      if (!pdfium.FPDFText_GetLooseCharBox(text, i, box)) continue;
      const [left, top, right, bottom] = new Float32Array(heapOf(pdfium).buffer, box, 4);
      // 有的字体按笔画给框，“一”只有一线高：汉字的高不小于宽。
      const half = Math.max(top! - bottom!, right! - left!) / 2;
      const middle = height - (top! + bottom!) / 2;
      glyphs.push({
        text: String.fromCodePoint(code),
        ...{ left: left!, right: right!, top: middle - half, bottom: middle + half },
      });
    }
  } finally {
    wasmExports.free(box);
  }
  return glyphs;
}
