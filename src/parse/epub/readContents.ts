import type { Report } from '../../diagnostics/diagnostic.ts';
import { xhtmlAsHtml } from './xhtmlAsHtml.ts';
import type { ContentsEntry } from './contents.ts';
import { type EpubFile, readOrNull } from './openEpub.ts';
import { readNavigation } from './readNavigation.ts';
import { readNcx } from './readNcx.ts';
import type { PackageDocument } from './readPackage.ts';

/** What a book's contents, landmarks and guide say. */
export interface BookContents {
  readonly entries: readonly ContentsEntry[];
  /** Terms for documents by their paths: `titlepage`, `toc`. */
  readonly typeOf: (path: string) => string | null;
}

/** Reads the contents of a book, by its navigation document or, where it has none, by its NCX. */
export function readContents(epub: EpubFile, book: PackageDocument, report: Report): BookContents {
  const { navigationPath, ncxPath, guide, spine } = book;
  const bytes = navigationPath === null ? null : readOrNull(epub.read, navigationPath);
  const html = bytes === null ? '' : xhtmlAsHtml(new TextDecoder().decode(bytes).split('\n')).join('\n');
  const navigation = navigationPath === null ? null : readNavigation(html, navigationPath);
  const paths = new Set(spine.map(({ path }) => path));
  const usable = (entries: readonly ContentsEntry[]) => (leadsInto(entries, paths) ? entries : []);
  const own = usable(navigation?.contents ?? []);
  const entries = own.length > 0 || ncxPath === null || !epub.has(ncxPath) ? own : usable(readNcx(epub, ncxPath));
  if (entries.length === 0) {
    report({
      code: 'parse/epub-without-contents',
      severity: 'info',
      message: `${epub.path} has no table of contents to go by; its chapters were looked for in the text.`,
    });
  }
  const typeOf = (path: string) =>
    path === navigationPath ? 'toc' : (navigation?.landmarks.get(path) ?? guide.get(path)?.toLowerCase() ?? null);
  return { entries, typeOf };
}

/** Whether any entry leads into the reading order. */
function leadsInto(entries: readonly ContentsEntry[], paths: ReadonlySet<string>): boolean {
  return entries.some(({ path, children }) => (path !== null && paths.has(path)) || leadsInto(children, paths));
}
