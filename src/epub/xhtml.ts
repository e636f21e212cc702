import { escapeXml } from '../text/escapeXml.ts';

/** Known to this file alone, so that nothing else can pass for markup. */
const brand: unique symbol = Symbol('xhtml');

/**
 * Well-formed markup, of XHTML or of the other XML files of a package. Only {@link xhtml} and its companions here make
 * it, and they escape what they are given: text that was not escaped does not compile where markup is wanted.
 */
export interface Xhtml {
  readonly [brand]: true;
  readonly markup: string;
}

type Interpolated = string | number | Xhtml | readonly Xhtml[];

/** Markup from a template: what stands in it literally is markup, text put into it is escaped. */
export function xhtml(strings: TemplateStringsArray, ...values: readonly Interpolated[]): Xhtml {
  let markup = strings[0] ?? '';
  for (let index = 0; index < values.length; index++) {
    markup += markupOf(values[index] ?? '') + (strings[index + 1] ?? '');
  }
  return { [brand]: true, markup };
}

function markupOf(value: Interpolated): string {
  if (typeof value === 'string') return escapeXml(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(part => part.markup).join('');
}

export const noMarkup: Xhtml = xhtml``;

/** Pieces one after another, a newline between them; empty pieces leave no line. */
export function lines(parts: readonly Xhtml[]): Xhtml {
  const markups: string[] = [];
  for (const { markup } of parts) if (markup !== '') markups.push(markup);
  return { [brand]: true, markup: markups.join('\n') };
}

/** Attributes with a space before each; those without a value are left out: `{ id: 'a', role: undefined }` → ` id="a"`. */
export function attributes(values: Readonly<Record<string, string | undefined>>): Xhtml {
  let markup = '';
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) markup += ` ${name}="${escapeXml(value)}"`;
  }
  return { [brand]: true, markup };
}
