import { resolveReference } from '../../archive/resolveReference.ts';
import { type ContentsEntry, type DraftEntry, draftEntry } from './contents.ts';
import type { EpubFile } from './openEpub.ts';

/** Deeper entries are read as those of this depth; contents have four levels at most. */
const maxDepth = 20;

/**
 * Reads the contents of EPUB 2.
 * @see https://idpf.org/epub/20/spec/OPF_2.0_final_spec.html#Section2.4.1
 */
export function readNcx(epub: EpubFile, path: string): readonly ContentsEntry[] {
  const root = draftEntry();
  const open: DraftEntry[] = [root];
  let [isInMap, isInLabel] = [false, false];
  epub.readXml(path, {
    onOpen: element => {
      const current = open.at(-1) ?? root;
      if (element.name === 'navMap') isInMap = true;
      else if (element.name === 'navLabel') isInLabel = isInMap;
      else if (element.name === 'navPoint' && isInMap) {
        const entry = draftEntry();
        (open[Math.min(open.length, maxDepth) - 1] ?? root).children.push(entry);
        open.push(entry);
      } else if (element.name === 'content' && isInMap && current !== root) {
        const target = resolveReference(path, element.attribute('src') ?? '');
        if (target.kind === 'inside') [current.path, current.fragment] = [target.path, target.fragment];
      }
    },
    onText: text => {
      const current = open.at(-1) ?? root;
      if (isInLabel && current !== root) current.title = `${current.title}${text}`.replace(/\s+/g, ' ').trimStart();
    },
    onClose: name => {
      if (name === 'navMap') isInMap = false;
      else if (name === 'navLabel') isInLabel = false;
      else if (name === 'navPoint' && open.length > 1) open.pop();
    },
  });
  return root.children;
}
