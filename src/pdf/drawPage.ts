import type { Drawing } from '../drawing/drawing.ts';
import type { Ornament } from '../drawing/ornament.ts';
import type { Frame, Line, Page, PageArt, PageOrnament, Picture, Rule, Run, TextStyle } from '../typeset/pageList.ts';
import { type ContentStream, createContentStream } from './contentStream.ts';
import { type LinkArea, createLinkAreas } from './linkAreas.ts';
import { formatHundredths, formatNumber, textString, toHundredths } from './pdfSyntax.ts';
import type { PdfFont } from './pdfkitFont.ts';
import type { RunEncoder } from './runEncoder.ts';
import type { OpenElement, StructureTree } from './structureTree.ts';

/** A style with all that drawing it takes. */
export interface DrawnStyle {
  readonly style: TextStyle;
  readonly font: PdfFont;
  readonly encoder: RunEncoder;
}

export interface PageDrawing {
  /** Where the page's top left corner stands, in hundredths of a point from the bottom left of the sheet. */
  readonly left: number;
  readonly top: number;
  readonly styleAt: (index: number) => DrawnStyle;
  readonly structure: StructureTree;
  /** Whether links can be clicked. */
  readonly hasLinks: boolean;
  /** The names of the pictures in content streams, `Im1`, by their ids. */
  readonly pictureNames: ReadonlyMap<string, string>;
  /** The names of the drawings in content streams, `Fm1`. */
  readonly artNames: ReadonlyMap<Drawing, string>;
  /** The names of the ornaments. */
  readonly ornamentNames: ReadonlyMap<Ornament, string>;
}

/** What a page shows, and where on it one can click. */
export interface DrawnPage {
  readonly content: string;
  readonly links: readonly LinkArea[];
}

/** Draws a page of the page list. */
export function drawPage(drawing: PageDrawing, page: Page): DrawnPage {
  const stream = createContentStream(drawing.structure.isTagged);
  const links = createLinkAreas(drawing.left, drawing.top);
  const pageSide = { ...drawing, stream, links };
  for (const art of page.art ?? []) drawArt(pageSide, art);
  for (const frame of page.frames) {
    if (frame.element === null) drawArtifact(pageSide, frame);
    else drawElement(pageSide, frame, openElement(drawing.structure, frame, frame.element));
  }
  links.close();
  for (const picture of page.pictures) drawPicture(pageSide, picture);
  for (const ornament of page.ornaments ?? []) drawOrnament(pageSide, ornament);
  const rules = [...page.rules, ...page.frames.flatMap(frame => frame.lines.flatMap(line => strikes(drawing, line)))];
  if (rules.length > 0) stream.draw(artifactTag(undefined), ruleOperators(rules, drawing));
  return { content: stream.finish(), links: links.areas };
}

interface PageSide extends PageDrawing {
  readonly stream: ContentStream;
  readonly links: ReturnType<typeof createLinkAreas>;
}

function drawArtifact(side: PageSide, { artifact, lines }: Frame): void {
  if (!lines.some(line => line.runs.length > 0)) return;
  side.stream.begin(artifactTag(artifact));
  for (const line of lines) for (const run of line.runs) showRun(side, line, run);
  side.stream.end();
}

/** What stands on a page and is none of the text (ISO 32000-1, 14.8.2.2). */
function artifactTag(artifact: Frame['artifact']): string {
  switch (artifact) {
    case undefined:
      return '/Artifact<</Type/Layout>>';
    case 'head':
      return '/Artifact<</Type/Pagination/Subtype/Header>>';
    case 'foot':
      return '/Artifact<</Type/Pagination/Subtype/Footer>>';
  }
}

/** Makes a frame's element, and before it the label that stands before its first line. */
function openElement(structure: StructureTree, { lines }: Frame, element: number): OpenElement {
  const first = lines[0]?.runs[0]?.element ?? element;
  if (first < element) structure.elementAt(first);
  return structure.elementAt(element);
}

/** Draws the lines of an element, and of the elements in it, each in marks of its own. */
function drawElement(side: PageSide, frame: Frame, element: OpenElement): void {
  const { stream, structure } = side;
  let marked: OpenElement | null = null;
  for (const line of frame.lines) {
    let word: string | undefined;
    for (const run of line.runs) {
      const own = run.element === undefined ? element : structure.elementAt(run.element);
      const owner = ownerOf(side, own, run, line);
      if (word !== undefined && (owner !== marked || word !== run.wholeWord)) stream.end();
      if (owner !== marked) {
        if (marked !== null) stream.end();
        stream.begin(`/${owner.role}<</MCID ${structure.mark(owner)}>>`);
        word = undefined;
        marked = owner;
      }
      if (run.wholeWord !== word && run.wholeWord !== undefined) stream.begin(wordTag(run.wholeWord));
      word = run.wholeWord;
      showRun(side, line, run);
    }
    if (word !== undefined) stream.end();
  }
  if (marked !== null) stream.end();
}

/** The element that a run belongs to: its link's, if it is linked. */
function ownerOf(side: PageSide, element: OpenElement, run: Run, line: Line): OpenElement {
  const { structure, links, hasLinks } = side;
  const { target } = run;
  if (target === undefined || !hasLinks) {
    structure.endLink(element);
    return element;
  }
  const owner = structure.linkIn(element, targetKey(target));
  links.add(owner, target, run, line, side.styleAt(run.style).style.sizePt);
  return owner;
}

