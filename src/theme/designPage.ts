import { CompileError } from '../diagnostics/compileError.ts';
import { fewestCharacters, leadingFor, mostCharacters, pageByCanon } from './pageCanon.ts';
import { demandRoom, hasRoom } from './pageRoom.ts';
import { printDesignOver, unbound } from './printDesign.ts';
import type { PrintProfile } from './printProfile.ts';
import { runningRoom } from './runningRoom.ts';
import type { BindingDesign, GutterStep, PrintDesign } from './theme.ts';
import type { PrintSettings } from './themeSchema.ts';
import { describeTrim, isSameTrim, largerTrims } from './trimSizes.ts';

export interface PageRequest {
  /** The theme's page; its numbers count on a page of that size. */
  readonly theme: PrintDesign;
  readonly settings: PrintSettings;
  readonly profile: PrintProfile;
  /** The average advance of a family's text face, in ems; asked for only where something is derived. */
  readonly advanceOf: (family: string) => number;
}

/**
 * Designs the pages of an edition: what the settings say, else what the theme has for a page of that size, else what the
 * canon makes of it.
 * @throws CompileError `typeset/page-too-small` when the text does not fit, `config/invalid` for a leading that is no leading.
 */
export function designPage(request: PageRequest): PrintDesign {
  const design = designUnchecked(request);
  refuseLeading(design);
  if (!hasRoom(design)) demandRoom(design, whatWouldFit(request, design));
  return design;
}

function designUnchecked(request: PageRequest): PrintDesign {
  const { theme, settings, profile } = request;
  const stated = printDesignOver(theme, settings);
  const { page, isCanon } = choosePage(request, stated);
  const derived = { ...stated, ...page, paragraphIndentPt: settings.paragraphIndent ?? indentFor(theme, page) };
  const marginsPt = { ...fitMargins(request, derived, isCanon), ...definedMargins(settings) };
  return {
    ...derived,
    marginsPt,
    links: linksFor(profile, stated.links, settings.links),
    binding: bindingFor(profile, { ...derived, marginsPt }, settings, isCanon),
  };
}

type Links = PrintDesign['links'];
type Page = Pick<PrintDesign, 'marginsPt' | 'bodyFontSizePt' | 'leadingPt'>;

/** The theme's own page where it is one of that size and its lines hold text of this size well, else the canon's. */
function choosePage(request: PageRequest, stated: PrintDesign): { readonly page: Page; readonly isCanon: boolean } {
  const { theme, settings, profile } = request;
  const isThemePage = isSameTrim(stated.trimPt, theme.trimPt);
  const hasThemeText = isThemePage && stated.bodyFontSizePt === theme.bodyFontSizePt;
  if (hasThemeText) return { page: stated, isCanon: false };
  const advanceEm = request.advanceOf(stated.fonts.body);
  if (isThemePage) {
    const { inner, outer } = theme.marginsPt;
    const characters = (theme.trimPt[0] - inner - outer) / (stated.bodyFontSizePt * advanceEm);
    if (characters >= fewestCharacters && characters <= mostCharacters) {
      const leadingPt = settings.leading ?? leadingFor(stated.bodyFontSizePt, characters);
      return { page: { ...stated, leadingPt }, isCanon: false };
    }
  }
  const { inner, outer } = settings.margins ?? {};
  const page = pageByCanon({
    trimPt: stated.trimPt,
    bodyFontSizePt: settings.bodySize ?? null,
    leadingPt: settings.leading ?? null,
    measurePt: inner === undefined || outer === undefined ? null : stated.trimPt[0] - inner - outer,
    advanceEm,
    safePt: safePt(profile, settings),
    isBound: profile.isBound,
  });
  return { page, isCanon: true };
}

/** An indent of the theme's proportion, to the half point. */
function indentFor(theme: PrintDesign, { bodyFontSizePt }: Page): number {
  return Math.round((2 * theme.paragraphIndentPt * bodyFontSizePt) / theme.bodyFontSizePt) / 2;
}

/** A theme's margins for this use: alike on both sides of a screen, and none of heads and folios too near to the edge. */
function fitMargins({ profile, settings }: PageRequest, page: Page, isCanon: boolean): PrintDesign['marginsPt'] {
  const { marginsPt } = page;
  if (isCanon) return marginsPt;
  const edgePt = safePt(profile, settings);
  const room = runningRoom(page.bodyFontSizePt, page.leadingPt);
  const { inner, outer } = marginsPt;
  return {
    top: Math.max(marginsPt.top, edgePt + room.abovePt),
    bottom: Math.max(marginsPt.bottom, edgePt + room.belowPt),
    inner: profile.isBound ? inner : (inner + outer) / 2,
    outer: profile.isBound ? outer : (inner + outer) / 2,
  };
}

