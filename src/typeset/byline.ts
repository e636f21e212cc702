import type { BookLabels } from '../book/labels.ts';
import type { StoryField } from '../book/tree.ts';
import { oneLine } from './chapterName.ts';

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
  const shown = names.map(oneLine).filter(name => name !== '');
  return shown.length === 0 ? null : new Intl.ListFormat(labels.language, { type: 'conjunction' }).format(shown);
}

/** The fields that have something to show. */
export function shownFields(fields: readonly StoryField[]): readonly StoryField[] {
  return fields.filter(field => oneLine(field.label) !== '' && oneLine(field.value) !== '');
}
