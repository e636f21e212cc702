import type { ArchiveFile } from '../../archive/archiveFile.ts';
import { toKoboPackage } from './koboPackage.ts';
import { toKoboPage } from './koboPage.ts';

/** The files of an EPUB as those of a KEPUB, which Kobo's own reader opens; made when they are packed. */
export function koboFiles(files: readonly ArchiveFile[]): readonly ArchiveFile[] {
  return files.map(file => {
    const rewrite = rewriteOf(file.path);
    if (rewrite === null) return file;
    return {
      path: file.path,
      get content() {
        const { content } = file;
        return rewrite(typeof content === 'string' ? content : new TextDecoder().decode(content));
      },
    };
  });
}

function rewriteOf(path: string): ((text: string) => string) | null {
  if (path.endsWith('.xhtml')) return toKoboPage;
  return path.endsWith('.opf') ? toKoboPackage : null;
}
