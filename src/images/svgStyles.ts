/** Properties that a style sheet sets for some elements. */
export interface StyleRule {
  readonly properties: readonly (readonly [name: string, value: string])[];
  /** Whether it may hold for an element with these attributes; selectors that are not simple hold for all. */
  readonly suits: (attributes: ReadonlyMap<string, string>) => boolean;
}

/** Matches `.a, .b { opacity: .5 }`. */
const rulePattern = /([^{}]*)\{([^{}]*)\}/g;
/** Matches `.cls-1`, `#lamp`; not `g`, `.a .b`, `.a:hover`. */
const simpleSelector = /^([.#])([\w-]+)$/;

/**
 * The rules of style sheets in which something of interest can stand. It reads what programs for drawing write; what is
 * written otherwise is taken to hold for every element, so that nothing is overlooked.
 */
export function styleRules(sheets: readonly string[]): StyleRule[] {
  return sheets.flatMap(sheet =>
    [...sheet.replace(/\/\*[^]*?\*\//g, '').matchAll(rulePattern)].map(([, selectors = '', body = '']): StyleRule => {
      const marks = selectors.split(',').map(selector => simpleSelector.exec(selector.trim()));
      return { properties: propertiesOf(body), suits: attributes => marks.some(mark => isMarked(mark, attributes)) };
    }),
  );
}

function isMarked(mark: RegExpExecArray | null, attributes: ReadonlyMap<string, string>): boolean {
  if (mark === null) return true;
  const [, kind, name = ''] = mark;
  if (kind === '#') return attributes.get('id') === name;
  return (attributes.get('class') ?? '').split(/\s+/).includes(name);
}

/** Letters written as codes (`\6f pacity`) may say anything: they are taken for what costs most. */
function propertiesOf(body: string): (readonly [name: string, value: string])[] {
  if (body.includes('\\')) return [['opacity', '0']];
  return body.split(';').flatMap(declaration => {
    const colon = declaration.indexOf(':');
    return colon < 0
      ? []
      : [[declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim()] as const];
  });
}
