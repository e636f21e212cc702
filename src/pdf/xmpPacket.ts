import { escapeXml } from '../text/escapeXml.ts';

/** What a document says of itself to machines. */
export interface DocumentFacts {
  readonly title: string;
  readonly authors: readonly string[];
  readonly description: string | null;
  /** An ISO 8601 instant in UTC with whole seconds. */
  readonly modified: string;
}

/** The name of the program, as creator and producer of a document. */
export const programName = 'fascicle';

/** The descriptions of an XMP packet (ISO 16684-1), every value escaped. */
export function xmpDescriptions(facts: DocumentFacts): string {
  const creators = facts.authors.map(name => `<rdf:li>${escapeXml(name)}</rdf:li>`).join('');
  const dublinCore = [
    `<dc:title>${languageAlternative(facts.title)}</dc:title>`,
    creators === '' ? '' : `<dc:creator><rdf:Seq>${creators}</rdf:Seq></dc:creator>`,
    facts.description === null ? '' : `<dc:description>${languageAlternative(facts.description)}</dc:description>`,
  ];
  const time = escapeXml(facts.modified);
  return [
    describe('xmlns:dc="http://purl.org/dc/elements/1.1/"', dublinCore),
    describe('xmlns:xmp="http://ns.adobe.com/xap/1.0/"', [
      `<xmp:CreateDate>${time}</xmp:CreateDate>`,
      `<xmp:ModifyDate>${time}</xmp:ModifyDate>`,
      `<xmp:CreatorTool>${programName}</xmp:CreatorTool>`,
    ]),
    describe('xmlns:pdf="http://ns.adobe.com/pdf/1.3/"', [`<pdf:Producer>${programName}</pdf:Producer>`]),
  ].join('\n');
}

function describe(namespace: string, properties: readonly string[]): string {
  const shown = properties.filter(property => property !== '');
  return `<rdf:Description rdf:about="" ${namespace}>\n${shown.join('\n')}\n</rdf:Description>`;
}

function languageAlternative(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
}
