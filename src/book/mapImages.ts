import type { Block, Image, Inline, MatterSection } from './tree.ts';

/** Makes a picture of a picture; told of the nearest block that knows its place. */
export type ImageMapping = (image: Image, place: Block['span']) => Image;

/** Sections with each of their pictures changed. */
export function mapSectionImages(sections: readonly MatterSection[], map: ImageMapping): readonly MatterSection[] {
  return sections.map(section => ({ ...section, blocks: mapImages(section.blocks, map, section.span) }));
}

/** Blocks with each of their pictures changed, in reading order; blocks without any are the same objects. */
export function mapImages(blocks: readonly Block[], map: ImageMapping, place?: Block['span']): readonly Block[] {
  return mapSame(blocks, block => mapBlock(block, map, block.span ?? place));
}

function mapBlock(block: Block, map: ImageMapping, place: Block['span']): Block {
  const inlines = (children: readonly Inline[]) => mapInlines(children, map, place);
  switch (block.type) {
    case 'paragraph':
    case 'heading': {
      const children = inlines(block.children);
      return children === block.children ? block : { ...block, children };
    }
    case 'blockQuote': {
      const children = mapImages(block.children, map, place);
      return children === block.children ? block : { ...block, children };
    }
    case 'list': {
      const items = mapSame(block.items, item => mapImages(item, map, place));
      return items === block.items ? block : { ...block, items };
    }
    case 'table': {
      const header = mapSame(block.header, inlines);
      const rows = mapSame(block.rows, row => mapSame(row, inlines));
      return header === block.header && rows === block.rows ? block : { ...block, header, rows };
    }
    case 'figure': {
      const image = map(block.image, place);
      const caption = inlines(block.caption);
      return image === block.image && caption === block.caption ? block : { ...block, image, caption };
    }
    case 'thematicBreak':
    case 'preformatted':
      return block;
  }
}

function mapInlines(inlines: readonly Inline[], map: ImageMapping, place: Block['span']): readonly Inline[] {
  return mapSame(inlines, inline => {
    if (inline.type === 'image') return map(inline, place);
    if (!('children' in inline)) return inline;
    const children = mapInlines(inline.children, map, place);
    return children === inline.children ? inline : { ...inline, children };
  });
}

/** As `map`; the list itself where nothing in it changes. */
function mapSame<Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] {
  const changed = items.map(item => change(item));
  return changed.some((item, index) => item !== items[index]) ? changed : items;
}
