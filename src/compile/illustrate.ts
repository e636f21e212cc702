import type { ImageMapping } from '../book/mapImages.ts';
import type { Block, Image } from '../book/tree.ts';
import type { Diagnostic, SourceSpan } from '../diagnostics/diagnostic.ts';
import type { ImageRefusal } from '../source/imageAddress.ts';
import { imageRootOf } from '../source/readImageFile.ts';
import type { SourceText } from '../source/sourceText.ts';
import type { SourceFile } from './compileOptions.ts';
import type { ImageLibrary, ImagePlace, LoadedImage } from './imageLibrary.ts';

/** A text with its pictures, and what was found about them. */
export interface Illustrated<Text> {
  readonly text: Text;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a text was read from. */
export interface TextOrigin {
  readonly files: readonly SourceFile[];
  /** The texts that were in the files; the documents of an e-book have their pictures in it. */
  readonly sources: readonly Pick<SourceText, 'path' | 'container'>[];
  /** The folder that pictures may come from, where it is not the file's own. */
  readonly imageRoot?: string | undefined;
}

/**
 * Loads the pictures of a text. Those that cannot be had stay without an asset, and are reported once each.
 *
 * @param mapText gives the text with each of its pictures changed
 */
export async function illustrate<Text>(
  mapText: (map: ImageMapping) => Text,
  origin: TextOrigin,
  library: ImageLibrary,
): Promise<Illustrated<Text>> {
  const shown = imagesIn(mapText);
  const places = placesOf(origin);
  const loaded = new Map<string, LoadedImage>();
  const diagnostics: Diagnostic[] = [];
  for (const { image, span } of shown) {
    const place = places(span);
    const key = keyOf(image, place);
    const known = loaded.get(key);
    const outcome = known ?? (await library.load(image.url, place));
    loaded.set(key, outcome);
    if ('assetId' in outcome) diagnostics.push(...withoutDescription(image, span));
    else if (known === undefined) diagnostics.push(refusedImage(image, outcome.refusal, span));
  }
  const text = mapText((image, span) => {
    const outcome = loaded.get(keyOf(image, places(span)));
    return outcome !== undefined && 'assetId' in outcome ? { ...image, assetId: outcome.assetId } : image;
  });
  return { text, diagnostics };
}

interface ShownImage {
  readonly image: Image;
  readonly span: Block['span'];
}

function imagesIn(mapText: (map: ImageMapping) => unknown): readonly ShownImage[] {
  const shown: ShownImage[] = [];
  mapText((image, span) => {
    if (image.assetId === undefined) shown.push({ image, span });
    return image;
  });
  return shown;
}

/** Where the pictures are that a place in a file names; a place that is not known is in the first file. */
function placesOf({ files, sources, imageRoot }: TextOrigin): (span: Block['span']) => ImagePlace {
  const places = new Map<string, ImagePlace>();
  for (const { path, content } of files) {
    const root = content === undefined ? imageRootOf(path, imageRoot) : (imageRoot ?? null);
    places.set(path, { file: path, root });
  }
  for (const { path, container } of sources) {
    if (container === undefined) continue;
    // What is beside an e-book is none of its pictures, wherever in it they are named.
    places.set(container.path, { file: container.path, root: { container, path: '' } });
    // The documents of a folder name the same pictures by the same words: each is loaded and reported once.
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    places.set(path, { file: folder, root: { container, path: path.slice(container.path.length + 1) } });
  }
  const [first = { file: '', root: null }] = places.values();
  return span => (span === undefined ? first : (places.get(span.file) ?? first));
}

function keyOf(image: Image, { file }: ImagePlace): string {
  return `${file}\n${image.url}`;
}

/** Addresses are shown up to so many characters: some hold a whole picture. */
const shownChars = 80;

function nameOf({ url }: Image): string {
  return url.length <= shownChars ? url : `${url.slice(0, shownChars)}…`;
}

/** An ornament that is missing takes nothing from a story. */
function refusedImage(image: Image, { code, reason, hint }: ImageRefusal, span: SourceSpan | undefined): Diagnostic {
  const isDescribed = image.alt !== null && image.alt !== '';
  const instead = isDescribed ? 'its description stands in its place' : 'nothing stands in its place';
  return {
    code: `images/${code}`,
    severity: image.alt === '' ? 'info' : 'warning',
    message: `The image ${nameOf(image)} ${reason}; ${instead}.`,
    hint,
    ...(span === undefined ? {} : { span }),
  };
}

function withoutDescription(image: Image, span: SourceSpan | undefined): Diagnostic[] {
  if (image.alt !== null) return [];
  return [
    {
      code: 'images/alt-missing',
      severity: 'warning',
      message: `The image ${nameOf(image)} has no description; who cannot see it is told nothing.`,
      hint: 'Describe it, ![A lamp in a window](lamp.png), or say alt="" of an ornament.',
      ...(span === undefined ? {} : { span }),
    },
  ];
}
