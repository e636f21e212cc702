import type { Block, BlockQuote, Figure, Heading, Paragraph, Preformatted } from '../book/tree.ts';
import { childElement } from './childElement.ts';
import type { SetLine } from './composeLine.ts';
import type { ElementNode, Galley } from './galley.ts';
import { setList } from './setList.ts';
import { type ParagraphSpec, resetParagraph, setBalanced, setParagraph } from './setParagraph.ts';
import { setTable } from './setTable.ts';
import { type TextSetting, firstIndent, insetSetting } from './textSetting.ts';
import { toItalic } from './textStyle.ts';
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
  for (const block of blocks) {
    context.findings.moveTo(block.span);
    const own = block.lang === undefined ? setting : { ...setting, language: block.lang };
    setBlock(context, galley, block, own, parent, isOpening);
    isOpening = block.type === 'thematicBreak' || block.type === 'heading';
  }
}

function setBlock(
  context: TypesetContext,
  galley: Galley,
  block: Block,
  setting: TextSetting,
  parent: ElementNode,
  isOpening: boolean,
): void {
  switch (block.type) {
    case 'paragraph': {
      addParagraph(context, galley, block, setting, parent, isOpening);
      return;
    }
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
      addFigureWords(context, galley, block, setting, parent);
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
  const lines = setParagraph(context, block.children, spec);
  const isElastic = setting.snapsToGrid && setting.alignment === 'justify' && lines.length >= fewestElasticLines;
  galley.addBlock({
    lines,
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
  const sizePt = setting.style.sizePt + (block.depth === 1 ? 1.5 : 0.5);
  const sized = { ...setting.style, sizePt };
  const style = block.depth === 1 ? sized : toItalic(sized);
  galley.addSpace(setting.leadingPt);
  galley.addBlock({
    lines: setBalanced(context, block.children, style, setting.measurePt),
    leftPt: setting.leftPt,
    heightPt: setting.leadingPt,
    snapsToGrid: setting.snapsToGrid,
    keepsWithNext: true,
    element: childElement('H3', parent, block.lang),
  });
  galley.addSpace(setting.leadingPt / 2);
}

/** The ornament stands on the grid with a blank line above and below, and is never first or last on a page if that can be. */
function addSceneBreak(context: TypesetContext, galley: Galley, setting: TextSetting): void {
  galley.keepLastWithNext();
  galley.addSpace(setting.leadingPt);
  galley.addBlock({
    lines: setOrnament(context, context.design.sceneBreakOrnament, setting),
    leftPt: setting.leftPt,
    heightPt: setting.leadingPt,
    snapsToGrid: setting.snapsToGrid,
    keepsWithNext: true,
    isSceneBreak: true,
    element: null,
  });
  galley.addSpace(setting.leadingPt);
}

function setOrnament(context: TypesetContext, ornament: string, setting: TextSetting): SetLine[] {
  return setParagraph(context, [{ type: 'text', value: ornament.replace(/ /g, '\u2002') }], {
    style: setting.style,
    measurePt: setting.measurePt,
    alignment: 'center',
    firstIndentPt: 0,
    hyphenationLanguage: null,
  });
}

function addBlockQuote(
  context: TypesetContext,
  galley: Galley,
  block: BlockQuote,
  setting: TextSetting,
  parent: ElementNode,
): void {
  const insetPt = setting.style.sizePt * 1.5;
  const inner = insetSetting(setting, insetPt, insetPt);
  const style = { ...setting.style, sizePt: setting.style.sizePt - 0.5 };
  galley.addSpace(setting.leadingPt / 2);
  const quote = childElement('BlockQuote', parent, block.lang);
  setBlocks(context, galley, block.children, { ...inner, style, snapsToGrid: false }, quote);
  galley.addSpace(setting.leadingPt / 2);
}

/** Keeps the lines and the blanks of the source; a line too long for the measure goes on further in. */
function addPreformatted(
  context: TypesetContext,
  galley: Galley,
  block: Preformatted,
  setting: TextSetting,
  parent: ElementNode,
): void {
  const style = { ...setting.style, sizePt: setting.style.sizePt - 0.5, features: ['-liga', '-clig', 'tnum'] };
  const hangPt = style.sizePt * 2;
  const lines = block.value
    .replace(/^\n+|\n+$/g, '')
    .split('\n')
    .flatMap(line => {
      const value = line.replace(/\t/g, '    ').replace(/^ +| +(?= )/g, blanks => '\u00a0'.repeat(blanks.length));
      const set = setParagraph(context, [{ type: 'text', value }], {
        style,
        measurePt: setting.measurePt - hangPt,
        alignment: 'left',
        firstIndentPt: -hangPt,
        hyphenationLanguage: null,
      });
      return set.length === 0 ? [blankLine] : set;
    });
  galley.addSpace(setting.leadingPt / 2);
  const element = childElement('P', parent, block.lang);
  galley.addBlock({ lines, leftPt: setting.leftPt + hangPt, heightPt: setting.leadingPt, element });
  galley.addSpace(setting.leadingPt / 2);
}

const blankLine: SetLine = { runs: [], wordSpacePt: 0, endsInSoftHyphen: false, endPt: 0 };
