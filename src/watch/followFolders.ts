import { existsSync, type Stats } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

/** Something that happened to a file or a folder, by its absolute path. */
export interface DiskEvent {
  readonly path: string;
  /** Whether something came or went, and was not only written anew. */
  readonly isComing: boolean;
}

/** Who is told of what happens. */
export interface Listener {
  readonly ring: (event: DiskEvent) => void;
  /** Something goes on, of which nothing more is known. */
  readonly stir: () => void;
}

export interface WatchedFolder {
  readonly path: string;
  /** Whether folders in it are watched, too. */
  readonly isDeep: boolean;
}

/** Watches files and folders on disk. */
export interface Follower {
  /**
   * Watches what is named besides what is watched already, and resolves when it is.
   * @param files whether they are there or not
   * @param outputFolders where books are written; what is in them is watched only where it is named
   */
  readonly follow: (
    files: Iterable<string>,
    folders: readonly WatchedFolder[],
    outputFolders: readonly string[],
  ) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Libraries, what git keeps, and files of ours that are not finished: `.fascicle-12.part`; not `part.txt`. */
const neverWatched = /^(?:node_modules|\.git|\..*\.part)$/;

/** So long chokidar may take to begin with what is added later; it does not say when it has. */
const settlingMs = 150;

/**
 * Tells of what happens to files and in folders. A file is watched through the folder that it is in: most editors write
 * another file and rename it, so that the one that was watched is gone.
 */
export function createFollower({ ring, stir }: Listener): Follower {
  const wanted = createWanted();
  const started = new Set<string>();
  let watcher: FSWatcher | null = null;
  const begin = async (paths: readonly string[]): Promise<void> => {
    if (watcher !== null) {
      watcher.add([...paths]);
      await new Promise(done => void setTimeout(done, settlingMs));
      return;
    }
    const first = watch([...paths], { ignored: wanted.isIgnored, ignoreInitial: true, atomic: false });
    watcher = first;
    first.on('all', (kind, path) => {
      ring({ path: resolve(path), isComing: kind !== 'change' });
    });
    // Of writes that follow one another within 50 milliseconds, chokidar tells the first as a change.
    first.on('raw', stir);
    // A folder that may not be read, or more of them than the system watches: what can be watched is.
    first.on('error', () => undefined);
    await new Promise<void>(done => void first.once('ready', done));
  };
  return {
    follow: async (files, folders, outputFolders) => {
      wanted.leaveOut(outputFolders);
      const fresh = wanted.add(files, folders);
      const places = [...folders.map(({ path }) => resolve(path)), ...wanted.files().map(file => dirname(file))];
      const roots = new Set([...places.map(nearestThere).filter(place => !started.has(place)), ...fresh]);
      for (const root of roots) started.add(root);
      if (roots.size > 0) await begin([...roots]);
    },
    close: async () => {
      await watcher?.close();
    },
  };
}

/** The folder itself, or the nearest above it that is there. */
function nearestThere(folder: string): string {
  let there = folder;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  return there;
}

interface Wanted {
  readonly files: () => readonly string[];
  /** @returns the files that are wanted now and lie in a folder that was watched before */
  readonly add: (files: Iterable<string>, folders: readonly WatchedFolder[]) => readonly string[];
  readonly leaveOut: (outputFolders: readonly string[]) => void;
  readonly isIgnored: (path: string, stats?: Stats) => boolean;
}

/** What is to be watched, of all that lies beside it. */
function createWanted(): Wanted {
  const outputs = new Set<string>();
  const files = new Set<string>();
  const folders = new Map<string, boolean>();
  /** Folders that something wanted lies in, however deep. */
  const ways = new Set<string>();
  const addWay = (path: string): boolean => {
    const isKnown = ways.has(dirname(path));
    for (let way = dirname(path); !ways.has(way); way = dirname(way)) ways.add(way);
    return isKnown;
  };
  const isWithinDeep = (path: string): boolean => {
    for (let way = dirname(path); ; way = dirname(way)) {
      if (folders.get(way) === true) return true;
      if (dirname(way) === way) return false;
    }
  };
  return {
    files: () => [...files],
    add: (moreFiles, moreFolders) => {
      for (const { path, isDeep } of moreFolders) {
        folders.set(resolve(path), isDeep || folders.get(resolve(path)) === true);
        addWay(resolve(path));
      }
      const fresh = [...new Set([...moreFiles].map(file => resolve(file)))].filter(file => !files.has(file));
      const late = fresh.filter(file => ways.has(dirname(file)));
      for (const file of fresh) {
        files.add(file);
        addWay(file);
      }
      return late;
    },
    leaveOut: outputFolders => {
      for (const folder of outputFolders) outputs.add(resolve(folder));
    },
    isIgnored: (given, stats) => {
      const path = resolve(given);
      if (files.has(path) || folders.has(path) || ways.has(path)) return false;
      if (neverWatched.test(basename(path))) return true;
      if (folders.has(dirname(path)) && stats?.isDirectory() !== true) return false;
      return [...outputs].some(output => path === output || path.startsWith(output + sep)) || !isWithinDeep(path);
    },
  };
}
