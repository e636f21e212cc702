import { SaxesParser } from 'saxes';
import type { SaxesTagNS } from 'saxes';

/** An element as its start tag has it. */
export interface XmlElement {
  /** The name without its prefix. */
  readonly name: string;
  readonly namespace: string;
  /** 1-based. */
  readonly line: number;
  /** An attribute without a namespace. */
  readonly attribute: (name: string) => string | undefined;
  /** An attribute of a namespace. */
  readonly attributeOf: (namespace: string, name: string) => string | undefined;
  /** The names of all attributes, with their prefixes. */
  readonly attributeNames: () => readonly string[];
}

export interface XmlHandlers {
  readonly onOpen: (element: XmlElement) => void;
  readonly onClose?: (name: string) => void;
  readonly onText?: (text: string) => void;
  /** What stands between `<!DOCTYPE` and its `>`. */
  readonly onDoctype?: (doctype: string, line: number) => void;
}

export interface XmlProblem {
  readonly kind: 'encoding' | 'syntax';
  /** 1-based; 0 for the file as a whole. */
  readonly line: number;
  /** What is wrong, without a full stop. */
  readonly found: string;
}

export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

export interface XmlSettings {
  /** Whether to go on after a problem with what can be had of the rest; broken letters are read as U+FFFD. */
  readonly goesOn?: boolean;
}

/**
 * Reads XML as a stream and says what keeps it from being well-formed, or `null`; handlers are called up to the first
 * problem unless it {@link XmlSettings.goesOn}. Entities that a document defines itself are not expanded, so nothing grows
 * without bounds.
 */
export function parseXml(
  bytes: Uint8Array,
  handlers: XmlHandlers,
  { goesOn = false }: XmlSettings = {},
): XmlProblem | null {
  const decoded = decodeXml(bytes);
  const misencoded: XmlProblem = { kind: 'encoding', line: 0, found: 'it is neither UTF-8 nor UTF-16' };
  if (decoded === null && !goesOn) return misencoded;
  const written = decoded ?? new TextDecoder().decode(bytes);
  const text = goesOn ? written.replace(strayAmpersand, '&amp;') : written;
  const parser = new SaxesParser({ xmlns: true });
  let problem: XmlProblem | null = decoded === null ? misencoded : null;
  let hasXhtmlEntities = false;
  let isTooDeep = false;
  const isReading = () => !isTooDeep && (goesOn || problem === null);
  parser.on('error', ({ message }) => {
    if (hasXhtmlEntities && message.endsWith(undefinedEntity)) return;
    problem ??= { kind: 'syntax', line: parser.line, found: withoutPosition(message) };
  });
  parser.on('doctype', doctype => {
    hasXhtmlEntities = doctype.includes('-//W3C//DTD XHTML');
    handlers.onDoctype?.(doctype, parser.line);
  });
  let depth = 0;
  let attributes = 0;
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > maxAttributes)
      problem ??= { kind: 'syntax', line: parser.line, found: `an element has more than ${maxAttributes} attributes` };
  });
  parser.on('opentag', tag => {
    attributes = 0;
    if (isReading()) handlers.onOpen(elementOf(tag, parser.line));
    depth += 1;
    if (depth <= maxDepth) return;
    isTooDeep = true;
    problem ??= { kind: 'syntax', line: parser.line, found: `more than ${maxDepth} elements lie in each other` };
  });
  parser.on('closetag', tag => {
    depth -= 1;
    if (isReading()) handlers.onClose?.(tag.local);
  });
  const { onText } = handlers;
  if (onText !== undefined) parser.on('text', onText);
  for (let start = 0; start < text.length && isReading(); start += chunkLength) {
    parser.write(text.slice(start, start + chunkLength));
  }
  if (isReading()) parser.close();
  return problem;
}

/** Matches the `&` of `Salt & Sons`, after which the parser would look for the end of a name; not that of `&amp;`, `&#38;`. */
const strayAmpersand = /&(?!#?\w{1,31};)/g;

/** Far beyond any page; the time to resolve a namespace grows with the depth. */
const maxDepth = 1000;

/** Far beyond any element, for the same reason. */
const maxAttributes = 1000;

/** Characters parsed at a time, so that parsing ends soon after the first problem. */
const chunkLength = 0x4000;

/** EPUB 2 has documents with the entities of XHTML 1.1, `&nbsp;` and 250 others, which its DTD defines. */
const undefinedEntity = 'undefined entity.';

/** "12:34: unclosed tag: p." → `unclosed tag: p`. */
function withoutPosition(message: string): string {
  return message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
}

/** XML is UTF-8 unless a byte order mark says UTF-16 (XML 1.0 §4.3.3); EPUB allows no other. */
function decodeXml(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function elementOf(tag: SaxesTagNS, line: number): XmlElement {
  return {
    name: tag.local,
    namespace: tag.uri,
    line,
    attribute: name => ownAttribute(tag, name)?.value,
    attributeOf: (namespace, name) =>
      Object.values(tag.attributes).find(attribute => attribute.local === name && attribute.uri === namespace)?.value,
    attributeNames: () => Object.keys(tag.attributes),
  };
}

function ownAttribute(tag: SaxesTagNS, name: string): SaxesTagNS['attributes'][string] | undefined {
  return Object.hasOwn(tag.attributes, name) ? tag.attributes[name] : undefined;
}
