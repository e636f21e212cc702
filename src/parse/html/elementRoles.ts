import { attribute, type HtmlElement } from './htmlDocument.ts';

/** How an element takes part in the flow of a page. */
export type ElementRole =
  'inline' | 'block' | 'heading' | 'rule' | 'break' | 'image' | 'list' | 'quote' | 'figure' | 'preformatted' | 'table' | 'program' | 'foreign'; // prettier-ignore

const roles: Readonly<Record<string, ElementRole>> = {
  ...listed('block', 'address article aside body caption center dd details dialog dir div dl dt fieldset figcaption footer form header hgroup html legend li main nav optgroup option p search section summary tbody td tfoot th thead tr'), // prettier-ignore
  ...listed('heading', 'h1 h2 h3 h4 h5 h6'),
  ...listed('rule', 'hr'),
  ...listed('break', 'br'),
  ...listed('image', 'img'),
  ...listed('list', 'ul ol menu'),
  ...listed('quote', 'blockquote'),
  ...listed('figure', 'figure'),
  ...listed('preformatted', 'pre listing xmp plaintext'),
  ...listed('table', 'table'),
  ...listed('program', 'head script style template link meta base area col colgroup param source track wbr'),
  // Other documents, players, drawings and controls: nothing of them is read, their words are listed as removed.
  ...listed('foreign', 'applet audio button canvas datalist embed frame iframe input map math meter noembed noframes noscript object progress select svg textarea video'), // prettier-ignore
};

/** Elements inside a line; those that only look different are listed to tell them from words in angle brackets. */
const inlineElements = new Set('a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark marquee nobr output picture q rb rp rt rtc ruby s samp slot small span strike strong sub sup time title tt u var'.split(' ')); // prettier-ignore

/** Whether a name in angle brackets is an element; `<grin>` and `<sigh>` are words. */
export function isHtmlElement(name: string): boolean {
  return Object.hasOwn(roles, name) || inlineElements.has(name);
}

function listed(role: ElementRole, names: string): Record<string, ElementRole> {
  return Object.fromEntries(names.split(' ').map(name => [name, role]));
}

/** The role of an element; of one that is unknown, the words are read as if it were not there. */
export function roleOf(element: HtmlElement): ElementRole {
  return Object.hasOwn(roles, element.tagName) ? (roles[element.tagName] ?? 'inline') : 'inline';
}

/** Whether nothing of an element is read: programs, other documents, drawings, controls. */
export function isOutOfSight(name: string): boolean {
  return roles[name] === 'program' || roles[name] === 'foreign';
}

/** Whether a page keeps an element out of sight: `hidden`, `display: none`. */
export function isHidden(element: HtmlElement): boolean {
  if (attribute(element, 'hidden') !== null) return true;
  return /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style') ?? '');
}
