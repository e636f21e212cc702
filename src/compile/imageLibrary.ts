import type { ImageAsset } from '../book/tree.ts';
import { sha256Hex } from '../source/digest.ts';
import { fetchImage } from '../source/fetchImage.ts';
import { type ImageRefusal, readImageAddress } from '../source/imageAddress.ts';
import { type ContainedPlace, outsideBook, readContainedImage } from '../source/readContainedImage.ts';
import { type ImageBytes, readImageFile } from '../source/readImageFile.ts';

/** A picture that was loaded, or why it was not. */
export type LoadedImage = { readonly assetId: string } | { readonly refusal: ImageRefusal };

/** Where a picture is named: the file, and what the picture has to be in. */
export interface ImagePlace {
  readonly file: string;
  /** A folder; the e-book that the file is a document of; `null` for a text that is in memory only. */
  readonly root: string | ContainedPlace | null;
}

/** More pictures than this, or so many bytes of them, no reader opens: Kindle's mail takes 50 MB, its shop 650 MB. */
const maxImages = 1000;
const maxTotalBytes = 200 * 1024 * 1024;

/** So many addresses are asked for at most, whatever comes of them: a page of counters names thousands. */
const maxFetches = 1000;

/** The pictures of a compilation, each loaded once, whoever shows it. */
export class ImageLibrary {
  readonly #assets = new Map<string, ImageAsset>();
  readonly #loaded = new Map<string, LoadedImage>();
  /** Sources that were refused, by their digest. */
  readonly #refused = new Map<string, ImageRefusal>();
  readonly #mayFetch: boolean;
  #totalBytes = 0;
  #fetched = 0;

  constructor(mayFetch: boolean) {
    this.#mayFetch = mayFetch;
  }

  /** Every picture that was loaded, by its id. */
  get assets(): ReadonlyMap<string, ImageAsset> {
    return this.#assets;
  }

  async load(url: string, place: ImagePlace): Promise<LoadedImage> {
    const key = keyOf(url, place);
    const known = this.#loaded.get(key);
    if (known !== undefined) return known;
    const read = await this.#bytesOf(url, place);
    const loaded = 'refusal' in read ? read : await this.#keep(read.bytes);
    this.#loaded.set(key, loaded);
    return loaded;
  }

  async #bytesOf(url: string, { file, root }: ImagePlace): Promise<ImageBytes> {
    const address = readImageAddress(url);
    switch (address.kind) {
      case 'refused':
        return isContained(root) && address.refusal.code === 'outside-folder' ? { refusal: outsideBook(root.container) } : address; // prettier-ignore
      case 'data':
        return address;
      case 'web':
        if (!this.#mayFetch) return { refusal: notAsked };
        return ++this.#fetched > maxFetches ? { refusal: tooMany } : fetchImage(address.url);
      case 'file':
        if (isContained(root)) return readContainedImage(url, root);
        return root === null ? { refusal: inMemory } : readImageFile(address.paths, file, root);
    }
  }

  async #keep(bytes: Uint8Array): Promise<LoadedImage> {
    const digest = sha256Hex(bytes);
    const assetId = `image-${digest.slice(0, 12)}`;
    if (this.#assets.has(assetId)) return { assetId };
    const refusal = this.#refused.get(digest);
    if (refusal !== undefined) return { refusal };
    const { recodeImage } = await import('../images/recodeImage.ts');
    const image = this.#assets.size >= maxImages ? tooMany : await recodeImage(bytes);
    const found = 'reason' in image ? image : this.#totalBytes + image.bytes.length > maxTotalBytes ? tooMany : image;
    if ('reason' in found) {
      this.#refused.set(digest, found);
      return { refusal: found };
    }
    this.#totalBytes += found.bytes.length;
    this.#assets.set(assetId, { id: assetId, ...found });
    return { assetId };
  }
}

function isContained(root: ImagePlace['root']): root is ContainedPlace {
  return typeof root === 'object' && root !== null;
}

/** E-books in memory may share a name: they are told apart by what they hold. No e-book is kept by it. */
function keyOf(url: string, { file, root }: ImagePlace): string {
  return JSON.stringify([url, file, isContained(root) ? { sha256: root.container.sha256 } : root]);
}

const notAsked: ImageRefusal = {
  code: 'not-fetched',
  reason: 'is on the web, and nothing is fetched unless you ask for it',
  hint: 'Build with --fetch-images, or save the picture beside the story and name it there.',
};

const inMemory: ImageRefusal = {
  code: 'outside-folder',
  reason: 'is named by a text in memory, which has no folder',
  hint: 'Say with imageRoot where its pictures are.',
};

const tooMany: ImageRefusal = {
  code: 'too-many',
  reason: `would be one too many; a book holds at most ${maxImages} pictures, ${maxTotalBytes / 1024 / 1024} MB in all`,
  hint: 'Make several books of the stories.',
};
