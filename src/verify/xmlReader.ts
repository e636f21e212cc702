import type { EpubFiles } from './epubArchive.ts';
import type { ReportDefect } from './epubFindings.ts';
import { parseXml } from '../xml/parseXml.ts';
import type { XmlHandlers } from '../xml/parseXml.ts';

/** Reads a file of the book as XML and reports what is wrong with it; whether it is well-formed. */
export type ReadXml = (path: string, handlers: XmlHandlers) => boolean;

export function xmlReader(files: EpubFiles, report: ReportDefect): ReadXml {
  return (path, handlers) => {
    const bytes = files.read(path);
    if (bytes === null) return false;
    const problem = parseXml(bytes, handlers);
    if (problem === null) return true;
    if (problem.kind === 'encoding') report('epub/invalid-encoding', `${path} cannot be decoded: ${problem.found}.`);
    else
      report('epub/malformed-xml', `${path}, line ${String(problem.line)}, is not well-formed XML: ${problem.found}.`);
    return false;
  };
}
