import type { EpubDesign } from '../theme/theme.ts';
import type { BookMotifs, ShownBreak } from './bookMotifs.ts';
import type { FontSubset } from './embeddedFonts.ts';

/** The book's style sheet: the theme's, behind the rules for its fonts, its openers and its scene breaks. */
export function renderStylesheet(
  design: EpubDesign,
  fonts: readonly FontSubset[],
  { openers, sceneBreak }: Pick<BookMotifs, 'openers' | 'sceneBreak'>,
): string {
  const rules = [
    ...fonts.map(font => fontFaceRule(font)),
    ...(openers === null ? [] : openerRules),
    ...sceneBreakRules(sceneBreak),
  ];
  if (rules.length === 0) return design.stylesheet;
  const charset = '@charset "utf-8";';
  const sheet = design.stylesheet.startsWith(charset) ? design.stylesheet.slice(charset.length) : design.stylesheet;
  return `${charset}\n\n${rules.join('\n\n')}\n${sheet}`;
}

function fontFaceRule({ family, weight, style, fileName }: FontSubset): string {
  return `@font-face {
  font-family: ${cssString(family)};
  font-weight: ${weight};
  font-style: ${style};
  src: url("${fileName}");
}`;
}

/** Readers keep the shape of a picture of which they know one side. */
const openerRules: readonly string[] = [
  `p.opener {
  margin: 1.5em 0;
  text-align: center;
  text-indent: 0;
}`,
  `p.opener img {
  width: auto;
  height: 4.4em;
}`,
];

/**
 * A scene break stays an `hr`, which all readers show as a rule and read out by its label. Only engines of this century
 * know `:not()`, and all of those show a picture or text instead of the rule; the others pass the block by.
 */
function sceneBreakRules(sceneBreak: ShownBreak): readonly string[] {
  switch (sceneBreak.type) {
    case 'rule':
      return [];
    case 'stars':
      return [
        `hr:not(.rule) {
  width: auto;
  height: auto;
  border: 0;
  text-align: center;
}`,
        `hr:not(.rule)::before {
  content: ${cssString(sceneBreak.text)};
}`,
      ];
    case 'picture':
      return [
        `hr:not(.rule) {
  width: auto;
  height: ${String(sceneBreak.heightEm)}em;
  border: 0;
  background: url("${sceneBreak.fileName}") no-repeat center;
  background-size: contain;
}`,
      ];
  }
}

/** A CSS string that ends nowhere but at its end (CSS 2.1 §4.1.3). */
function cssString(text: string): string {
  const escaped = text.replace(/["\\\n\r\f<]/g, character => `\\${character.charCodeAt(0).toString(16)} `);
  return `"${escaped}"`;
}
