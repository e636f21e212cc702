import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkDevices } from './devices/checkDevices.ts';
import type { Device } from './devices/device.ts';
import type { EpubcheckOutcome } from './epubcheck/epubcheckMessage.ts';
import { mergeFindings } from './epubcheck/mergeFindings.ts';
import { examineEpub } from './examineEpub.ts';
import type { Examination } from './examineEpub.ts';
import { inReadingOrder } from './inReadingOrder.ts';
import { whyNotSane } from './whyNotSane.ts';

export interface CheckOptions {
  /** The devices and shops whose rules are gone through, too. */
  readonly devices?: readonly Device[] | undefined;
  /** EPUBCheck itself, for those who have it; it is asked besides its port. */
  readonly epubcheck?: (() => Promise<EpubcheckOutcome>) | undefined;
}

/**
 * Checks an EPUB as far as can be: its structure, the rules of EPUBCheck by its port, and what devices ask for. Never
 * throws over what it finds. Findings come by file and line, each once.
 */
export async function checkEpub(bytes: Uint8Array, options: CheckOptions = {}): Promise<Diagnostic[]> {
  const examination = examineEpub(bytes, true);
  const reason = whyNotSane(examination);
  const findings =
    reason === null
      ? await withEpubcheck(examination, bytes, options)
      : [...examination.diagnostics, ...incomplete(reason, examination)];
  const devices = checkDevices(options.devices ?? [], examination, bytes.length);
  return inReadingOrder([...findings, ...devices]);
}

async function withEpubcheck(
  examination: Examination,
  bytes: Uint8Array,
  { epubcheck }: CheckOptions,
): Promise<Diagnostic[]> {
  const { runEpubcheckPort } = await import('./epubcheck/runEpubcheckPort.ts');
  const outcomes = [await runEpubcheckPort(bytes)];
  if (epubcheck !== undefined) outcomes.push(await epubcheck());
  let findings: Diagnostic[] = [...examination.diagnostics];
  for (const outcome of outcomes) {
    if (outcome.kind === 'finished') findings = mergeFindings(findings, outcome.messages);
    else findings.push(...incomplete(outcome.reason, examination));
  }
  return findings;
}

/** Says that EPUBCheck's rules were not gone through, unless the book has errors that say enough. */
function incomplete(reason: string, { book }: Examination): Diagnostic[] {
  if (book === null) return [];
  return [
    {
      code: 'verify/incomplete',
      severity: 'warning',
      message: `The rules of EPUBCheck were not gone through: ${reason}.`,
      hint: 'Correct what else was found, and check again.',
    },
  ];
}
