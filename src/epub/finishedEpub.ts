import { EPub } from 'epub-gen-memory';
import type { ArchiveFile } from '../archive/archiveFile.ts';
import { containerBytes, fillContainer, storeInContainer } from '../archive/zipContainer.ts';

/**
 * epub-gen-memory's book, given files that are finished. By itself it rewrites markup, fetches whatever an address in
 * the text names, and takes random ids and the time of day; here it only keeps the container.
 */
export class FinishedEpub extends EPub {
  readonly #files: readonly ArchiveFile[];

  constructor(title: string, files: readonly ArchiveFile[]) {
    super({ title, verbose: false }, []);
    this.#files = files;
  }

  /** The book's bytes: `mimetype` first and stored, the other files by path. */
  async toBytes(): Promise<Uint8Array> {
    await this.render();
    return containerBytes(this.zip);
  }

  protected override async generateTemplateFiles(): Promise<void> {
    // Already there and first, but with the time of day.
    storeInContainer(this.zip, 'mimetype', 'application/epub+zip');
    await fillContainer(this.zip, this.#files);
  }

  protected override async downloadAllFonts(): Promise<void> {
    // Nothing is ever fetched.
  }

  protected override async downloadAllImages(): Promise<void> {
    // Nothing is ever fetched.
  }

  protected override async makeCover(): Promise<void> {
    // The cover is among the files.
  }
}
