import type { EpubFiles } from './epubArchive.ts';
import type { ReportDefect } from './epubFindings.ts';
import { parseXml } from '../xml/parseXml.ts';
import type { XmlHandlers } from '../xml/parseXml.ts';

/** Reads a file of the book as XML and reports what is wrong with it; whether it is well-formed. */
export type ReadXml = (path: string, handlers: XmlHandlers) => boolean;

/** The largest document that is read, in bytes; Kobo advises 10 MB, and a novel has one or two in all. */
const maxDocumentBytes = 16 * 1024 ** 2;

export function xmlReader(files: EpubFiles, report: ReportDefect): ReadXml {
  return (path, handlers) => {
    if (files.sizeOf(path) > maxDocumentBytes) {
      const found = `It unpacks to ${String(files.sizeOf(path))} bytes`;
      report('epub/too-large', `${found}, more than the ${String(maxDocumentBytes)} that are read of a document.`, {
        path,
      });
      return false;
    }
    const bytes = files.read(path);
    if (bytes === null) return false;
    const problem = parseXml(bytes, {
      ...handlers,
      onDoctype: (doctype, line) => {
        reportEntities(doctype, { path, line }, report);
      },
    });
    if (problem === null) return true;
    if (problem.kind === 'encoding')
      report('epub/invalid-encoding', `It cannot be decoded: ${problem.found}.`, { path });
    else report('epub/malformed-xml', `The XML is not well-formed: ${problem.found}.`, { path, line: problem.line });
    return false;
  };
}

/** Matches `<!ENTITY a "b"` and `<!ENTITY % a SYSTEM "b"`; the first group is there when it is external. */
const entityDeclaration = /<!ENTITY\s+(?:%\s+)?\S+\s+(SYSTEM\b|PUBLIC\b)?/g;

/** Far longer than any document type with its entities that a book has. */
const doctypeCharactersRead = 100_000;

/** Entities of a document's own are expanded by some readers, into gigabytes if they are made to; external ones are fetched. */
function reportEntities(doctype: string, place: { path: string; line: number }, report: ReportDefect): void {
  const declared = [...doctype.slice(0, doctypeCharactersRead).matchAll(entityDeclaration)];
  if (declared.length === 0) return;
  if (declared.some(([, external]) => external !== undefined))
    report('epub/external-entity', 'The document type declares an entity that is read from elsewhere.', place);
  else report('epub/entities-declared', `The document type declares ${count(declared.length)} of its own.`, place);
}

function count(entities: number): string {
  return entities === 1 ? 'an entity' : `${String(entities)} entities`;
}
