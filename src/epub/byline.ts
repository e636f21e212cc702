import { bylineText, editorsText, shownFields } from '../book/byline.ts';
import type { BookLabels } from '../book/labels.ts';
import { seriesLine } from '../book/series.ts';
import type { SeriesPlace, Sourced, StoryField } from '../book/tree.ts';
import { labelLanguageAttributes } from './language.ts';
import { lines, noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

/** "by Anna and Ben"; nothing when no author is named. */
export function renderByline(names: readonly string[], labels: BookLabels, language: string): Xhtml {
  const line = bylineText(names, labels);
  if (line === null) return noMarkup;
  return xhtml`<p class="byline"${labelLanguageAttributes(labels, language)}>${line}</p>`;
}

/** "Edited by Cleo"; nothing when no editor is named. */
export function renderEditors(names: readonly string[], labels: BookLabels, language: string): Xhtml {
  const line = editorsText(names, labels);
  if (line === null) return noMarkup;
  return xhtml`<p class="editors"${labelLanguageAttributes(labels, language)}>${line}</p>`;
}

/** "Part 2 of The Lamp Cycle", where the fields do not say it; nothing for a text in no series. */
export function renderSeries(series: Sourced<SeriesPlace> | undefined, labels: BookLabels, language: string): Xhtml {
  const line = seriesLine(series, labels);
  return line === null ? noMarkup : xhtml`<p class="series"${labelLanguageAttributes(labels, language)}>${line}</p>`;
}

/** What a story says of itself (rating, fandom, pairing …) in the words and the order of its source. */
export function renderFields(fields: readonly StoryField[]): Xhtml {
  const shown = shownFields(fields);
  if (shown.length === 0) return noMarkup;
  const rows = shown.map(field => xhtml`<div><dt>${field.label}:</dt> <dd>${field.value}</dd></div>`);
  return xhtml`<dl class="fields">\n${lines(rows)}\n</dl>`;
}
