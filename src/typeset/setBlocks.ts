import { isAttribution } from '../book/motto.ts';
import { inlineText } from '../book/plainText.ts';
import type { Block, BlockQuote, Figure, Heading, Paragraph } from '../book/tree.ts';
import type { Lettering } from '../theme/bookLook.ts';
import { addBarBeside, barInsetPt } from './asideBar.ts';
import { childElement } from './childElement.ts';
import type { ElementNode, Galley } from './galley.ts';
import { pictureOf, setFigure, shownPicture } from './setFigure.ts';
import { setList } from './setList.ts';
import { setOpening } from './setOpening.ts';
import { type ParagraphSpec, resetParagraph, setBalanced, setParagraph } from './setParagraph.ts';
import { addPreformatted } from './setPreformatted.ts';
import { addSceneBreak } from './setSceneBreak.ts';
import { setTable } from './setTable.ts';
import { type LinedParagraph, addLines, addVerse, readLines } from './setVerse.ts';
import { type TextSetting, firstIndent, insetSetting } from './textSetting.ts';
import { createLetteringStyle, scaleLettering } from './textStyle.ts';
import type { TypesetContext } from './typesetContext.ts';

/** Sets blocks below each other into a galley; `parent` is what they belong to. */
export function setBlocks(
  context: TypesetContext,
  galley: Galley,
  blocks: readonly Block[],
  setting: TextSetting,
  parent: ElementNode,
): void {
  let isOpening = true;
  let stanzas: LinedParagraph[] = [];
  const endVerse = (): void => {
    if (stanzas.length > 0) addVerse(context, galley, stanzas, setting, parent);
    stanzas = [];
  };
  blocks.forEach((block, index) => {
    context.findings.moveTo(block.span);
    const own = block.lang === undefined ? setting : { ...setting, language: block.lang };
    const lined = block.type === 'paragraph' ? readLines(context, block, own) : null;
    if (lined?.kind === 'verse') {
      stanzas.push(lined);
    } else {
      endVerse();
      const isClosing = index === blocks.length - 1;
      if (block.type === 'paragraph')
        addProse(context, galley, block, lined, { setting: own, parent, isOpening, isClosing });
      else setBlock(context, galley, block, own, parent);
    }
    // A motto over a chapter leaves the text below it an opening.
    const isMotto = isOpening && block.type === 'blockQuote';
    isOpening = isMotto || block.type === 'thematicBreak' || block.type === 'heading';
  });
  endVerse();
}

interface ProsePlace {
  readonly setting: TextSetting;
  readonly parent: ElementNode;
  /** Whether nothing stands before it that an indent would part it from, and whether it ends what it stands in. */
  readonly isOpening: boolean;
  readonly isClosing: boolean;
}

/** A paragraph, or the lines of an address; the source of a quotation stands at its right edge. */
function addProse(
  context: TypesetContext,
  galley: Galley,
  block: Paragraph,
  lined: LinedParagraph | null,
  { setting, parent, isOpening, isClosing }: ProsePlace,
): void {
  const image = pictureOf(block);
  const picture = image === null ? null : shownPicture(context, image);
  if (image !== null && picture !== null) {
    setFigure(context, galley, { image, caption: [] }, picture, setting, parent);
    return;
  }
  if (setting.isSpaced && !isOpening) galley.addSpace(setting.leadingPt * (setting.snapsToGrid ? 1 : spacedLines));
  if (lined !== null) {
    addLines(context, galley, lined, { setting, parent, leftPt: isOpening || setting.isSpaced ? 0 : setting.indentPt });
    return;
  }
  if (isClosing && !isOpening && parent.role === 'BlockQuote' && isAttribution(block)) {
    galley.keepLastWithNext();
    addParagraph(context, galley, block, { ...setting, alignment: 'right' }, parent, true);
    return;
  }
  addParagraph(context, galley, block, setting, parent, isOpening || setting.isSpaced);
}

/** The blank between two paragraphs that have no indent, where no grid asks for a whole line. */
const spacedLines = 0.5;

function setBlock(
  context: TypesetContext,
  galley: Galley,
  block: Exclude<Block, Paragraph>,
  setting: TextSetting,
  parent: ElementNode,
): void {
  switch (block.type) {
    case 'heading': {
      addHeading(context, galley, block, setting, parent);
      return;
    }
    case 'thematicBreak': {
      addSceneBreak(context, galley, setting);
      return;
    }
    case 'blockQuote': {
      addBlockQuote(context, galley, block, setting, parent);
      return;
    }
    case 'list': {
      setList(context, galley, block, setting, parent, setBlocks);
      return;
    }
    case 'figure': {
      const picture = shownPicture(context, block.image);
      if (picture !== null) setFigure(context, galley, block, picture, setting, parent);
      else addFigureWords(context, galley, block, setting, parent);
      return;
    }
    case 'preformatted': {
      addPreformatted(context, galley, block, setting, parent);
      return;
    }
    case 'table': {
      setTable(context, galley, block, setting, parent, setBlocks);
      return;
    }
  }
}

