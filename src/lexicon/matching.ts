import path from 'node:path';
import { DATA_FOLDER, oneOf, readTable } from './table.ts';

/** Why a code unit has another form. */
const TRADITIONAL = 1;
/** 简体文本里也有的字（於、後），在繁体文本里才换。 */
const BESIDE = 2;
const WIDE = 4;

/** For each code unit the kind of its other form, 0 where it has none, and that form. */
interface Forms {
  readonly kind: Uint8Array;
  readonly form: Uint16Array;
}

/** Read when it is first needed. A constant, as Unicode's own tables are, so it is not passed in. */
let forms: Forms | undefined;

function loadForms(): Forms {
  const kind = new Uint8Array(0x10000);
  const form = new Uint16Array(0x10000);
  const file = path.join(DATA_FOLDER, 'lexicon', 'simplified.tsv');
  for (const row of readTable(file, { min: 2, max: 3 })) {
    const unit = row.columns[0]!.charCodeAt(0);
    kind[unit] = row.columns.length > 2 && oneOf(row, 2, ['beside']) ? BESIDE : TRADITIONAL;
    form[unit] = row.columns[1]!.charCodeAt(0);
  }
  for (let unit = 0xff10; unit <= 0xff5a; unit++) {
    if (!/[\p{L}\p{N}]/u.test(String.fromCharCode(unit))) continue;
    kind[unit] = WIDE;
    form[unit] = unit - 0xfee0;
  }
  return { kind, form };
}

/**
 * The form in which names and words are compared: simplified characters for traditional ones,
 * half-width letters and digits for full-width ones. As long as the text, so that offsets hold in
 * both; a text that has nothing of the kind is returned as it is.
 * @example matchingForm('位於重慶的ＲＣＥＰ中心') // 位于重庆的RCEP中心
 */
export function matchingForm(text: string): string {
  forms ??= loadForms();
  const { kind, form } = forms;
  let seen = 0;
  for (let i = 0; i < text.length; i++) seen |= kind[text.charCodeAt(i)]!;
  const wanted = seen & TRADITIONAL ? seen : seen & WIDE;
  if (wanted === 0) return text;
  let matching = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!(kind[unit]! & wanted)) continue;
    matching += text.slice(from, i) + String.fromCharCode(form[unit]!);
    from = i + 1;
  }
  return matching + text.slice(from);
}
