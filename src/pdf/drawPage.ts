import type { Frame, Line, Page, Rule, Run, TextStyle } from '../typeset/pageList.ts';
import type { LinkArea, PdfDocument, PdfElement, PdfFont } from './pdfkitDocument.ts';
import { type RunEncoder, formatNumber } from './runEncoder.ts';

/** A style with all that drawing it takes. */
export interface DrawnStyle {
  readonly style: TextStyle;
  readonly font: PdfFont;
  readonly encoder: RunEncoder;
}

export interface PageDrawing {
  readonly document: PdfDocument;
  readonly heightPt: number;
  readonly styleAt: (index: number) => DrawnStyle;
  readonly elementAt: (index: number) => PdfElement;
  /** Whether links can be clicked. */
  readonly hasLinks: boolean;
}

/** Draws what stands on a page onto the document's current page. */
export function drawPage(drawing: PageDrawing, page: Page): void {
  const { document, heightPt } = drawing;
  // pdfkit turns every page upside down; text wants it back.
  document.addContent(`1 0 0 -1 0 ${formatNumber(heightPt, 2)} cm`);
  for (const frame of page.frames) {
    for (const { element, operators } of frameContents(drawing, frame)) {
      if (element === null) document.addContent(`/Artifact BMC\n${operators}\nEMC`);
      else document.addElementContent(drawing.elementAt(element), operators);
    }
  }
  const rules = [...page.rules, ...page.frames.flatMap(frame => frame.lines.flatMap(line => strikes(drawing, line)))];
  if (rules.length > 0) document.addContent(`/Artifact BMC\n${ruleOperators(rules, heightPt)}\nEMC`);
  if (!drawing.hasLinks) return;
  for (const { name, topPt } of page.destinations) document.addDestination(name, topPt);
  for (const frame of page.frames) for (const line of frame.lines) addLinks(drawing, line);
}

interface ElementContent {
  readonly element: number | null;
  readonly operators: string;
}

/** What a frame shows, in reading order, parted where another element begins: words in another language have their own. */
function frameContents(drawing: PageDrawing, { element, lines }: Frame): ElementContent[] {
  const contents: ElementContent[] = [];
  let operators: string[] = [];
  let open = element;
  let current: TextStyle | null = null;
  let drawnExpansion = 1;
  let drawnSpread: number | undefined;
  function close(): void {
    if (operators.length > 0) contents.push({ element: open, operators: `BT\n${operators.join('\n')}\nET` });
    operators = [];
  }
  for (const line of lines) {
    const { expansion = 1 } = line;
    if (expansion !== drawnExpansion) operators.push(expansionOperator(expansion));
    drawnExpansion = expansion;
    line.runs.forEach((run, index) => {
      const own = element === null ? null : (run.element ?? element);
      if (own !== open) close();
      open = own;
      const { style, font, encoder } = drawing.styleAt(run.style);
      drawing.document.useFont(font);
      if (style !== current) operators.push(styleOperators(style, font));
      else if (run.spreadPt !== drawnSpread) operators.push(spreadOperator(style, 0));
      if (run.spreadPt !== undefined) operators.push(spreadOperator(style, run.spreadPt));
      current = style;
      drawnSpread = run.spreadPt;
      const softHyphen = line.endsInSoftHyphen && index === line.runs.length - 1;
      const operand = encoder.encode(run.text, line.wordSpacePt / expansion, softHyphen, run.direction);
      const y = formatNumber(drawing.heightPt - line.baselinePt, 2);
      // Words from right to left are drawn from their right edge on.
      const xPt = run.direction === 'rtl' ? run.xPt + run.widthPt : run.xPt;
      operators.push(`1 0 0 1 ${formatNumber(xPt, 2)} ${y} Tm ${operand} TJ`);
    });
  }
  if (drawnExpansion !== 1) operators.push(expansionOperator(1));
  close();
  return contents;
}

/** Scales all that is written across: glyphs, letterspacing and the spaces, which are therefore told smaller or larger. */
function expansionOperator(expansion: number): string {
  return `${formatNumber(expansion * 100, 1)} Tz`;
}

/** Blank between the glyphs of a run, beside that of its style. */
function spreadOperator(style: TextStyle, spreadPt: number): string {
  return `${formatNumber(style.trackingPt + spreadPt, 3)} Tc`;
}

function styleOperators(style: TextStyle, font: PdfFont): string {
  const size = formatNumber(style.sizePt, 2);
  return `/${font.name} ${size} Tf ${formatNumber(style.trackingPt, 3)} Tc ${formatNumber(style.risePt, 2)} Ts`;
}

/** A stroke through text: above the baseline by this, in ems, and as thick as this. */
const strikeHeightEm = 0.22;
const strikeThicknessEm = 0.045;

function strikes(drawing: PageDrawing, line: Line): Rule[] {
  return line.runs.flatMap(run => {
    const { style } = drawing.styleAt(run.style);
    if (!style.isStruck) return [];
    const y = line.baselinePt - style.risePt - strikeHeightEm * style.sizePt;
    const thicknessPt = strikeThicknessEm * style.sizePt;
    return [{ fromPt: [run.xPt, y], toPt: [run.xPt + run.widthPt, y], thicknessPt, isDotted: false } as const];
  });
}

/** The gap between the dots of a dotted rule, centre to centre. */
const dotGapPt = 5;

function ruleOperators(rules: readonly Rule[], heightPt: number): string {
  return rules
    .map(({ fromPt, toPt, thicknessPt, isDotted }) => {
      const point = ([x, y]: readonly [number, number]): string =>
        `${formatNumber(x, 2)} ${formatNumber(heightPt - y, 2)}`;
      // Round ends on dashes of no length are dots; the phase lines the dots of all leaders up.
      const dash = isDotted ? `1 J [0 ${dotGapPt}] ${formatNumber(fromPt[0] % dotGapPt, 2)} d` : '0 J [] 0 d';
      return `${formatNumber(thicknessPt, 2)} w ${dash} ${point(fromPt)} m ${point(toPt)} l S`;
    })
    .join('\n');
}

/** How far a link's area reaches above and below the baseline, in ems. */
const linkAscentEm = 0.8;
const linkDescentEm = 0.3;

function addLinks({ document, styleAt }: PageDrawing, line: Line): void {
  for (const run of joinLinked(line.runs)) {
    if (run.target === undefined) continue;
    const { sizePt } = styleAt(run.style).style;
    const area: LinkArea = {
      leftPt: run.xPt,
      topPt: line.baselinePt - linkAscentEm * sizePt,
      widthPt: run.widthPt,
      heightPt: (linkAscentEm + linkDescentEm) * sizePt,
    };
    const { target } = run;
    document.addLink(area, target.type === 'url' ? { url: target.url } : { destination: target.name });
  }
}

/** Runs that follow each other and lead to the same place are one area to click on. */
function joinLinked(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    if (run.target === undefined) continue;
    const last = joined.at(-1);
    if (last !== undefined && JSON.stringify(last.target) === JSON.stringify(run.target)) {
      const xPt = Math.min(last.xPt, run.xPt);
      const endPt = Math.max(last.xPt + last.widthPt, run.xPt + run.widthPt);
      joined[joined.length - 1] = { ...last, xPt, widthPt: endPt - xPt };
    } else {
      joined.push(run);
    }
  }
  return joined;
}
