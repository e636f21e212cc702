import { subsetFont } from '../fonts/subsetFont.ts';
import { slugify } from '../text/slug.ts';
import type { EmbeddedFont, FontUse } from '../theme/theme.ts';

/** A font as the book holds it: only the letters that it sets. */
export interface FontSubset {
  readonly family: string;
  readonly weight: EmbeddedFont['weight'];
  readonly style: EmbeddedFont['style'];
  /** Relative to the style sheet. */
  readonly fileName: string;
  /** As EPUB 3.3 §3.2 lists the core media types of fonts. */
  readonly mediaType: 'font/ttf' | 'font/otf';
  readonly data: Uint8Array;
}

/**
 * The subsets that a book needs of a theme's fonts; a font of which no letter is used is left out.
 * @param documents the markup of the book's finished pages
 */
export function embedFonts(fonts: readonly EmbeddedFont[], documents: readonly string[]): readonly FontSubset[] {
  if (fonts.length === 0) return [];
  const used = new Map<FontUse, ReadonlySet<number>>();
  const codePointsFor = (use: FontUse): ReadonlySet<number> => {
    const known = used.get(use) ?? codePointsOf(use, documents);
    used.set(use, known);
    return known;
  };
  return fonts.flatMap(({ family, weight, style, uses, data }, index) => {
    const codePoints = new Set(uses.flatMap(use => [...codePointsFor(use)]));
    const subset = codePoints.size === 0 ? null : subsetFont(data, codePoints);
    if (subset === null) return [];
    const isOpenType = data[0] === 0x4f;
    const name = [asciiName(family), weight, style, index + 1].filter(part => part !== 'normal').join('-');
    return [
      {
        family,
        weight,
        style,
        fileName: `fonts/${name}.${isOpenType ? 'otf' : 'ttf'}`,
        mediaType: isOpenType ? ('font/otf' as const) : ('font/ttf' as const),
        data: subset,
      },
    ];
  });
}

/** `EB Garamond` → `eb-garamond`; file names in a book are ASCII. */
function asciiName(family: string): string {
  return slugify(family).replace(/[^a-z0-9-]/g, '') || 'font';
}

/** Matches `<h2 lang="fr">Le <em>Chat</em></h2>`; its words are the second group. */
const heading = /<(h[1-6])\b[^>]*>([^]*?)<\/\1>/g;
const dropCap = /<(span) class="drop-cap">([^]*?)<\/span>/g;
/** Pages that show titles: those of the book, of a story and of a part. */
const titlePageSection = /<section\b[^>]*(?:\bid="(?:half)?titlepage"|\bclass="(?:story|part)\b)/;
const contentsSection = /<nav\b/;

/** The characters that stand where a font is used, as the finished pages have them, and their capitals. */
function codePointsOf(use: FontUse, documents: readonly string[]): ReadonlySet<number> {
  const characters = new Set<string>();
  for (const document of documents) {
    const body = document.slice(document.indexOf('<body'));
    for (const markup of markupFor(use, body)) for (const character of wordsOf(markup)) characters.add(character);
  }
  characters.delete('\n');
  // Style sheets set titles in capitals, and reading systems make small capitals of them.
  const withCapitals = [...characters].flatMap(character => [character, ...character.toUpperCase()]);
  return new Set(withCapitals.map(character => character.codePointAt(0) ?? 0));
}

function markupFor(use: FontUse, body: string): readonly string[] {
  switch (use) {
    case 'body':
      return [body];
    case 'headings':
      return Array.from(body.matchAll(heading), match => match[2] ?? '');
    case 'dropCaps':
      return Array.from(body.matchAll(dropCap), match => match[2] ?? '');
    case 'titlePage':
      return titlePageSection.test(body) ? [body] : [];
    case 'contents':
      return contentsSection.test(body) ? [body] : [];
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function wordsOf(markup: string): string {
  return markup.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');
}
