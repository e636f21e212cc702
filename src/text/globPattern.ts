/** Signs that make a pattern of a path. */
const patternSigns = /[*?{[]/;

/** Whether a text is a pattern: `lamps/*`, `ch?.txt`; not `lamps`. */
export function isGlobPattern(text: string): boolean {
  return patternSigns.test(text);
}

/**
 * Tells whether a path is one that a pattern means: `*` stands for any letters of one name, `**` for any folders, `?` for one
 * letter, `{a,b}` for either, `[a-c]` for one of them. Large and small letters are the same.
 */
export function globMatcher(pattern: string): (path: string) => boolean {
  const expression = new RegExp(`^${toExpression(pattern)}$`, 'iu');
  return path => expression.test(path);
}

/** Parts of a pattern: `**` and a slash, `**`, `*`, `?`, `[!a-c]`, `{`, `,`, `}`, and any letter. */
const patternPart = /\*\*\/|\*\*|\*|\?|\[[!^]?[^\]/]+\]|[^]/gu;

function toExpression(pattern: string): string {
  let depth = 0;
  return (pattern.match(patternPart) ?? [])
    .map(part => {
      if (part === '**/') return '(?:[^/]+/)*';
      if (part === '**') return '.*';
      if (part === '*') return '[^/]*';
      if (part === '?') return '[^/]';
      if (part.length > 1 && part.startsWith('[')) return classOf(part);
      if (part === '{' && hasClose(pattern)) {
        depth++;
        return '(?:';
      }
      if (part === '}' && depth > 0) {
        depth--;
        return ')';
      }
      if (part === ',' && depth > 0) return '|';
      return escape(part);
    })
    .join('');
}

function hasClose(pattern: string): boolean {
  return (pattern.match(/\{/g) ?? []).length === (pattern.match(/\}/g) ?? []).length;
}

/** `[!a-c]` → `[^a-c]` */
function classOf(part: string): string {
  const isNegated = /^\[[!^]/.test(part);
  const letters = part.slice(isNegated ? 2 : 1, -1).replace(/[\\^[\]&]/g, '\\$&');
  return `[${isNegated ? '^' : ''}${letters}]`;
}

function escape(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}
