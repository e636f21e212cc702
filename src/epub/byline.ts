import type { BookLabels } from '../book/labels.ts';
import type { StoryField } from '../book/tree.ts';
import { labelLanguageAttributes } from './language.ts';
import { joinNames, visibleText } from './titles.ts';
import { lines, noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

/** "by Anna and Ben"; nothing when no author is named. */
export function renderByline(names: readonly string[], labels: BookLabels, language: string): Xhtml {
  const line = bylineText(names, labels);
  if (line === null) return noMarkup;
  return xhtml`<p class="byline"${labelLanguageAttributes(labels, language)}>${line}</p>`;
}

/** {@link renderByline} in plain text. */
export function bylineText(names: readonly string[], labels: BookLabels): string | null {
  const shown = visibleNames(names);
  return shown.length === 0 ? null : labels.by(joinNames(shown, labels.language));
}

/** "Edited by Cleo"; nothing when no editor is named. */
export function renderEditors(names: readonly string[], labels: BookLabels, language: string): Xhtml {
  const shown = visibleNames(names);
  if (shown.length === 0) return noMarkup;
  const line = labels.editedBy(joinNames(shown, labels.language));
  return xhtml`<p class="editors"${labelLanguageAttributes(labels, language)}>${line}</p>`;
}

function visibleNames(names: readonly string[]): string[] {
  return names.map(name => visibleText(name, '')).filter(name => name !== '');
}

/** What a story says of itself (rating, fandom, pairing …) in the words and the order of its source. */
export function renderFields(fields: readonly StoryField[]): Xhtml {
  const shown = fields.filter(field => visibleText(field.label, '') !== '' && visibleText(field.value, '') !== '');
  if (shown.length === 0) return noMarkup;
  const rows = shown.map(field => xhtml`<div><dt>${field.label}:</dt> <dd>${field.value}</dd></div>`);
  return xhtml`<dl class="fields">\n${lines(rows)}\n</dl>`;
}
