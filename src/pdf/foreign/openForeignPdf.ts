import { type PDFContext, PDFDict, PDFName, PDFParser, PDFRef } from '@cantoo/pdf-lib';
import { CompileError } from '../../diagnostics/compileError.ts';
import { type ForeignPage, readPages } from './foreignPage.ts';
import { entry } from './pdfValues.ts';

/** A PDF that somebody else made, read whole. */
export interface ForeignPdf {
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly pages: readonly ForeignPage[];
  /** Whether it says that its pages are turned from right to left. */
  readonly isRightToLeft: boolean;
}

/** The header stands within so many bytes of the beginning: what comes before it is junk that readers skip. */
const headerWithin = 1024;

/**
 * Reads a PDF, whatever state its table of objects is in: every object is looked for in the file itself.
 * @throws CompileError `source/not-a-pdf`, `source/protected-pdf`, `source/invalid-pdf` for one that lacks a page or part of
 * one, or is of no page
 */
export async function openForeignPdf(path: string, bytes: Uint8Array): Promise<ForeignPdf> {
  if (bytes.length === 0) {
    throw new CompileError('source/not-a-pdf', `${path} is no PDF: it is empty.`, {
      hint: 'Make or fetch it again.',
      path,
    });
  }
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headerWithin)).toString('latin1');
  if (!start.includes('%PDF-')) {
    throw new CompileError('source/not-a-pdf', `${path} is no PDF: it does not begin as one.`, {
      hint: 'Name a PDF; a story is made into sheets by "fascicle build" with an edition such as booklet.',
      path,
    });
  }
  const context = await parse(path, bytes);
  const catalog = context.lookup(context.trailerInfo.Root);
  if (!(catalog instanceof PDFDict)) throw damaged(path, 'its catalog is missing');
  const pages = readPages(context, catalog);
  if (typeof pages === 'string') throw damaged(path, pages);
  if (pages.length === 0) throw new CompileError('source/invalid-pdf', `${path} has no pages.`, { hint: 'Name a PDF with pages.', path }); // prettier-ignore
  const preferences = entry(catalog, 'ViewerPreferences');
  const direction = preferences instanceof PDFDict ? entry(preferences, 'Direction') : undefined;
  return { context, catalog, pages, isRightToLeft: direction === PDFName.of('R2L') };
}

async function parse(path: string, bytes: Uint8Array): Promise<PDFContext> {
  let context: PDFContext;
  try {
    context = await PDFParser.forBytesWithOptions(bytes).parseDocument();
  } catch (cause) {
    throw damaged(path, 'its objects cannot be read', cause);
  }
  const { Encrypt } = context.trailerInfo;
  if (Encrypt instanceof PDFRef || Encrypt instanceof PDFDict) {
    throw new CompileError('source/protected-pdf', `${path} is encrypted, and cannot be laid on sheets as it is.`, {
      hint: `Where you may, take the encryption off first: qpdf --decrypt ${quoted(path)} open.pdf`,
      path,
    });
  }
  return context;
}

/** What a PDF is refused with of which a part cannot be found: sheets that lack it would not be noticed before they are bound. */
export function damaged(path: string, what: string, cause?: unknown): CompileError {
  return new CompileError('source/invalid-pdf', `${path} is damaged: ${what}.`, {
    hint: `Fetch it again, or try to mend it: qpdf ${quoted(path)} mended.pdf`,
    path,
    ...(cause === undefined ? {} : { cause }),
  });
}

/** A path as a shell takes it. Left as it is: `a/b-1.pdf`; not: `my book.pdf`. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
