import { mergeTexts } from '../../book/mergeTexts.ts';
import type { Image, Inline } from '../../book/tree.ts';
import { foreignLanguage, primaryLanguage } from '../foreignLanguage.ts';
import { attribute, type HtmlElement } from './htmlDocument.ts';

/** What a run of text is set in; each kind at most once. */
export type Format =
  | { readonly type: 'emphasis' | 'strong' | 'strikethrough' | 'superscript' | 'subscript' | 'inlineCode' }
  | { readonly type: 'link'; readonly url: string }
  | { readonly type: 'foreign'; readonly lang: string };

type FormatType = Format['type'];
type SimpleFormat = Exclude<FormatType, 'link' | 'foreign'>;

const formatOfElement: Readonly<Record<string, SimpleFormat>> = {
  em: 'emphasis',
  i: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  var: 'emphasis',
  strong: 'strong',
  b: 'strong',
  del: 'strikethrough',
  s: 'strikethrough',
  strike: 'strikethrough',
  sup: 'superscript',
  sub: 'subscript',
  code: 'inlineCode',
  kbd: 'inlineCode',
  samp: 'inlineCode',
  tt: 'inlineCode',
};

/** Formats set and unset by declarations of CSS. */
export interface StyleEffect {
  readonly on: readonly SimpleFormat[];
  readonly off: readonly FormatType[];
}

/** Reads what the declarations of a style say that a book keeps: `font-style: italic` → emphasis on; not Word's `mso-bidi-font-style`. */
export function readDeclarations(css: string): StyleEffect {
  const on: StyleEffect['on'][number][] = [];
  const off: FormatType[] = [];
  const italic = /(?<![-\w])font-style\s*:\s*(italic|oblique|normal)/i.exec(css)?.[1]?.toLowerCase();
  if (italic !== undefined) (italic === 'normal' ? off : on).push('emphasis');
  const weight = /(?<![-\w])font-weight\s*:\s*(bold(?:er)?|normal|lighter|\d{3})/i.exec(css)?.[1]?.toLowerCase();
  if (weight !== undefined) (/^(?:bold|[6-9]\d\d)/.test(weight) ? on : off).push('strong');
  if (/(?<![-\w])text-decoration(?:-line)?\s*:[^;]{0,40}line-through/i.test(css)) on.push('strikethrough');
  const raised = /(?<![-\w])vertical-align\s*:\s*(super|sub)\b/i.exec(css)?.[1]?.toLowerCase();
  if (raised !== undefined) on.push(raised === 'super' ? 'superscript' : 'subscript');
  return { on, off };
}

/** The formats inside an element, given those around it. */
export function formatsInside(
  element: HtmlElement,
  around: readonly Format[],
  styles: ReadonlyMap<string, StyleEffect>,
  pageLanguages: ReadonlySet<string>,
): readonly Format[] {
  let formats = around;
  const own = formatOfElement[element.tagName];
  if (own !== undefined) formats = withFormat(formats, { type: own });
  formats = withLanguage(formats, attribute(element, 'lang') ?? attribute(element, 'xml:lang'), pageLanguages);
  const url = element.tagName === 'a' ? linkTarget(attribute(element, 'href')) : null;
  if (url !== null) formats = withFormat(formats, { type: 'link', url });
  for (const name of (attribute(element, 'class') ?? '').split(/\s+/)) {
    const effect = styles.get(name);
    if (effect !== undefined) formats = applyEffect(formats, effect);
  }
  const style = attribute(element, 'style');
  return style === null ? formats : applyEffect(formats, readDeclarations(style));
}

/** Only addresses that mean something outside the file become links: `https:`, `http:`, `mailto:`; never `javascript:` or `data:`. */
export function linkTarget(href: string | null): string | null {
  const url = href?.trim() ?? '';
  return /^(?:https?:\/\/|mailto:)[^\s<>"]+$/i.test(url) ? url : null;
}

function applyEffect(formats: readonly Format[], { on, off }: StyleEffect): readonly Format[] {
  const kept = off.length === 0 ? formats : formats.filter(format => !off.includes(format.type));
  return on.reduce<readonly Format[]>((all, type) => withFormat(all, { type }), kept);
}

/** Words in another language than those around them, which are in one of the page's own if nothing says otherwise. */
function withLanguage(
  formats: readonly Format[],
  value: string | null,
  pageLanguages: ReadonlySet<string>,
): readonly Format[] {
  const lang = value === null ? null : foreignLanguage(value);
  if (lang === null) return formats;
  const around = formats.findLast(format => format.type === 'foreign');
  const isSame = around === undefined ? pageLanguages.has(primaryLanguage(lang)) : primaryLanguage(around.lang) === primaryLanguage(lang); // prettier-ignore
  return isSame ? formats : [...formats, { type: 'foreign', lang }];
}

function withFormat(formats: readonly Format[], added: Format): readonly Format[] {
  return formats.some(format => format.type === added.type) ? formats : [...formats, added];
}

/** A stretch of text, or the end of a line, with its formats from the outside in. */
export interface FormattedRun {
  readonly value: string;
  readonly isBreak: boolean;
  readonly formats: readonly Format[];
  /** The note that the run is the mark of; it has no words then. */
  readonly noteId?: string;
  /** The picture that is shown; `value` is its description. */
  readonly image?: Image;
}

/** Nests runs into inlines: neighbours that share a format share its node. */
export function nestRuns(runs: readonly FormattedRun[], depth = 0): Inline[] {
  const inlines: Inline[] = [];
  for (let start = 0; start < runs.length;) {
    const format = runs[start]?.formats[depth];
    let end = start + 1;
    while (end < runs.length && isSame(runs[end]?.formats[depth], format)) end++;
    const inside = runs.slice(start, end);
    if (format === undefined) for (const inline of plainInlines(inside)) inlines.push(inline);
    else if (format.type === 'inlineCode') inlines.push({ type: 'inlineCode', value: textOf(inside) });
    else if (format.type === 'link' || format.type === 'foreign')
      inlines.push({ ...format, children: nestRuns(inside, depth + 1) });
    else inlines.push({ type: format.type, children: nestRuns(inside, depth + 1) });
    start = end;
  }
  return inlines;
}

function isSame(left: Format | undefined, right: Format | undefined): boolean {
  if (left?.type !== right?.type) return false;
  if (left?.type === 'foreign') return right?.type === 'foreign' && left.lang === right.lang;
  return left?.type !== 'link' || (right?.type === 'link' && left.url === right.url);
}

function plainInlines(runs: readonly FormattedRun[]): Inline[] {
  const inlines: Inline[] = [];
  for (const { isBreak, image, noteId, value } of runs) {
    if (isBreak) inlines.push({ type: 'hardBreak' });
    else if (noteId !== undefined) inlines.push({ type: 'footnoteReference', noteId });
    else inlines.push(image ?? { type: 'text', value });
  }
  return mergeTexts(inlines);
}

function textOf(runs: readonly FormattedRun[]): string {
  return runs.map(run => (run.isBreak ? ' ' : run.value)).join('');
}
