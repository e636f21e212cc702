import { blockText } from './plainText.ts';
import { seriesOfFields } from './series.ts';
import { visibleText } from './titles.ts';
import type { Sourced, Story, StoryField, StoryMetadata } from './tree.ts';

type StatedFacts = Pick<StoryMetadata, 'series' | 'source' | 'rights' | 'publisher'>;

/** What a text's fields state of where it is from and whose it is, in their words; what they do not state is absent. */
export function statedFacts(fields: readonly StoryField[]): StatedFacts {
  const series = seriesOfFields(fields);
  const source = firstOf(fields, 'source');
  const rights = firstOf(fields, 'copyright');
  const publisher = firstOf(fields, 'publisher');
  return {
    ...(series === null ? {} : { series }),
    ...(source === null ? {} : { source: { ...source, text: addressIn(source.text) ?? source.text } }),
    ...(rights === null ? {} : { rights }),
    ...(publisher === null ? {} : { publisher }),
  };
}

function firstOf(fields: readonly StoryField[], key: string): Sourced<string> | null {
  const field = fields.find(each => each.key === key && visibleText(each.value, '') !== '');
  if (field === undefined) return null;
  const span = field.span === undefined ? {} : { span: field.span };
  return { text: visibleText(field.value), origin: 'text', confidence: 1, ...span };
}

/** Matches the address in `Posted at <https://example.org/works/1>.`; not `example.org`, which may be a name. */
const address = /https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:)\]]/i;

/** The one address in a text; `null` where it has none, or several. */
export function addressIn(text: string): string | null {
  const [first, ...others] = text.match(new RegExp(address, 'gi')) ?? [];
  return first !== undefined && others.length === 0 && URL.canParse(first) ? first : null;
}

/** A story's summary as one text, for the shelf; `null` where it has none. */
export function summaryText(story: Story): string | null {
  const summary = story.frontMatter.find(section => section.role === 'summary');
  const text = summary === undefined ? '' : visibleText(blockText(summary.blocks), '');
  return text === '' ? null : text;
}
