import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type ImpositionSettings, homePaper, impositionRequest } from '../impose/impositionSettings.ts';
import { pagesInRange } from '../impose/pageRange.ts';
import { describePaper } from '../impose/paperSizes.ts';
import { planSheets } from '../impose/planSheets.ts';
import { countAnnotations } from '../pdf/foreign/countAnnotations.ts';
import { fitPages } from '../pdf/foreign/fitPages.ts';
import { damaged, openForeignPdf } from '../pdf/foreign/openForeignPdf.ts';
import { writeForeignSheets } from '../pdf/foreign/writeForeignSheets.ts';
import { annotationsLeftOut, pagesNotThere, partsMissing, sizesDiffer, trimBoxTaken } from './imposeFindings.ts';
import type { Made } from './made.ts';
import { type Pace, unresting } from './pace.ts';
import { proofBeside } from './makeProof.ts';

/** A PDF that somebody else made, and how its pages are to lie on sheets. */
export interface ImposeRequest {
  /** Its name in messages. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly settings: ImpositionSettings;
  /** Which part of its pages is placed: all that is shown, what is left when they are cut, or this where all of them say it. */
  readonly pageBox: 'auto' | 'crop' | 'trim';
  /** Whether there is to be a picture of the sheets; none unless said otherwise. */
  readonly hasFoldPreview?: boolean;
}

/** Sheets of somebody else's pages. */
export interface ImposedFile extends Made {
  /** The size of most pages on the sheets by their own. */
  readonly scale: number;
}

/**
 * Lays the pages of somebody else's PDF on sheets; the same file, the same bytes.
 * @throws CompileError `source/not-a-pdf`, `source/protected-pdf`, `source/invalid-pdf`, `config/usage` where none of the
 * pages that are asked for is there, and what the scheme refuses
 */
export async function imposeFile(
  { path, bytes, settings, pageBox, hasFoldPreview = false }: ImposeRequest,
  pace: Pace = unresting,
): Promise<ImposedFile> {
  const pdf = await openForeignPdf(path, bytes);
  await pace.rest();
  const chosen = pagesInRange(settings.pages ?? null, pdf.pages.length);
  if (chosen.length === 0) {
    throw new CompileError('config/usage', `${path} has ${countPages(pdf.pages.length)}, and none of those that are asked for.`, {
      hint: 'Name others with --pages.',
      path,
    }); // prettier-ignore
  }
  const pages = chosen.flatMap(index => pdf.pages[index] ?? []);
  const { scaling = 'fit' } = settings;
  const fitted = fitPages(pages, pageBox, scaling);
  // Pages of Letter become a booklet of Letter, and not of a sheet that few printers take.
  const paper = settings.paper ?? (scaling === 'fit' ? homePaper(fitted.trimPt) : undefined);
  const request = impositionRequest(
    { ...settings, paper },
    {
      pages: pages.length,
      trimPt: fitted.trimPt,
      bleedPt: fitted.bleedPt,
      direction: pdf.isRightToLeft ? 'rtl' : 'ltr',
      scaling,
    },
  );
  const plan = planSheets(request);
  const diagnostics: Diagnostic[] = [
    ...pagesNotThere(path, settings.pages, pdf.pages.length),
    ...trimBoxTaken(path, fitted),
    ...sizesDiffer(path, fitted, chosen),
    ...annotationsLeftOut(path, countAnnotations(pages)),
  ];
  await pace.rest();
  const { bytes: sheets, missing } = await writeForeignSheets(pdf, fitted, plan).catch((cause: unknown) => {
    throw damaged(path, cause instanceof RangeError ? cause.message : 'its pages cannot be put together', cause);
  });
  diagnostics.push(...partsMissing(path, missing));
  return {
    content: [sheets],
    beside: proofBeside(
      { title: titleOf(path), request, plan, savesASheet: null },
      { hasPreview: hasFoldPreview, modified: noMoment },
    ),
    scale: plan.scale,
    pages: pages.length,
    print: null,
    sheets: {
      scheme: plan.scheme,
      paper: describePaper(request.paperPt),
      paperPt: request.paperPt,
      duplex: plan.duplex,
      sheets: plan.sheets.length,
      blanks: plan.blanks,
      savesASheet: null,
    },
    diagnostics,
  };
}

function countPages(pages: number): string {
  return pages === 1 ? 'one page' : `${pages} pages`;
}

/** A clock would change the bytes, and no one knows when the pages were changed: the moment of books without a date. */
const noMoment = '2000-01-01T00:00:00Z';

/** The name of a file, without its folder and its ending: `drafts/novel.pdf` → `novel`. */
function titleOf(path: string): string {
  return path.replace(/^.*[/\\]/, '').replace(/\.pdf$/i, '');
}
