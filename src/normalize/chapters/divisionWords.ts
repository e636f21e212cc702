import type { ChapterKind } from '../../book/tree.ts';
import { foldLetters } from '../../text/foldLetters.ts';

/** Divisions that have a name and seldom a number, in the same languages. */
const namedDivisions: Readonly<Record<ChapterKind, string>> = {
  prologue:
    'prologue|prolog|prologo|prologus|prologi|proloog|prologen|προλογοσ|пролог|foreword|preface|vorwort|preambule|prefacio|prefazione|voorwoord|forord|esipuhe|предисловие|onsoz|loi mo dau|序|序章|序幕|楔子|引子|プロローグ|프롤로그',
  epilogue:
    'epilogue|epilog|epilogo|epilogus|epilogi|epiloog|epilogen|επιλογοσ|эпилог|епілог|afterword|coda|postlude|nachwort|posface|naschrift|послесловие|sonsoz|尾声|尾聲|终章|終章|エピローグ|에필로그|후기',
  interlude:
    'interlude|interludio|interludium|intermezzo|intermission|entr`acte|entracte|zwischenspiel|intermede|intermedio|tussenspel|интерлюдия|ιντερμεδιο|omake|bonus|bonus chapter|bonus scene|extra|extra chapter|outtake|side story|bonuskapitel|番外|番外篇|外传|幕間|間章|外伝|외전|막간',
  chapter:
    'final chapter|the final chapter|last chapter|the last chapter|letztes kapitel|dernier chapitre|ultimo capitulo|последняя глава|最终章|最終章|最終話',
};

const kindOfNamed: ReadonlyMap<string, ChapterKind> = new Map(
  (['prologue', 'epilogue', 'interlude', 'chapter'] as const).flatMap(kind =>
    namedDivisions[kind].split('|').map(word => [foldLetters(word), kind] as const),
  ),
);

/** What kind of chapter a name stands for: `Épilogue` → epilogue; `null` for a name that is not known. */
export function namedDivision(name: string): ChapterKind | null {
  return kindOfNamed.get(foldLetters(name).trim()) ?? null;
}

/** Names of what an author says before or after a story, as books have it; what fan fiction calls so may be a prologue. */
const prefaces: ReadonlySet<string> = new Set(
  'foreword|preface|vorwort|preambule|prefacio|prefazione|voorwoord|forord|esipuhe|предисловие|onsoz|afterword|author`s afterword|nachwort|postface|posface|nawoord|naschrift|efterord|posłowie|pos-scriptum|послесловие|avant-propos|advertisement|introduction|introductory|author`s preface|preface to the first edition|preface to the second edition|to the reader|введение|от автора|einleitung|prologo del autor'
    .split('|')
    .map(word => foldLetters(word)),
);

/** Whether a heading is one of an author who speaks of the book: `PREFACE`, `Vorwort`; not `Prologue`. */
export function isPreface(name: string): boolean {
  return prefaces.has(foldLetters(name.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')));
}

/** Words that stand over a list of contents. */
const contentsTitles: ReadonlySet<string> = new Set(
  'contents|table of contents|list of chapters|chapters|chapter list|index|inhalt|inhaltsverzeichnis|table des matieres|sommaire|indice|contenido|sommario|inhoud|inhoudsopgave|innehall|indhold|innhold|sisallys|spis tresci|obsah|tartalom|tartalomjegyzek|содержание|оглавление|зміст|περιεχομενα|icindekiler|muc luc|daftar isi|目录|目錄|目次|차례|목차'
    .split('|')
    .map(title => foldLetters(title)),
);

/** Matches `CONTENTS`, `Table of Contents:`, `~ Inhalt ~`, `目录`; not `Contents unknown`, `Chapters: 3`. */
export function isContentsTitle(text: string): boolean {
  return contentsTitles.has(foldLetters(text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')));
}
