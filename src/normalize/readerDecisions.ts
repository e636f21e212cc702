import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ManuscriptBlock } from '../parse/manuscript.ts';
import type { Override } from './override.ts';
import { leavesPlaceOpen, overrideMark, readerSays } from './overrideMark.ts';
import type { ChapterStart, Mark, Reading, Reason } from './reading.ts';
import { withSaidField } from './saidField.ts';

/** What the reader has said of a manuscript's blocks, as it is gathered; of two corrections of one block the first counts. */
export class ReaderDecisions {
  #reading: Reading;
  readonly #blocks: ManuscriptBlock[];
  readonly #marks = new Map<number, Mark>();
  readonly #openPlaces = new Set<number>();
  readonly #chaptersBefore = new Map<number, ChapterStart>();
  readonly #settledBreaks = new Map<number, Reason | null>();

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#blocks = [...reading.manuscript.blocks];
  }

  /** Takes over what an override says of blocks; `false` when it asks for a field where there is none. */
  take(indices: readonly number[], override: Override): boolean {
    const [first] = indices;
    if (first === undefined) return true;
    if (override.before !== undefined) this.#takeBefore(first, override);
    const isField = override.is === 'field' || override.is === 'title' || override.is === 'byline';
    return isField ? this.#takeFields(indices, override) : this.#takeMarks(indices, override);
  }

  /** The reading with all that was said. */
  reading(diagnostics: readonly Diagnostic[]): Reading {
    return {
      ...this.#reading,
      manuscript: { ...this.#reading.manuscript, blocks: this.#blocks },
      marks: this.#blocks.map((_, index) => this.#marks.get(index) ?? null),
      openPlaces: this.#openPlaces,
      chaptersBefore: this.#chaptersBefore,
      settledBreaks: this.#settledBreaks,
      diagnostics,
    };
  }

  #takeBefore(index: number, { before, number, title }: Override): void {
    if (before === 'chapter') {
      const heading = {
        chapterKind: 'chapter',
        number: number ?? null,
        label: null,
        titleOffset: null,
        statedTitle: title,
      } as const;
      this.#chaptersBefore.set(index, { ...readerSays, heading });
      return;
    }
    this.#settledBreaks.set(index, before === 'break' ? readerSays : null);
    if (before === 'none' && this.#blocks[index - 1]?.kind === 'rule') {
      this.#mark(index - 1, { kind: 'separator', ...readerSays });
    }
  }

  #takeMarks(indices: readonly number[], override: Override): boolean {
    indices.forEach((index, position) => {
      const block = this.#blocks[index];
      const mark = block === undefined ? null : overrideMark(block, override, position === 0);
      if (block === undefined || mark === null || !this.#mark(index, mark)) return;
      // A line of ornaments that is story is shown as it stands.
      if (mark.kind === 'body' && block.kind === 'rule') this.#blocks[index] = { ...block, kind: 'text', inlines: null, indent: 0 }; // prettier-ignore
      if (leavesPlaceOpen(override)) this.#openPlaces.add(index);
    });
    return true;
  }

  #takeFields(indices: readonly number[], override: Override): boolean {
    const free = indices.filter(index => !this.#marks.has(index));
    const [first] = free;
    if (first === undefined) return true;
    const text = free.map(index => this.#blocks[index]?.text ?? '').join(' ');
    const block = this.#blocks[first];
    const reading = block === undefined ? null : withSaidField(this.#reading, text, override.is, block.span);
    if (reading === null) return false;
    this.#reading = reading;
    return this.#takeMarks(free, override);
  }

  #mark(index: number, mark: Mark): boolean {
    if (this.#marks.has(index)) return false;
    this.#marks.set(index, mark);
    return true;
  }
}
