import type { Diagnostic, EpubCode, Severity } from '../../diagnostics/diagnostic.ts';
import { epubRules } from '../epubRules.ts';
import type { EpubcheckMessage } from './epubcheckMessage.ts';
import { sameRules } from './sameRules.ts';
import type { SameRule } from './sameRules.ts';

/** Findings of one rule beyond these say nothing new. */
const maxFindingsOfOneRule = 50;

/**
 * Adds what EPUBCheck says to our findings. What both found stands once, under our code, with EPUBCheck's id as its
 * rule: the finding with no more said than before.
 */
export function mergeFindings(ours: readonly Diagnostic[], messages: readonly EpubcheckMessage[]): Diagnostic[] {
  const merged = [...ours];
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const message of messages) {
    const key = JSON.stringify(message);
    const count = counts.get(message.id) ?? 0;
    if (seen.has(key)) continue;
    seen.add(key);
    const index = indexOfSame(merged.slice(0, ours.length), message);
    const found = merged[index];
    if (found !== undefined) merged[index] = { ...found, rule: found.rule ?? message.id };
    else if (count < maxFindingsOfOneRule) {
      counts.set(message.id, count + 1);
      merged.push(findingOf(message));
    }
  }
  return merged;
}

/** The position of our finding that says the same; -1 when there is none. */
function indexOfSame(ours: readonly Diagnostic[], message: EpubcheckMessage): number {
  const rule = sameRules[message.id];
  if (rule === undefined) return -1;
  const isCandidate = ({ code }: Diagnostic) => rule.codes.some(each => each === code);
  const inSameLine = ours.findIndex(
    finding => isCandidate(finding) && isSamePath(finding, message) && finding.place?.line === message.line,
  );
  if (inSameLine !== -1) return inSameLine;
  return ours.findIndex(finding => isCandidate(finding) && isNearby(finding, message, rule));
}

function isSamePath(finding: Diagnostic, { path }: EpubcheckMessage): boolean {
  return finding.place?.path === path;
}

/** A rule with an id of its own is the same anywhere in a file, for we look for all of its kind, too. */
function isNearby(finding: Diagnostic, message: EpubcheckMessage, { isSameInLineOnly }: SameRule): boolean {
  if (finding.place === undefined || message.path === null) return !isSameInLineOnly || finding.place === undefined;
  if (!isSamePath(finding, message)) return false;
  return !isSameInLineOnly || finding.place.line === undefined || message.line === null;
}

const severityOf: Readonly<Record<EpubcheckMessage['severity'], Severity>> = {
  fatal: 'error',
  error: 'error',
  warning: 'warning',
  info: 'info',
};

function findingOf({ id, severity, message, path, line }: EpubcheckMessage): Diagnostic {
  const code = codeOf(id);
  const place = path === null ? null : line === null ? { path } : { path, line };
  return {
    code,
    severity: severityOf[severity],
    message: asSentence(message),
    ...(isEpubCode(code) ? { hint: epubRules[code].hint } : {}),
    ...(place === null ? {} : { place }),
    rule: id,
  };
}

function codeOf(id: string): Diagnostic['code'] {
  const rule = sameRules[id];
  return rule?.name ?? `epubcheck/${id.toLowerCase()}`;
}

function isEpubCode(code: Diagnostic['code']): code is EpubCode {
  return Object.hasOwn(epubRules, code);
}

/** `Error while parsing file: element "x" not allowed here` → the same with a full stop, on one line. */
function asSentence(message: string): string {
  const line = message.replace(/\s+/g, ' ').trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