function addParagraph(
  context: TypesetContext,
  galley: Galley,
  block: Paragraph,
  setting: TextSetting,
  parent: ElementNode,
  isOpening: boolean,
): void {
  const spec: ParagraphSpec = {
    style: setting.style,
    measurePt: setting.measurePt,
    alignment: setting.alignment,
    firstIndentPt: firstIndent(setting, isOpening),
    hyphenationLanguage: setting.language,
  };
  const opened = setting.opened?.paragraph === block ? setOpening(context, setting.opened, setting) : null;
  const lines = opened?.lines ?? setParagraph(context, block.children, spec);
  const isElastic =
    opened === null && setting.snapsToGrid && setting.alignment === 'justify' && lines.length >= fewestElasticLines;
  galley.addBlock({
    lines,
    keptLines: opened?.keptLines ?? 0,
    leftPt: setting.leftPt,
    heightPt: setting.leadingPt,
    snapsToGrid: setting.snapsToGrid,
    element: childElement('P', parent, block.lang),
    source: block,
    ...(isElastic
      ? { reset: lineCount => resetParagraph(context, block.children, spec, lineCount, lines.length) }
      : {}),
  });
}

/** Shorter paragraphs show that they were set wider or narrower. */
const fewestElasticLines = 4;

/** A figure in words: its description, its caption below. */
function addFigureWords(
  context: TypesetContext,
  galley: Galley,
  { image, caption }: Figure,
  setting: TextSetting,
  parent: ElementNode,
): void {
  const words = { ...setting, alignment: 'center' as const, indentPt: 0 };
  galley.addSpace(setting.leadingPt);
  for (const children of [[image], caption]) {
    addParagraph(context, galley, { type: 'paragraph', children }, words, parent, true);
  }
  galley.addSpace(setting.leadingPt);
}

function addHeading(
  context: TypesetContext,
  galley: Galley,
  block: Heading,
  setting: TextSetting,
  parent: ElementNode,
): void {
  const { design } = context;
  const { align } = design.look.headings;
  const lettering = innerLettering(context, block.depth);
  const share = setting.style.sizePt / design.bodyFontSizePt;
  const style = createLetteringStyle(design, scaleLettering(lettering, share), inlineText(block.children));
  // Nearer to what it heads than to what it follows, three lines with its own: the text goes on on the grid.
  galley.addSpace(setting.leadingPt * 1.5);
  galley.addBlock({
    lines: setBalanced(context, block.children, style, setting.measurePt, align),
    leftPt: setting.leftPt,
    heightPt: setting.leadingPt,
    keepsWithNext: true,
    element: childElement('H3', parent, block.lang),
  });
  galley.addSpace(setting.leadingPt / 2);
}

/** The headings in a chapter by their depth: as the theme has them, then in italics, then in italics no larger than the text. */
function innerLettering({ design }: TypesetContext, depth: number): Lettering {
  const { inner } = design.look.headings;
  if (depth === 1) return inner;
  if (depth === 2 && inner.face === 'bold') return { ...inner, size: 1 };
  return { font: 'body', face: 'italic', case: 'normal', size: depth === 2 ? 1.05 : 1 };
}

function addBlockQuote(
  context: TypesetContext,
  galley: Galley,
  block: BlockQuote,
  setting: TextSetting,
  parent: ElementNode,
): void {
  const insetPt = setting.style.sizePt * 1.5;
  const hasBar = context.design.look.asides === 'bar';
  const inner = insetSetting(setting, hasBar ? insetPt / 2 + barInsetPt : insetPt, hasBar ? 0 : insetPt);
  const style = { ...setting.style, sizePt: quoteSizePt(context, setting.style.sizePt) };
  galley.addSpace(setting.leadingPt / 2);
  const first = galley.lines.length;
  const quote = childElement('BlockQuote', parent, block.lang);
  setBlocks(context, galley, block.children, { ...inner, style, snapsToGrid: false }, quote);
  if (hasBar) addBarBeside(galley, first, inner.leftPt);
  galley.addSpace(setting.leadingPt / 2);
}

/** A quotation is smaller than the text around it by this much. */
const quoteSizeStepPt = 0.5;
/** Quotations in quotations stay at least this share of the body's size: mails quote thirty deep. */
const smallestQuote = 0.75;

function quoteSizePt({ design }: TypesetContext, aroundPt: number): number {
  return Math.max(aroundPt - quoteSizeStepPt, Math.min(aroundPt, design.bodyFontSizePt * smallestQuote));
}
