import { xhtmlNamespace } from './elementReferences.ts';
import type { ReportDefect } from './epubFindings.ts';
import { isScript } from './isScript.ts';
import type { XmlElement } from '../xml/parseXml.ts';
import { xmlNamespace } from '../xml/parseXml.ts';
import { knownRoles } from './roles.ts';

/** Watches the elements of one document as they come; what it finds wrong it reports. */
export interface MarkupChecks {
  readonly open: (element: XmlElement, isRoot: boolean) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
  readonly finish: (isWellFormed: boolean) => { readonly ids: ReadonlySet<string>; readonly isScripted: boolean };
}

interface OpenElement {
  readonly name: string;
  readonly isXhtml: boolean;
  readonly line: number;
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements whose content model is phrasing content (HTML §3.2.5.2.5); those that take what their parent takes are not among them. */
const takesPhrasesOnly = names(
  'p h1 h2 h3 h4 h5 h6 pre span em strong i b small cite q dfn abbr time code var samp kbd sub sup u s mark bdi bdo label',
);

/** Elements that are flow content and no phrasing content. */
const isBlock = names(
  'address article aside blockquote details dialog div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main nav ol p pre section table ul',
);

const lists = names('ol ul');
const listChildren = names('li script template');

/** The checks of EPUBCheck's schemas that matter most and that a glance at each element can make. */
export function createMarkupChecks(path: string, report: ReportDefect): MarkupChecks {
  const opened: OpenElement[] = [];
  const ids = new Set<string>();
  const title = { isMissing: false, isOpen: false, line: 0, hasText: false };
  const root = { hasLanguage: true, line: 0 };
  let isScripted = false;
  let headingLevel = 0;
  return {
    open: (element, isRoot) => {
      const place = { path, line: element.line };
      const isXhtml = element.namespace === xhtmlNamespace;
      if (isRoot) {
        // A picture in SVG has neither.
        title.isMissing = element.name === 'html';
        root.hasLanguage = element.name !== 'html' || statesLanguage(element);
        root.line = element.line;
      }
      checkId(element, ids, path, report);
      checkRole(element, path, report);
      if (isScript(element)) {
        isScripted = true;
        report('epub/script', 'There is a script.', place);
      }
      const parent = opened.at(-1);
      if (isXhtml && parent?.isXhtml === true) checkNesting(element, parent, path, report);
      if (isXhtml) headingLevel = checkHeading(element, headingLevel, path, report);
      if (element.name === 'img') checkPicture(element, path, report);
      if (element.name === 'title' && parent?.name === 'head') {
        Object.assign(title, { isMissing: false, isOpen: true, line: element.line });
      }
      opened.push({ name: element.name, isXhtml, line: element.line });
    },
    text: text => {
      if (!/\S/.test(text)) return;
      const parent = opened.at(-1);
      title.hasText ||= title.isOpen;
      if (parent?.isXhtml === true && lists.has(parent.name)) {
        report('epub/text-in-list', `Text stands in ${parent.name} outside of its items.`, { path, line: parent.line });
      }
    },
    close: name => {
      opened.pop();
      if (name === 'title') title.isOpen = false;
    },
    finish: isWellFormed => {
      if (isWellFormed && title.isMissing) report('epub/title-missing', 'The document has no title.', { path });
      else if (isWellFormed && title.line > 0 && !title.hasText) {
        report('epub/title-empty', 'The title of the document is empty.', { path, line: title.line });
      }
      if (isWellFormed && !root.hasLanguage) {
        report('epub/language-undeclared', 'The document states no language.', { path, line: root.line });
      }
      return { ids, isScripted };
    },
  };
}

function statesLanguage(element: XmlElement): boolean {
  return (element.attributeOf(xmlNamespace, 'lang') ?? element.attribute('lang') ?? '') !== '';
}

function checkId(element: XmlElement, ids: Set<string>, path: string, report: ReportDefect): void {
  const id = element.attribute('id');
  if (id === undefined) return;
  const place = { path, line: element.line };
  if (ids.has(id)) report('epub/duplicate-id', `Two elements have the id ${id}.`, place);
  else if (id === '' || /\s/.test(id)) report('epub/invalid-id', `The id ${JSON.stringify(id)} is none.`, place);
  ids.add(id);
}

function checkRole(element: XmlElement, path: string, report: ReportDefect): void {
  const unknown = element
    .attribute('role')
    ?.split(/\s+/)
    .find(role => role !== '' && !knownRoles.has(role));
  if (unknown === undefined) return;
  report('epub/unknown-role', `There is no role ${JSON.stringify(unknown)}.`, { path, line: element.line });
}

function checkNesting(element: XmlElement, parent: OpenElement, path: string, report: ReportDefect): void {
  const place = { path, line: element.line };
  if (takesPhrasesOnly.has(parent.name) && isBlock.has(element.name)) {
    report('epub/block-in-paragraph', `${element.name} stands in ${parent.name}, which takes only text.`, place);
  }
  if (lists.has(parent.name) && !listChildren.has(element.name)) {
    report('epub/text-in-list', `${element.name} stands in ${parent.name}, which takes only li.`, place);
  }
}

/** Returns the level of the last heading. */
function checkHeading(element: XmlElement, lastLevel: number, path: string, report: ReportDefect): number {
  const level = Number(/^h([1-6])$/.exec(element.name)?.[1] ?? 0);
  if (level === 0) return lastLevel;
  if (lastLevel > 0 && level > lastLevel + 1) {
    const message = `A heading of level ${String(level)} follows one of level ${String(lastLevel)}.`;
    report('epub/heading-skipped', message, { path, line: element.line });
  }
  return level;
}

function checkPicture(element: XmlElement, path: string, report: ReportDefect): void {
  const place = { path, line: element.line };
  if ((element.attribute('src') ?? '') === '') report('epub/image-without-source', 'A picture has no src.', place);
  if (element.attribute('alt') === undefined) report('epub/image-without-alt', 'A picture has no alt.', place);
}
