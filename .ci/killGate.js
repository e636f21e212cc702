// Kills builds of a small shelf at random moments, in turns who started it and one of its processes, and looks at what is left:
// every file of a book is whole or not there, the next build makes the rest, its files are those of a build that nobody killed,
// and nothing else remains, on disk or running. With a cache, and without.
// usage: node .ci/killGate.js [--moments 50] [--stories 24] [--seed 1]
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { randomFrom, writeBatchShelf } from '../bench/batchShelf.js';

const program = resolve(import.meta.dirname, '../dist/cli/main.js');
const moments = numberAfter('--moments', 50);
const random = randomFrom(numberAfter('--seed', 1));
const work = mkdtempSync(join(tmpdir(), 'fascicle-kill-'));
const shelf = join(work, 'shelf');
const [out, cache] = [join(work, 'out'), join(work, 'cache')];
const faults = [];

writeBatchShelf(shelf, numberAfter('--stories', 24), 2000, 8);
const started = performance.now();
const whole = await endOf(startBuild(join(work, 'clean'), ['--no-cache']));
if (whole !== 0) throw new Error(`a build that nobody kills ends with ${whole}`);
const lastsMs = performance.now() - started;
const clean = digestsBelow(join(work, 'clean'));
let killed = 0;
for (let moment = 1; moment <= moments; moment++) {
  const victim = moment % 2 === 0 ? 'a process' : 'who started it';
  const keeping = moment % 4 < 2 ? ['--cache', cache] : ['--no-cache'];
  for (const folder of [out, cache]) rmSync(folder, { recursive: true, force: true });
  if (await killOnce(victim, keeping)) killed++;
  lookAtHalf(`moment ${moment}, ${victim} killed`);
  const code = await endOf(startBuild(out, keeping));
  if (code !== 0) faults.push(`moment ${moment}: the next build ends with ${code}`);
  lookAtWhole(`moment ${moment}, after ${victim} was killed and the next build`);
}
rmSync(work, { recursive: true });
console.log(`${killed} of ${moments} builds killed while they ran`);
for (const fault of faults) console.error(`fault: ${fault}`);
if (faults.length > 0 || killed === 0) process.exit(1);

function startBuild(folder, keeping) {
  const args = ['build', shelf, '-f', 'epub', '--cover', 'none', '--jobs', '2', '-o', folder, '-q', ...keeping];
  return spawn(process.execPath, [program, ...args], { stdio: 'ignore' });
}

function endOf(child) {
  return new Promise(done => void child.once('close', (code, signal) => void done(code ?? signal)));
}

/** Whether there was something to kill. */
async function killOnce(victim, keeping) {
  const build = startBuild(out, keeping);
  const end = endOf(build);
  const children = new Set();
  const until = performance.now() + random() * lastsMs;
  while (performance.now() < until && build.exitCode === null) {
    for (const pid of childrenOf(build.pid)) children.add(pid);
    await wait(5);
  }
  const isRunning = build.exitCode === null;
  const pid = victim === 'a process' ? childrenOf(build.pid)[Math.floor(random() * 2)] : build.pid;
  if (isRunning && pid !== undefined) process.kill(pid, 'SIGKILL');
  const code = await end;
  if (victim === 'a process' && code !== 0) faults.push(`one process killed, and the build ends with ${code}`);
  for (const child of children) if (!(await hasGone(child))) faults.push(`process ${child} remains`);
  return isRunning && pid !== undefined;
}

function childrenOf(pid) {
  const path = `/proc/${pid}/task/${pid}/children`;
  try {
    return readFileSync(path, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

async function hasGone(pid) {
  for (let waitedMs = 0; waitedMs < 20_000; waitedMs += 10) {
    try {
      if (/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) return true;
    } catch {
      return true;
    }
    await wait(10);
  }
  return false;
}

/** Each book's file is that of a clean build; others are under way, by their names. */
function lookAtHalf(when) {
  for (const [name, digest] of Object.entries(digestsBelow(out))) {
    if (/(?:^|\/)\.fascicle-[^/]*\.part$/.test(name)) continue;
    if (clean[name] !== digest) faults.push(`${when}: ${name} is not what a clean build makes`);
  }
}

function lookAtWhole(when) {
  const made = digestsBelow(out);
  for (const name of new Set([...Object.keys(clean), ...Object.keys(made)])) {
    if (clean[name] !== made[name])
      faults.push(`${when}: ${name} ${name in made ? 'differs or is stray' : 'is missing'}`);
  }
}

function digestsBelow(folder) {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const digest = path => createHash('sha256').update(readFileSync(path)).digest('hex');
  const paths = entries.map(entry => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map(path => [path.slice(folder.length + 1), digest(path)]));
}

function numberAfter(name, otherwise) {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}
