import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { threadId } from 'node:worker_threads';

/**
 * Where files stand while they are written. A name says whose it is: the machine, the process, its thread and a number that
 * counts up; so two builds never share one, and what a dead build left behind can be told from what a living one works on.
 */
// ".fascicle-1f0c9a3b-4711-0-12.part"; not ".fascicle-cache", nor the ".part" of another program.
const namePattern = /^\.fascicle-(?<machine>[0-9a-f]{8})-(?<pid>\d{1,10})-(?<thread>\d{1,10})-\d{1,10}\.part$/;

let count = 0;
/** What this thread is writing now. */
const own = new Set<string>();
/** Folders in which this thread has looked for leftovers. */
const searched = new Set<string>();

/** A path in the folder for a file that is not whole yet; to be released when it has gone. */
export function claimTemporary(folder: string): string {
  const path = join(folder, `.fascicle-${machine()}-${process.pid}-${threadId}-${++count}.part`);
  own.add(resolve(path));
  return path;
}

/** Removes the file, if it is still there. */
export function releaseTemporary(path: string): void {
  own.delete(resolve(path));
  if (existsSync(path)) rmSync(path, { force: true });
}

/**
 * Removes what builds that are dead left in a folder, once for each folder. What belongs to a process that lives, or to
 * another machine on the same disk, stays; so does every other file.
 */
export async function removeLeftovers(folder: string): Promise<void> {
  const place = resolve(folder);
  if (searched.has(place)) return;
  searched.add(place);
  const names = await readdir(place).catch(() => []);
  for (const name of names) {
    if (isLeftover(place, name)) await rm(join(place, name), { force: true }).catch(() => undefined);
  }
}

/** Removes what a process, known to be dead, was writing in a folder. */
export function removeTemporariesOf(pid: number, folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const owner = namePattern.exec(name)?.groups;
    if (owner?.machine !== machine() || Number(owner.pid) !== pid) continue;
    rmSync(join(folder, name), { force: true });
  }
}

function isLeftover(folder: string, name: string): boolean {
  const owner = namePattern.exec(name)?.groups;
  if (owner?.machine !== machine()) return false;
  const pid = Number(owner.pid);
  if (pid !== process.pid) return !isAlive(pid);
  // In a container every run may have the same number.
  return Number(owner.thread) === threadId && !own.has(join(folder, name));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one that lives.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

let machineName: string | undefined;

/** Where a process number means what it means here: the host, and its space of processes, of which a container has its own. */
function machine(): string {
  machineName ??= createHash('sha256').update(`${hostname()} ${processSpace()}`).digest('hex').slice(0, 8);
  return machineName;
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}
