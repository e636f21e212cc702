import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { EpubCheckResult } from '@likecoin/epubcheck-ts';
import { severityOf } from './epubcheckMessage.ts';
import type { EpubcheckMessage, EpubcheckOutcome } from './epubcheckMessage.ts';
import { isFalseAlarm } from './isFalseAlarm.ts';

/** A book of a million words takes two to three seconds; nobody waits longer than this for a hostile one. */
const defaultTimeoutMs = 60_000;

/** The heap of the checker, in mebibytes: a million words take below 100. */
const maxHeapMb = 512;

/** More than this of one file says nothing new. */
const maxMessages = 1000;

/**
 * The checker runs apart: it loads WebAssembly, it was not written for hostile books, and it can be ended there. The
 * source is text because a worker is started from a file of JavaScript, which this one is only after the build.
 */
const workerSource = `
const { parentPort, workerData } = require('node:worker_threads');
import(workerData.library)
  .then(({ EpubCheck }) => EpubCheck.validate(workerData.bytes))
  .then(result => parentPort.postMessage({ messages: result.messages.slice(0, workerData.maxMessages) }));
`;

/** Checks a book with the port of EPUBCheck to TypeScript; never longer than `timeoutMs`. */
export function runEpubcheckPort(bytes: Uint8Array, timeoutMs: number = defaultTimeoutMs): Promise<EpubcheckOutcome> {
  const library = pathToFileURL(createRequire(import.meta.url).resolve('@likecoin/epubcheck-ts')).href;
  const worker = new Worker(workerSource, {
    eval: true,
    workerData: { library, bytes, maxMessages },
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    stdout: true,
    stderr: true,
  });
  return new Promise(resolve => {
    const finish = (outcome: EpubcheckOutcome) => {
      clearTimeout(timer);
      resolve(outcome);
      void worker.terminate();
    };
    const timer = setTimeout(() => {
      finish({ kind: 'unfinished', reason: `it did not end within ${String(timeoutMs / 1000)} seconds` });
    }, timeoutMs);
    worker.once('message', (answer: { messages: EpubCheckResult['messages'] }) => {
      finish({ kind: 'finished', messages: answer.messages.flatMap(message => messageOf(message)) });
    });
    worker.once('error', error => {
      finish({ kind: 'unfinished', reason: `it failed (${error instanceof Error ? error.message : String(error)})` });
    });
    worker.once('exit', () => {
      finish({ kind: 'unfinished', reason: 'it ended without an answer' });
    });
  });
}

function messageOf({ id, severity, message, location }: EpubCheckResult['messages'][number]): EpubcheckMessage[] {
  const known = severityOf(severity);
  return known === null || isFalseAlarm(id, message)
    ? []
    : [{ id, severity: known, message, path: location?.path ?? null, line: location?.line ?? null }];
}
