import type { Anthology, BookMetadata } from '../book/tree.ts';
import type { WrapDesign } from '../cover/wrap/designWrap.ts';
import type { WrapPlan } from '../cover/wrap/planWrap.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isRightToLeft } from '../text/writingDirection.ts';
import type { CoverRules, PaperStock } from '../theme/printers/coverRules.ts';
import { printProfiles } from '../theme/printProfile.ts';
import type { PrintDesign } from '../theme/theme.ts';
import type { WrapFacts } from './compileEvent.ts';
import { type Edition, impositionOf, profileOf } from './edition.ts';
import type { FileBeside, Made } from './made.ts';
import type { CoverMaker } from './makeCover.ts';
import { rasterizeArt } from './rasterizeArt.ts';

/** Who draws the front, on whatever canvas. */
export type FrontMaker = Pick<CoverMaker, 'subject' | 'designOn'>;

/** A book in an edition, and what its cover is drawn by. */
export interface WrapRequest {
  readonly book: Anthology;
  readonly edition: Edition;
  readonly design: PrintDesign;
  /** `null` for a book that is to have no cover. */
  readonly cover: FrontMaker | null;
}

/**
 * A file of pages with the cover that goes around them: for a printer, who asks for both, and where a wrap is asked for. What
 * is imposed has its cover from who folds it.
 */
export function withWrap(made: Made, { cover, ...request }: WrapRequest): Made {
  const { edition, design } = request;
  const { pages, beside = [] } = made;
  if (cover === null || pages === null || !asksForWrap(edition, design)) return made;
  const make = () => makeWrap({ ...request, cover, pages });
  return { ...made, beside: [...beside, { kind: 'wrapCover', ending: '.cover.pdf', make } satisfies FileBeside] };
}

/** Whether a cover goes around an edition: for a printer, and where one is asked for; what is folded is asked apart. */
export function asksForWrap(edition: Edition, { binding }: PrintDesign): boolean {
  const imposition = impositionOf(edition);
  if (imposition !== null) return imposition.cover === 'apart';
  return binding.hasWrap ?? printProfiles[profileOf(edition)].printer !== null;
}

interface WantedWrap {
  readonly book: Anthology;
  readonly edition: Edition;
  readonly design: PrintDesign;
  readonly pages: number;
  readonly cover: FrontMaker;
}

async function makeWrap(request: WantedWrap): Promise<Made> {
  const { book, edition, design, pages } = request;
  const { spineWidthPt } = await import('../theme/printers/allCoverRules.ts');
  const rules = await coverRulesOf(edition);
  const stock = design.binding.stock ?? 'white';
  const spinePt = spineWidthPt(rules, pages, stock);
  const home = design.binding.bleedPt;
  const wrap = await drawWrap({
    ...request,
    rules,
    spinePt,
    bleedPt: rules.barcode === null ? home : rules.bleedPt,
    hasSpineText: pages >= rules.spineTextFromPages,
  });
  const { printFactsOf } = await import('./printEdition.ts');
  return {
    content: wrap.content,
    pages: 1,
    print: { ...printFactsOf(edition, design), wrap: wrapFacts(wrap, stock, pages) },
    diagnostics: wrapFindings(rules, book.metadata, wrap, pages),
  };
}

/** A wrap of any spine, for those who know it: by a printer's rules, from the thickness of folded sheets, or 0 for none. */
export interface WrapOrder {
  readonly book: Anthology;
  readonly design: Pick<PrintDesign, 'trimPt'>;
  readonly cover: FrontMaker;
  readonly rules: CoverRules;
  readonly spinePt: number;
  readonly bleedPt: number;
  readonly hasSpineText: boolean;
}

export interface DrawnWrap extends Pick<WrapDesign, 'drawing' | 'hasSpineText' | 'isBackShortened'> {
  readonly plan: WrapPlan;
  /** The cover as a PDF of one page. */
  readonly content: AsyncIterable<Uint8Array>;
}

/** Designs back, spine and front, and draws them. Presses get nothing that is clear. */
export async function drawWrap(order: WrapOrder): Promise<DrawnWrap> {
  const { book, design, cover, rules, spinePt, bleedPt } = order;
  const { metadata } = book;
  const [{ planWrap, designWrap, frontCanvas, wrapWords }, { writeCover }] = await Promise.all([
    import('../cover/wrap/wraps.ts'),
    import('../pdf/writeCover.ts'),
  ]);
  const { safePt, spineSafePt, barcode } = rules;
  const direction = isRightToLeft(metadata.language) ? 'rtl' : 'ltr';
  const plan = planWrap({ trimPt: design.trimPt, spinePt, bleedPt, direction, safePt, spineSafePt, barcode });
  const front = cover.designOn(frontCanvas(design.trimPt, bleedPt));
  const words = { ...wrapWords(metadata), hasSpineText: order.hasSpineText };
  const wrap = designWrap(cover.subject, words, front, plan);
  const isForPress = barcode !== null;
  const content = writeCover({
    drawing: wrap.drawing,
    trimPt: plan.trimPt,
    bleedPt,
    metadata,
    rasterizeArt: isForPress ? rasterizeArt : null,
  });
  return { ...wrap, plan, content };
}

async function coverRulesOf(edition: Edition): Promise<CoverRules> {
  const profile = profileOf(edition);
  switch (profile) {
    case 'kdp':
      return (await import('../theme/printers/allCoverRules.ts')).kdpCover;
    case 'lulu':
      return (await import('../theme/printers/allCoverRules.ts')).luluCover;
    case 'screen':
    case 'print':
    case 'archive':
      return (await import('../theme/printers/allCoverRules.ts')).homeCover;
  }
}

function wrapFacts({ plan, hasSpineText }: DrawnWrap, stock: PaperStock, pages: number): WrapFacts {
  return { trimPt: plan.trimPt, bleedPt: plan.bleedPt, spinePt: plan.spinePt, stock, pages, hasSpineText };
}

function wrapFindings(rules: CoverRules, { displayTitle }: BookMetadata, wrap: DrawnWrap, pages: number): Diagnostic[] {
  const source = rules.source === null ? {} : { source: rules.source };
  const found: Diagnostic[] = [];
  if (!wrap.hasSpineText) {
    const why =
      pages < rules.spineTextFromPages
        ? `${rules.name} takes spine text from ${rules.spineTextFromPages} pages, and “${displayTitle}” has ${pages}`
        : `the spine of “${displayTitle}” is ${Math.round((wrap.plan.spinePt / 72) * 1000) / 1000} in wide, too narrow for its title`;
    const message = `${why.charAt(0).toUpperCase()}${why.slice(1)}; its spine is plain.`;
    found.push({ code: 'print/plain-spine', severity: 'info', message, ...source });
  }
  if (wrap.isBackShortened) {
    const message = `The description of “${displayTitle}” does not fit the back of its cover; its end is left out.`;
    const hint = 'Give a shorter "description" in the book.yaml.';
    found.push({ code: 'print/back-too-long', severity: 'warning', message, hint });
  }
  return found;
}
