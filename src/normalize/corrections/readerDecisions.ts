import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import { agreesWith } from './acceptingOverride.ts';
import type { Override } from './override.ts';
import { leavesPlaceOpen, overrideMark, readerSays } from './overrideMark.ts';
import type { ChapterStart, Mark, Reading, Reason } from '../reading.ts';
import { factsWithout, surerFacts, withSaidField } from './saidField.ts';

/** What the reader says of a reading's blocks, as it is gathered; of two corrections of one block the first counts. */
export class ReaderDecisions {
  #reading: Reading;
  readonly #blocks: ManuscriptBlock[];
  readonly #marks: (Mark | null)[];
  readonly #taken = new Set<number>();
  readonly #corrected: Set<number>;
  readonly #openPlaces: Set<number>;
  readonly #chaptersBefore: Map<number, ChapterStart>;
  readonly #breaksBefore: Map<number, Reason>;

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#blocks = [...reading.manuscript.blocks];
    this.#marks = [...reading.marks];
    this.#corrected = new Set(reading.corrected);
    this.#openPlaces = new Set(reading.openPlaces);
    this.#chaptersBefore = new Map(reading.chaptersBefore);
    this.#breaksBefore = new Map(reading.breaksBefore);
    for (const [index, mark] of reading.marks.entries()) if (mark?.rule === readerSays.rule) this.#taken.add(index);
  }

  /**
   * Takes over what an override says of blocks, of those that `isMeant` lets pass; `false` when it asks for a field where
   * there is none.
   */
  take(indices: readonly number[], override: Override, isMeant: (index: number) => boolean): boolean {
    const [first] = indices;
    if (first === undefined) return true;
    if (override.before !== undefined && isMeant(first)) this.#takeBefore(first, override);
    if (override.is === undefined) return true;
    const open = indices.filter(index => !this.#taken.has(index) && isMeant(index));
    const changed = open.filter(index => !this.#accept(index, override));
    const isField = override.is === 'field' || override.is === 'title' || override.is === 'byline';
    if (isField && changed.length > 0 && !this.#takeField(changed, override)) return false;
    for (const index of changed) this.#change(index, override, index === first);
    return true;
  }

  /** The reading with all that was said. */
  reading(diagnostics: readonly Diagnostic[]): Reading {
    return {
      ...this.#reading,
      manuscript: { ...this.#reading.manuscript, blocks: this.#blocks },
      marks: this.#marks,
      corrected: this.#corrected,
      openPlaces: this.#openPlaces,
      chaptersBefore: this.#chaptersBefore,
      breaksBefore: this.#breaksBefore,
      diagnostics: [...this.#reading.diagnostics, ...diagnostics],
    };
  }

  #takeBefore(index: number, { before, number, title }: Override): void {
    if (before === 'chapter') {
      const said = { chapterKind: 'chapter', number: number ?? null, label: null, titleOffset: null, statedTitle: title } as const; // prettier-ignore
      const found = this.#chaptersBefore.get(index)?.heading;
      // What was found there agrees when it counts the same, and keeps the label that the text has for it.
      const isAgreed = found?.number === said.number && found.statedTitle === title;
      this.#chaptersBefore.set(index, { ...readerSays, heading: isAgreed ? found : said });
    } else if (before === 'break') this.#breaksBefore.set(index, readerSays);
    else {
      this.#breaksBefore.delete(index);
      if (this.#marks[index - 1]?.kind === 'break') this.#set(index - 1, { kind: 'separator', ...readerSays });
    }
  }

  /** Settles what is as the reader says already; `false` when it is not. */
  #accept(index: number, override: Override): boolean {
    const [mark, block] = [this.#marks[index] ?? null, this.#blocks[index]];
    if (mark === null || block === undefined || !agreesWith(mark, override)) return false;
    this.#set(index, { ...mark, ...readerSays });
    this.#reading = surerFacts(this.#reading, block.span);
    return true;
  }

  #change(index: number, override: Override, isFirst: boolean): void {
    const block = this.#blocks[index];
    const mark = block === undefined ? null : overrideMark(block, override, isFirst);
    if (block === undefined || mark === null) return;
    this.#set(index, mark);
    this.#corrected.add(index);
    // A line of ornaments that is story is shown as it stands.
    if (mark.kind === 'body' && block.kind === 'rule') this.#blocks[index] = { ...block, kind: 'text', inlines: null, indent: 0 }; // prettier-ignore
    if (leavesPlaceOpen(override)) this.#openPlaces.add(index);
    if (mark.kind !== 'title' && mark.kind !== 'byline' && mark.kind !== 'field') this.#reading = factsWithout(this.#reading, block.span); // prettier-ignore
  }

  #takeField(indices: readonly number[], override: Override): boolean {
    const block = this.#blocks[indices[0] ?? -1];
    const text = indices.map(index => this.#blocks[index]?.text ?? '').join(' ');
    if (block === undefined) return true;
    const reading = withSaidField(factsWithout(this.#reading, block.span), text, override.is, block.span);
    if (reading === null) return false;
    this.#reading = reading;
    return true;
  }

  #set(index: number, mark: Mark): void {
    this.#marks[index] = mark;
    this.#taken.add(index);
  }
}
