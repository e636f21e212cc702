import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { EpubCheckResult } from '@likecoin/epubcheck-ts';
import { severityOf } from './epubcheckMessage.ts';
import type { EpubcheckMessage, EpubcheckOutcome } from './epubcheckMessage.ts';
import { isFalseAlarm } from './isFalseAlarm.ts';

/** A book of a million words takes two to three seconds; nobody waits longer than this for a hostile one. */
const defaultTimeoutMs = 30_000;

/** The heap of the checker, in mebibytes: a million words take below 100. */
const maxHeapMb = 512;

/** More than this of one book says nothing new. */
const maxMessages = 1000;

/**
 * The checker runs apart: it loads WebAssembly, it was not written for hostile books, and it can be ended there. The
 * source is text because a worker is started from a file of JavaScript, which this one is only after the build.
 */
const workerSource = `
const { parentPort, workerData } = require('node:worker_threads');
const loaded = import(workerData.library);
parentPort.on('message', bytes => {
  loaded
    .then(({ EpubCheck }) => EpubCheck.validate(bytes))
    .then(
      result => parentPort.postMessage({ messages: result.messages.slice(0, workerData.maxMessages) }),
      error => parentPort.postMessage({ failure: 'the checker failed (' + String(error && error.message) + ')' }),
    );
});
`;

type Answer = { readonly messages: EpubCheckResult['messages'] } | { readonly failure: string };

interface Checker {
  readonly worker: Worker;
  /** Who waits for the answer. */
  waiting: (answer: Answer) => void;
}

/** At most one checker that has loaded its schemas and has nothing to do, kept for the next book. */
const idle: Checker[] = [];

/** Checks a book with the port of EPUBCheck to TypeScript; never longer than `timeoutMs`. */
export async function runEpubcheckPort(bytes: Uint8Array, timeoutMs = defaultTimeoutMs): Promise<EpubcheckOutcome> {
  const checker = idle.pop() ?? startChecker();
  checker.worker.ref();
  const answer = await answerOf(checker, bytes, timeoutMs);
  if ('failure' in answer || idle.length > 0) {
    await checker.worker.terminate();
  } else {
    checker.worker.unref();
    idle.push(checker);
  }
  if ('failure' in answer) return { kind: 'unfinished', reason: answer.failure };
  return { kind: 'finished', messages: answer.messages.flatMap(message => messageOf(message)) };
}

function answerOf(checker: Checker, bytes: Uint8Array, timeoutMs: number): Promise<Answer> {
  return new Promise(resolve => {
    const timer = setTimeout(() => {
      resolve({ failure: `they took more than ${String(timeoutMs / 1000)} seconds` });
    }, timeoutMs);
    checker.waiting = answer => {
      clearTimeout(timer);
      resolve(answer);
    };
    checker.worker.postMessage(bytes);
  });
}

function startChecker(): Checker {
  const checker: Checker = { worker: startWorker(), waiting: () => undefined };
  checker.worker.on('message', (answer: Answer) => {
    checker.waiting(answer);
  });
  checker.worker.on('error', error => {
    checker.waiting({ failure: `the checker failed (${error instanceof Error ? error.message : String(error)})` });
  });
  checker.worker.on('exit', () => {
    checker.waiting({ failure: 'the checker ended' });
  });
  return checker;
}

function startWorker(): Worker {
  const library = pathToFileURL(createRequire(import.meta.url).resolve('@likecoin/epubcheck-ts')).href;
  return new Worker(workerSource, {
    eval: true,
    workerData: { library, maxMessages },
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    stdout: true,
    stderr: true,
  });
}

function messageOf({ id, severity, message, location }: EpubCheckResult['messages'][number]): EpubcheckMessage[] {
  const known = severityOf(severity);
  if (known === null || isFalseAlarm(id, message)) return [];
  return [{ id, severity: known, message, path: location?.path ?? null, line: location?.line ?? null }];
}
