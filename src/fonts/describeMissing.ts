import { packagesFor } from './scriptFonts.ts';
import { scriptName, scriptOf } from './scripts.ts';

/** What a character that no font has is, and what to do about it. */
export interface MissingCharacter {
  /** `Chinese`, `mathematical alphabets`; `null` for a sign of no script and no block worth naming. */
  readonly kind: string | null;
  readonly hint: string;
}

/** Blocks of signs of no script, by what people call them (https://www.unicode.org/Public/UNIDATA/Blocks.txt). */
const blocks: readonly (readonly [first: number, last: number, name: string])[] = [
  [0x0000, 0x001f, 'control characters'],
  [0x007f, 0x009f, 'control characters'],
  [0x20a0, 0x20cf, 'currency signs'],
  [0x2190, 0x21ff, 'arrows'],
  [0x2200, 0x22ff, 'mathematical signs'],
  [0x2500, 0x259f, 'box drawing'],
  [0x2a00, 0x2aff, 'mathematical signs'],
  [0xd800, 0xdfff, 'halves of characters'],
  [0xe000, 0xf8ff, 'private use'],
  [0xfff0, 0xffff, 'specials'],
  [0x1d100, 0x1d1ff, 'musical signs'],
  [0x1d400, 0x1d7ff, 'mathematical alphabets'],
  [0x1f000, 0x1faff, 'pictographs'],
  [0xf0000, 0x10ffff, 'private use'],
];

/** Characters that no font can be expected to have. */
const meaningless: ReadonlySet<string> = new Set([
  'control characters',
  'halves of characters',
  'private use',
  'specials',
]);

/**
 * Says what a missing cluster is, and which package has it.
 * @param language BCP 47, of the book
 */
export function describeMissing(cluster: string, language: string): MissingCharacter {
  const script = scriptOf(cluster);
  const [packaged] = script === null ? [] : packagesFor(script, language);
  if (script !== null && packaged !== undefined) {
    return { kind: scriptName(script), hint: `Run "npm install ${packaged.package}" in this folder, or name a font that has it with --font.` };
  }
  const kind = script === null ? blockOf(cluster.codePointAt(0) ?? 0) : scriptName(script);
  if (kind !== null && meaningless.has(kind)) {
    return { kind, hint: 'Replace the character in the text: it means nothing outside of the program or font that it was written for.' };
  }
  return { kind, hint: 'Name a font that has it with --font, or replace the character.' };
} // prettier-ignore

function blockOf(codePoint: number): string | null {
  return blocks.find(([first, last]) => codePoint >= first && codePoint <= last)?.[2] ?? null;
}
