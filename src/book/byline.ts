import type { BookLabels } from './labels.ts';
import { visibleText } from './titles.ts';
import type { StoryField } from './tree.ts';

/** "by Anna and Ben"; `null` when no author is named. */
export function bylineText(names: readonly string[], labels: BookLabels): string | null {
  const joined = joinNames(names, labels);
  return joined === null ? null : labels.by(joined);
}

/** "Edited by Cleo"; `null` when no editor is named. */
export function editorsText(names: readonly string[], labels: BookLabels): string | null {
  const joined = joinNames(names, labels);
  return joined === null ? null : labels.editedBy(joined);
}

/** "Anna, Ben, and Cleo" in the manner of the labels' language; `null` for nobody. */
export function joinNames(names: readonly string[], labels: BookLabels): string | null {
  const shown = names.map(name => visibleText(name, '')).filter(name => name !== '');
  return shown.length === 0 ? null : new Intl.ListFormat(labels.language, { type: 'conjunction' }).format(shown);
}

/** The fields that have something to show. */
export function shownFields(fields: readonly StoryField[]): readonly StoryField[] {
  return fields.filter(field => visibleText(field.label, '') !== '' && visibleText(field.value, '') !== '');
}
