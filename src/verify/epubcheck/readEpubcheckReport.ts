import { severityOf } from './epubcheckMessage.ts';
import type { EpubcheckMessage } from './epubcheckMessage.ts';

/**
 * Reads the report that EPUBCheck writes with `--json`; `null` when it is none. A message that it found in several
 * places becomes one for each.
 */
export function readEpubcheckReport(json: string): EpubcheckMessage[] | null {
  const report = parse(json);
  if (!isRecord(report) || !Array.isArray(report.messages)) return null;
  return report.messages.flatMap((message: unknown) => messagesOf(message));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function messagesOf(message: unknown): EpubcheckMessage[] {
  if (!isRecord(message) || typeof message.ID !== 'string' || typeof message.message !== 'string') return [];
  const severity = severityOf(message.severity);
  if (severity === null) return [];
  const common = { id: message.ID, severity, message: message.message };
  const places: unknown[] = Array.isArray(message.locations) ? message.locations : [];
  if (places.length === 0) return [{ ...common, path: null, line: null }];
  return places.map(place => ({ ...common, ...placeOf(place) }));
}

/** EPUBCheck names the book itself where it means no file of it, and gives -1 for a line that it does not know. */
function placeOf(place: unknown): Pick<EpubcheckMessage, 'path' | 'line'> {
  if (!isRecord(place) || typeof place.path !== 'string' || /\.epub$/i.test(place.path))
    return { path: null, line: null };
  const line = typeof place.line === 'number' && place.line > 0 ? place.line : null;
  return { path: place.path, line };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
