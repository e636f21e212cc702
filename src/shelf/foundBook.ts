import type { BookLayer } from '../compile/bookLayer.ts';
import type { LoadedBook } from '../compile/loadBook.ts';
import type { BookPlace } from './bookStems.ts';

/** A book that a shelf names, before it is known whether another entry names it, too. */
export interface FoundBook {
  /** As the `id` of its job. */
  readonly id: string;
  readonly made: BookMaking;
  readonly place: BookPlace;
  /** What the shelf says of all books. */
  readonly under: BookLayer;
  /** What the entry says of this one. */
  readonly over: BookLayer;
  /** Of its files' names: what the entry says, else what the shelf does. */
  readonly pattern: { readonly over: string | undefined; readonly under: string | undefined };
  /** The entry, for people: `books[3]`, or with the file of a shelf inside of the shelf. */
  readonly entry: string;
  /** How closely the entry names the book; the closest counts. */
  readonly closeness: number;
  /** Whether the entry says anything but a path. */
  readonly hasSettings: boolean;
}

/** What a book is made of; paths count from the folder of the process. */
export type BookMaking =
  | { readonly type: 'bookFile'; readonly path: string }
  /** A story, of one file or of several. */
  | { readonly type: 'story'; readonly files: readonly string[] }
  /** Stories bound into one book, or into one and each apart. */
  | { readonly type: 'bound'; readonly files: readonly string[]; readonly bind: 'anthology' | 'both' };

/** Whether its entry names the book itself, and no folder or pattern that it is found by. */
export function isNamed({ closeness }: FoundBook): boolean {
  return closeness >= namedCloseness;
}

/** Above all folders and patterns, which come by the number of their folders that are written out. */
export const namedCloseness = 1_000_000;

/** A book that a shelf names, with all that is said of it. */
export interface ClaimedBook extends FoundBook {
  readonly loaded: LoadedBook;
  /** Of its files' names, as its `book.yaml` has it. */
  readonly ownPattern: string | undefined;
}
