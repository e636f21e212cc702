import type { Diagnostic, EpubCode } from '../diagnostics/diagnostic.ts';
import { epubRules } from './epubRules.ts';

/** Findings of one kind beyond these say nothing new, and a hostile file could state millions. */
const maxFindingsOfOneCode = 50;

export type ReportDefect = (code: EpubCode, message: string) => void;

export interface EpubFindings {
  readonly report: ReportDefect;
  /** In the order in which they were reported. */
  readonly list: () => Diagnostic[];
}

/** Collects defects, each message once and at most {@link maxFindingsOfOneCode} of a code. */
export function collectFindings(): EpubFindings {
  const messagesByCode = new Map<EpubCode, Set<string>>();
  const diagnostics: Diagnostic[] = [];
  return {
    report: (code, message) => {
      const messages = messagesByCode.get(code) ?? new Set();
      messagesByCode.set(code, messages);
      if (messages.has(message) || messages.size >= maxFindingsOfOneCode) return;
      messages.add(message);
      diagnostics.push({ code, ...epubRules[code], message });
    },
    list: () => diagnostics,
  };
}
