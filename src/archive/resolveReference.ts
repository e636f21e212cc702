/** Where a reference of a document in the book leads. */
export type Target =
  | { readonly kind: 'inside'; readonly path: string; readonly fragment: string | null }
  | { readonly kind: 'remote'; readonly url: string }
  /** Out of the archive, or at nothing that can be resolved. */
  | { readonly kind: 'outside' }
  /** `mailto:`, `data:` and others that stand for themselves. */
  | { readonly kind: 'itself' };

/** Matches `mailto:`, `https:`; not `chapter-1.xhtml`. */
const scheme = /^([a-z][a-z0-9+.-]*):/i;

/**
 * Resolves a reference from a file of the archive: from `OEBPS/text/a.xhtml`, `../nav.xhtml#toc` → `OEBPS/nav.xhtml` and
 * `toc`.
 */
export function resolveReference(fromPath: string, reference: string): Target {
  const trimmed = reference.trim();
  if (/^(?:https?:)?\/\//i.test(trimmed)) return { kind: 'remote', url: trimmed };
  const [, schemeName] = scheme.exec(trimmed) ?? [];
  if (schemeName !== undefined) return { kind: schemeName.toLowerCase() === 'file' ? 'outside' : 'itself' };
  const hash = trimmed.indexOf('#');
  const pathPart = (hash === -1 ? trimmed : trimmed.slice(0, hash)).replace(/\?.*$/s, '');
  const fragment = hash === -1 ? null : decodePercent(trimmed.slice(hash + 1));
  if (pathPart === '') return { kind: 'inside', path: fromPath, fragment };
  const path = pathPart.startsWith('/') ? null : resolvePath(fromPath, decodePercent(pathPart));
  return path === null ? { kind: 'outside' } : { kind: 'inside', path, fragment };
}

/** The path in the archive, or `null` when it climbs out of it. */
function resolvePath(fromPath: string, relativePath: string): string | null {
  const segments = fromPath.split('/').slice(0, -1);
  for (const segment of relativePath.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.join('/');
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
