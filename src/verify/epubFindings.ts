import type { BookPlace, Diagnostic, EpubCode } from '../diagnostics/diagnostic.ts';
import { epubRules } from './epubRules.ts';

/** Findings of one kind beyond these say nothing new, and a hostile file could state millions. */
const maxFindingsOfOneCode = 50;

/** Reports a defect; its message is a sentence that need not name its place again. */
export type ReportDefect = (code: EpubCode, message: string, place?: BookPlace) => void;

export interface EpubFindings {
  readonly report: ReportDefect;
  /** In the order in which they were reported. */
  readonly list: () => Diagnostic[];
  /** How many defects there are, with those that are not listed. */
  readonly total: () => number;
}

/** Collects defects, each message once for a place and at most {@link maxFindingsOfOneCode} of a code. */
export function collectFindings(): EpubFindings {
  const messagesByCode = new Map<EpubCode, Set<string>>();
  const diagnostics: Diagnostic[] = [];
  let total = 0;
  return {
    report: (code, message, place) => {
      total += 1;
      const messages = messagesByCode.get(code) ?? new Set();
      messagesByCode.set(code, messages);
      const key = `${place?.path ?? ''}\n${String(place?.line ?? 0)}\n${message}`;
      if (messages.has(key) || messages.size >= maxFindingsOfOneCode) return;
      messages.add(key);
      diagnostics.push({ code, ...epubRules[code], message, ...(place === undefined ? {} : { place }) });
    },
    list: () => diagnostics,
    total: () => total,
  };
}
