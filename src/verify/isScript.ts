import type { XmlElement } from '../xml/parseXml.ts';
import { urlOf } from './elementReferences.ts';

/** Types of `script` that hold data and not a program. Matches `application/ld+json`, `text/template`; not `text/javascript`, `module`. */
const dataType = /^(?!(?:module|text\/(?:java|ecma|x-java)script|application\/(?:java|ecma|x-java)script)\b)./i;

/** Matches `onclick`; not `on` or `only-child`. */
const handlerName = /^on[a-z]+$/i;

/** Whether an element is a program or calls one: a `script`, an `on…` attribute, a link to `javascript:`. */
export function isScript(element: XmlElement): boolean {
  if (element.name === 'script') return !dataType.test(element.attribute('type')?.trim() ?? '');
  if (element.attributeNames().some(name => handlerName.test(name))) return true;
  return /^\s*javascript:/i.test(urlOf(element)?.url ?? '');
}