/** On paper nothing can be followed: what can be on a screen is a note there. */
function linksFor({ isOnScreen }: PrintProfile, stated: Links, asked: Links | undefined): Links {
  if (isOnScreen || asked !== undefined) return stated;
  return stated === 'live' ? 'notes' : stated;
}

function definedMargins({ margins = {} }: PrintSettings): Partial<PrintDesign['marginsPt']> {
  return Object.fromEntries(Object.entries(margins).filter(([, margin]) => margin !== undefined));
}

function safePt({ safePt: usual, printer }: PrintProfile, { bleed = 0 }: PrintSettings): number {
  return printer !== null && bleed > 0 ? printer.smallestMarginWithBleedPt : usual;
}

/**
 * What a binding hides of the inner margin, by pages: nothing of stapled sheets; then more with the thickness of the spine,
 * a fifth to a third of an inch for most books (Lulu, "Tips for Formatting Documents").
 */
const hiddenByBinding: readonly GutterStep[] = [
  { fromPages: 0, innerPt: 0 },
  { fromPages: 61, innerPt: 9 },
  { fromPages: 151, innerPt: 13.5 },
  { fromPages: 301, innerPt: 18 },
  { fromPages: 501, innerPt: 22.5 },
];

/** A thumb holds a book by this much of a page's width. */
const thumbShare = 0.08;

function bindingFor(
  profile: PrintProfile,
  { trimPt, marginsPt }: PrintDesign,
  settings: PrintSettings,
  isCanon: boolean,
): BindingDesign {
  const bleedPt = settings.bleed ?? 0;
  const { stock, wrap } = settings;
  const cover = { ...(stock === undefined ? {} : { stock }), ...(wrap === undefined ? {} : { hasWrap: wrap }) };
  if (!profile.isBound) return { ...unbound, bleedPt, ...cover };
  // The margins of a theme or of a person have the binding in them already; those of the canon are what is to be seen.
  const isVisible = isCanon && settings.margins?.inner === undefined;
  const byPages = isVisible ? hiddenByBinding.map(step => ({ ...step, innerPt: step.innerPt + marginsPt.inner })) : [];
  const leastPt = Math.max(safePt(profile, settings), thumbShare * trimPt[0]);
  return {
    bleedPt,
    gutters: mergeGutters(profile.gutters, byPages),
    smallestOuterPt: Math.min(leastPt, marginsPt.outer),
    hasWholeLeaves: true,
    ...cover,
  };
}

/** For each number of pages the greater of two inner margins. */
function mergeGutters(left: readonly GutterStep[], right: readonly GutterStep[]): GutterStep[] {
  const froms = [...new Set([...left, ...right].map(step => step.fromPages))].toSorted((one, other) => one - other);
  const at = (steps: readonly GutterStep[], pages: number): number =>
    steps.findLast(step => step.fromPages <= pages)?.innerPt ?? 0;
  return froms.map(fromPages => ({ fromPages, innerPt: Math.max(at(left, fromPages), at(right, fromPages)) }));
}

/** Closer than this, lines touch; further apart, they are no text. Shares of the size of the text. */
const closestLeading = 0.9;
const furthestLeading = 3;

function refuseLeading({ leadingPt, bodyFontSizePt }: PrintDesign): void {
  if (leadingPt >= closestLeading * bodyFontSizePt && leadingPt <= furthestLeading * bodyFontSizePt) return;
  throw new CompileError(
    'config/invalid',
    `A leading of ${leadingPt} points does not go with text of ${bodyFontSizePt} points.`,
    { hint: `Give it ${leadingFor(bodyFontSizePt, mostCharacters)}, or leave it out.` },
  );
}

/** What to do about a page with too little room: smaller text, or a larger page. */
function whatWouldFit(request: PageRequest, { trimPt, bodyFontSizePt }: PrintDesign): string {
  const fits = (changes: PrintSettings): boolean =>
    hasRoom(designUnchecked({ ...request, settings: { ...request.settings, ...changes } }));
  const larger = largerTrims(trimPt).find(([, trim]) => fits({ trim: [...trim] }));
  const sizePt = largestFittingSize(bodyFontSizePt, size => fits({ bodySize: size }));
  const ways = [
    ...(sizePt === null ? [] : [`text of ${sizePt} points or less`]),
    ...(larger === undefined ? [] : [`a page of ${larger[0]} or larger`]),
  ];
  const margins = request.settings.margins === undefined ? '' : ', or smaller margins';
  if (ways.length === 0) return `Give ${describeTrim(trimPt)} smaller text${margins}, or take a larger page.`;
  return `Take ${ways.join(', or ')}${margins}.`;
}

function largestFittingSize(tooLargePt: number, fits: (sizePt: number) => boolean): number | null {
  for (let size = Math.ceil(tooLargePt * 2 - 1) / 2; size >= smallestOffered; size -= 0.5) if (fits(size)) return size;
  return null;
}

const smallestOffered = 6;
