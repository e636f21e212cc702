import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { CompileOptions } from '../../src/compile/compileOptions.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { BookReport } from '../../src/shelf/bookReport.ts';
import { runShelf } from '../../src/shelf/runShelf.ts';

/** How a shelf is built in a test. */
export interface ShelfBuild {
  /** Where its books are written, from the test's folder. */
  readonly out: string;
  /** Where they are kept, from the test's folder; nowhere for `null`. */
  readonly cache: string | null;
  readonly limitBytes?: number;
  readonly onBook?: () => void;
}

export interface BuiltShelf {
  readonly books: readonly BookReport[];
  readonly ofCache: readonly Diagnostic[];
}

/** A folder of its own for each test, gone afterwards, and a shelf in it. */
export interface TestShelf {
  readonly path: (...names: readonly string[]) => string;
  readonly write: (files: Readonly<Record<string, string | Uint8Array>>) => void;
  /** Every file below a folder by its path from there. */
  readonly read: (folder: string) => Readonly<Record<string, string>>;
  readonly build: (books: readonly CompileOptions[], build: ShelfBuild) => Promise<BuiltShelf>;
}

export function useShelf(): TestShelf {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fascicle-shelf-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const path = (...names: readonly string[]): string => join(folder, ...names);
  return {
    path,
    write: files => {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(path(name)), { recursive: true });
        writeFileSync(path(name), content);
      }
    },
    read: name => Object.fromEntries(filesIn(path(name)).map(file => [relative(path(name), file), readFileSync(file, 'latin1')])), // prettier-ignore
    build: async (options, { out, cache, limitBytes = 1e9, onBook }) => {
      const jobs = options.map((each, index) => ({
        id: `book-${index}`,
        options: each,
        outputFolder: path(out),
        failedStories: [],
        diagnostics: [],
      }));
      const keeping = cache === null ? null : { folder: path(cache), limitBytes, isUsual: false };
      const books: BookReport[] = [];
      const ofCache: Diagnostic[] = [];
      for await (const event of runShelf(
        {
          jobs,
          failed: [],
          diagnostics: [],
          settings: { outputFolder: path(out), cache: undefined, cacheSize: undefined, jobs: undefined },
          leftOut: 0,
        },
        { jobs: 1, keeping },
      )) {
        if (event.type === 'cacheFinished') ofCache.push(...event.diagnostics);
        if (event.type !== 'bookFinished') continue;
        books.push(event.book);
        onBook?.();
      }
      return { books, ofCache };
    },
  };
}

/** Every file below a folder. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)).filter(file => statSync(file).isFile()).sort(); // prettier-ignore
}

export function statusesOf({ books }: BuiltShelf): string[] {
  return books.map(({ status }) => status);
}
