import type {
  BookLook,
  ContentsLook,
  HeadingLook,
  Lettering,
  RunningHeadLook,
  SceneBreakLook,
  TitlePageLook,
} from './bookLook.ts';
import type { BookLookData, LetteringData } from './bookLookSchema.ts';

/** A look that differs from another in what the `theme.yaml` says, key by key. */
export function bookLookOver(base: BookLook, own: BookLookData): BookLook {
  return {
    halfTitle: own.halfTitle ?? base.halfTitle,
    alignment: own.alignment ?? base.alignment,
    paragraphs: own.paragraphs ?? base.paragraphs,
    headings: headingsOver(base.headings, own.headings),
    titlePage: titlePageOver(base.titlePage, own.titlePage),
    runningHeads: runningHeadsOver(base.runningHeads, own.runningHeads),
    contents: contentsOver(base.contents, own.contents),
    sceneBreak: sceneBreakOver(base.sceneBreak, own.sceneBreak),
    labels: letteringOver(base.labels, own.labels),
    asides: own.asides ?? base.asides,
    openers: own.openers ?? base.openers,
  };
}

function letteringOver(base: Lettering, own: LetteringData = {}): Lettering {
  return {
    font: own.font ?? base.font,
    face: own.face ?? base.face,
    case: own.case ?? base.case,
    size: own.size ?? base.size,
  };
}

function headingsOver(base: HeadingLook, own: BookLookData['headings'] = {}): HeadingLook {
  return {
    title: letteringOver(base.title, own.title),
    label: letteringOver(base.label, own.label),
    labelPlace: own.labelPlace ?? base.labelPlace,
    align: own.align ?? base.align,
    sink: own.sink ?? base.sink,
    space: own.space ?? base.space,
    rule: own.rule ?? base.rule,
    ornament: own.ornament ?? base.ornament,
    inner: letteringOver(base.inner, own.inner),
  };
}

function titlePageOver(base: TitlePageLook, own: BookLookData['titlePage'] = {}): TitlePageLook {
  return {
    title: letteringOver(base.title, own.title),
    subtitle: letteringOver(base.subtitle, own.subtitle),
    names: letteringOver(base.names, own.names),
    align: own.align ?? base.align,
    sink: own.sink ?? base.sink,
    rule: own.rule ?? base.rule,
    ornament: own.ornament ?? base.ornament,
  };
}

function runningHeadsOver(base: RunningHeadLook, own: BookLookData['runningHeads'] = {}): RunningHeadLook {
  return {
    text: letteringOver(base.text, own.text),
    align: own.align ?? base.align,
    verso: own.verso ?? base.verso,
    recto: own.recto ?? base.recto,
    folio: own.folio ?? base.folio,
    dropFolio: own.dropFolio ?? base.dropFolio,
  };
}

function contentsOver(base: ContentsLook, own: BookLookData['contents'] = {}): ContentsLook {
  return {
    title: letteringOver(base.title, own.title),
    inner: letteringOver(base.inner, own.inner),
    names: letteringOver(base.names, own.names),
    part: letteringOver(base.part, own.part),
    leader: own.leader ?? base.leader,
  };
}

function sceneBreakOver(base: SceneBreakLook, own: BookLookData['sceneBreak'] = {}): SceneBreakLook {
  return {
    font: own.font ?? base.font,
    face: own.face ?? base.face,
    align: own.align ?? base.align,
    rules: own.rules ?? base.rules,
    ornament: own.ornament ?? base.ornament,
  };
}
