import { descendants, type HtmlParent, isText } from './htmlDocument.ts';
import { readDeclarations, type StyleEffect } from './inlineFormats.ts';

/** Matches `.c3`, `span.em`; not `.scene p`, which speaks of what is inside. */
const classSelector = /^[a-z]*\.([\w-]+)$/i;

/**
 * What the classes of a page's own style sheets say of emphasis. Word processors on the web write it there only:
 * `.c3{font-style:italic}` and `<span class="c3">`.
 */
export function readStyleSheets(document: HtmlParent): ReadonlyMap<string, StyleEffect> {
  const styles = new Map<string, StyleEffect>();
  for (const element of descendants(document)) {
    if (element.tagName !== 'style') continue;
    const css = element.childNodes.map(node => (isText(node) ? node.value : '')).join('');
    for (const rule of css.split('}')) {
      const [selectors = '', declarations = ''] = rule.split('{');
      const effect = readDeclarations(declarations);
      if (effect.on.length + effect.off.length === 0) continue;
      for (const selector of selectors.split(',')) {
        const name = classSelector.exec(selector.trim())?.[1];
        if (name !== undefined) styles.set(name, effect);
      }
    }
  }
  return styles;
}