function drawPicture(side: PageSide, picture: Picture): void {
  const name = side.pictureNames.get(picture.assetId);
  if (name === undefined) throw new RangeError(`there is no picture ${picture.assetId}`);
  const { left, bottom, width, height } = boxOf(side, picture);
  const [w, h, x, y] = [width, height, left, bottom].map(formatHundredths);
  drawFigure(side, picture, `q ${w} 0 0 ${h} ${x} ${y} cm/${name} Do Q`);
}

/** A drawing stands in its form as it is, with y downwards: it is turned over and scaled into its box. */
function drawArt(side: PageSide, art: PageArt): void {
  const name = side.artNames.get(art.drawing);
  if (name === undefined) throw new RangeError(`there is no drawing for "${art.drawing.altText}"`);
  drawFigure(side, art, formOperators(side, art, art.drawing, name));
}

/** An ornament stands in its form without a colour, and so is drawn in the black of the text. */
function drawOrnament(side: PageSide, placed: PageOrnament): void {
  const name = side.ornamentNames.get(placed.ornament);
  if (name === undefined) throw new RangeError('an ornament of a page is not in the file');
  drawFigure(side, { ...placed, element: null }, formOperators(side, placed, placed.ornament, name));
}

interface FormSize {
  readonly widthUnits: number;
  readonly heightUnits: number;
}

function formOperators(side: PageSide, box: PlacedBox, { widthUnits, heightUnits }: FormSize, name: string): string {
  const { left, bottom, height } = boxOf(side, box);
  const across = formatNumber(box.widthPt / widthUnits, 6);
  const down = formatNumber(-box.heightPt / heightUnits, 6);
  const [x, y] = [left, bottom + height].map(formatHundredths);
  return `q ${across} 0 0 ${down} ${x} ${y} cm/${name} Do Q`;
}

interface PlacedBox {
  readonly leftPt: number;
  readonly topPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
}

/** A box in hundredths of a point from the bottom left of the sheet. */
function boxOf({ left, top }: PageSide, box: PlacedBox): Record<'left' | 'bottom' | 'width' | 'height', number> {
  const [width, height] = [toHundredths(box.widthPt), toHundredths(box.heightPt)];
  return { left: left + toHundredths(box.leftPt), bottom: top - toHundredths(box.topPt) - height, width, height };
}

function drawFigure(side: PageSide, shown: PlacedBox & { readonly element: number | null }, operators: string): void {
  const { stream, structure } = side;
  if (shown.element === null) {
    stream.draw(artifactTag(undefined), operators);
    return;
  }
  const figure = structure.elementAt(shown.element);
  const { left, bottom, width, height } = boxOf(side, shown);
  structure.setBox(figure, [left, bottom, left + width, bottom + height].map(formatHundredths).join(' '));
  stream.draw(`/Figure<</MCID ${structure.mark(figure)}>>`, operators);
}

/** What is read and copied for a word that is shown in parts (ISO 32000-1, 14.9.4). */
function wordTag(word: string): string {
  return `/Span<</ActualText ${textString(word)}>>`;
}

function targetKey(target: NonNullable<Run['target']>): string {
  return target.type === 'url' ? target.url : `#${target.name}`;
}

function showRun(side: PageSide, line: Line, run: Run): void {
  const { stream, left, top } = side;
  const { style, font, encoder } = side.styleAt(run.style);
  const expansion = line.expansion ?? 1;
  const endsInSoftHyphen = line.endsInSoftHyphen && run === line.runs[line.runs.length - 1];
  // Scaled with the glyphs, the spaces are told smaller or larger.
  const operand = encoder.encode(run.text, line.wordSpacePt / expansion, endsInSoftHyphen, run.direction);
  // Words from right to left are shown from their right edge on.
  const x = left + toHundredths(run.direction === 'rtl' ? run.xPt + run.widthPt : run.xPt);
  stream.show(operand, style, font.name, x, top - toHundredths(line.baselinePt), expansion, run.spreadPt ?? 0);
}

/** A stroke through text: above the baseline by this, in ems, and as thick as this. */
const strikeHeightEm = 0.22;
const strikeThicknessEm = 0.045;

function strikes({ styleAt }: PageDrawing, line: Line): Rule[] {
  return line.runs.flatMap(run => {
    const { style } = styleAt(run.style);
    if (!style.isStruck) return [];
    const y = line.baselinePt - style.risePt - strikeHeightEm * style.sizePt;
    const thicknessPt = strikeThicknessEm * style.sizePt;
    return [{ fromPt: [run.xPt, y], toPt: [run.xPt + run.widthPt, y], thicknessPt, isDotted: false } as const];
  });
}

/** The gap between the dots of a dotted rule, centre to centre. */
const dotGapPt = 5;

function ruleOperators(rules: readonly Rule[], { left, top }: PageDrawing): string {
  const point = ([x, y]: readonly [number, number]): string =>
    `${formatHundredths(left + toHundredths(x))} ${formatHundredths(top - toHundredths(y))}`;
  return rules
    .map(({ fromPt, toPt, thicknessPt, isDotted }) => {
      // Round ends on dashes of no length are dots; the phase lines the dots of all leaders up.
      const dash = isDotted ? `1 J [0 ${dotGapPt}] ${formatNumber(fromPt[0] % dotGapPt, 2)} d` : '0 J [] 0 d';
      return `${formatNumber(thicknessPt, 2)} w ${dash} ${point(fromPt)} m ${point(toPt)} l S`;
    })
    .join('\n');
}
