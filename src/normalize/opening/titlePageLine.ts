/** What a line of a printed book's title page says: the key of a field, and its label. */
export interface TitlePageLine {
  readonly key: string;
  readonly label: string;
}

/** Matches `A Novel`, `ROMAN`, `A Romance in Three Parts`, `Повесть`, `长篇小说`; not `A novel idea`. */
const kindOfBook =
  /^[^\p{L}\d]{0,6}(?:(?:an?|being|the|ein|eine|une?|una?|uno|um|uma|et|en)\s)?(?:(?:short|historical|modern|new|love|ghost|sea|christmas|kleiner|petit|piccolo|исторический|фантастический)\s)?(?:novel|novella|novelette|romance|tale|comedy|tragedy|drama|play|fantasy|satire|mystery|memoir|roman|kriminalroman|novelle|erzählung|récit|nouvelle|conte|novela|cuento|relato|romanzo|racconto|novela corta|powieść|opowieść|роман|повесть|рассказ|новелла|повість|оповідання|长篇小说|中篇小说|短篇小说|長篇小説|小説)(?:\s(?:in|of|en|in)\s(?:\p{L}+\s){0,2}(?:parts|books|volumes|acts|teilen|parties|partes|parti|частях|the \p{L}+))?[^\p{L}\d]{0,6}$/iu;

/** Each match of {@link kindOfBook} holds one of these; that pattern is large, and compiled for few texts. */
const kindWord =
  /novel|romance|tale|comedy|tragedy|drama|play|fantasy|satire|mystery|memoir|roman|erzählung|récit|nouvelle|conte|cuento|relato|racconto|powieść|opowieść|роман|повест|рассказ|новелла|повість|оповідання|小说|小説/iu;

/** Matches `Author of "The Weir," etc.`, `AUTHOR OF`, `Autor de «Sal»`, `Verfasser von „Ebbe“`; not `The author of it all left.` */
const alsoBy =
  /^[^\p{L}]{0,6}(?:by the (?:same )?author of|author of|auteure? (?:de|du|des)|autora? de|verfasser(?:in)? (?:von|des|der)|autore di|autrice di|автор (?:романа|романов|повести|повестей|книги|книг))\b/iu;

/** Matches `With Illustrations by N. Hale`, `ILLUSTRATED`, `Frontispiece by …`, `[Illustration: The boat. (Frontispiece.)]`, `[Illustration]`. */
const illustrated =
  /^[^\p{L}[]{0,6}(?:(?:with |profusely |fully )?(?:\p{L}+ )?(?:illustrations?|illustrated|frontispiece|drawings|pictures)(?: (?:and \p{L}+ )?by .{2,60})?(?: in colou?r)?[^\p{L}]{0,4}$|\[(?:illustration|frontispiece|cover|image)[^\]]*\]$)/iu;

/** Each match of {@link illustrated} holds one of these; that pattern is large as well. */
const illustrationWord = /illustrat|frontispiece|drawings|pictures|\[(?:cover|image)/iu;

/** Matches `SALTMARSH & SONS, PUBLISHERS`, `The Lantern Press`, `Verlag von E. Ebbe`, `LONDON: HALE & CO.`; not `He sold books.` */
const publisher =
  /\b(?:publish(?:ers?|ed by)|publishing|press|& co(?:mpany|\.)?|and company|& sons?|and sons|brothers|verlag|buchhandlung|éditeurs?|éditions?|librairie|imprimerie|editorial|casa editrice|printers?)(?![\p{L}])|издательств/iu;

/** Matches `1908`, `LONDON 1908`, `MCMVIII`, `New York, 1911`, `First Edition`, `Published October, 1908`, `All rights reserved`, `Copyright, 1908, by N. Hale`. */
const imprint =
  /^[^\p{L}\d]{0,6}(?:(?:\p{Lu}[\p{L}.'’-]*[,:]?\s(?:(?:and|und|et|y|&)\s)?){0,4}(?:1[5-9]|20)\d\d(?:\sг)?|M[CDLXVI]{3,12}|(?:\p{L}+ ){1,2}(?:edition|impression|printing|auflage|édition|edición|издание)|(?:first )?(?:published|printed|copyright)(?:ed)?\b.{0,50}(?:1[5-9]|20)\d\d.{0,40}|all rights reserved|printed in .{3,40})[^\p{L}\d]{0,6}$/iu;

/** Lines of a title page are short. */
const maxLineLength = 90;

/**
 * Reads a line of a printed book's title page by its own words: `A Novel`, `Author of "The Weir," etc.`, `Illustrated by
 * N. Hale`, the publisher's imprint. `null` for any other. Only where a title stands above and a chapter below it means this.
 */
export function readTitlePageLine(text: string): TitlePageLine | null {
  if (text.length > maxLineLength && !/^\[illustration/i.test(text)) return null;
  if (kindWord.test(text) && kindOfBook.test(text)) return { key: 'genre', label: 'Genre' };
  if (alsoBy.test(text)) return { key: 'also-by', label: 'Also by the author' };
  if (illustrationWord.test(text) && illustrated.test(text)) return { key: 'illustration', label: 'Illustration' };
  if (imprint.test(text)) return { key: 'imprint', label: 'Imprint' };
  const isImprint = publisher.test(text) && !/[.!?]["”]?\s\p{Lu}\p{Ll}+\s\p{Ll}/u.test(text) && /^\P{Ll}*\p{Lu}/u.test(text) && !/[a-zà-ÿ]\.$/.test(text.replace(/\b(?:co|ltd|inc|bros)\.$/i, '')); // prettier-ignore
  return isImprint ? { key: 'publisher', label: 'Publisher' } : null;
}
