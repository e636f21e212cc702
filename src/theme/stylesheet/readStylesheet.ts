import type { CssNode } from 'css-tree';
import parse from 'css-tree/parser';
import { tokenize } from 'css-tree/tokenizer';
import walk from 'css-tree/walker';

/** A style sheet as its rules see it; lines count from 1. */
export interface Stylesheet {
  readonly atRules: readonly AtRule[];
  readonly blocks: readonly StyleBlock[];
  readonly urls: readonly { readonly url: string; readonly line: number }[];
  /** `calc`, `var`; not `url`. */
  readonly functions: readonly { readonly name: string; readonly line: number }[];
  readonly syntaxErrors: readonly { readonly message: string; readonly line: number }[];
  /** The line of a brace that has no other; `null` when all is well. */
  readonly unbalancedLine: number | null;
}

export interface AtRule {
  /** Lower case, without `@`. */
  readonly name: string;
  readonly line: number;
  readonly offset: number;
}

/** Selectors and what is declared for them; those of `@font-face` and `@page` have no selectors. */
export interface StyleBlock {
  readonly selectors: readonly string[];
  readonly declarations: readonly Declaration[];
  readonly line: number;
}

export interface Declaration {
  /** Lower case. */
  readonly property: string;
  /** As written, without `!important`. */
  readonly value: string;
  readonly isImportant: boolean;
  readonly line: number;
}

/** Parses a style sheet; what cannot be parsed is among its syntax errors. */
export function readStylesheet(css: string): Stylesheet {
  const atRules: AtRule[] = [];
  const blocks: StyleBlock[] = [];
  const urls: { url: string; line: number }[] = [];
  const functions: { name: string; line: number }[] = [];
  const syntaxErrors: { message: string; line: number }[] = [];
  const tree = parse(css, {
    positions: true,
    onParseError: error => {
      syntaxErrors.push({ message: error.message, line: error.line });
    },
  });
  walk(tree, node => {
    const line = node.loc?.start.line ?? 1;
    if (node.type === 'Atrule') {
      atRules.push({ name: node.name.toLowerCase(), line, offset: node.loc?.start.offset ?? 0 });
      if (node.block !== null && node.name.toLowerCase() !== 'media') blocks.push(styleBlock([], node.block, css, line));
    }
    if (node.type === 'Rule') syntaxErrors.push(...nestedRules(node.block, line));
    if (node.type === 'Rule') blocks.push(styleBlock(selectorsOf(node.prelude, css), node.block, css, line));
    if (node.type === 'Url') urls.push({ url: node.value, line });
    if (node.type === 'Function') functions.push({ name: node.name.toLowerCase(), line });
  });
  return { atRules, blocks, urls, functions, syntaxErrors, unbalancedLine: unbalancedLine(css) };
} // prettier-ignore

function selectorsOf(prelude: CssNode, css: string): string[] {
  if (prelude.type !== 'SelectorList') return [sourceOf(prelude, css)];
  return prelude.children.toArray().map(selector => sourceOf(selector, css));
}

function styleBlock(selectors: readonly string[], block: CssNode, css: string, line: number): StyleBlock {
  const declarations: Declaration[] = [];
  const children = block.type === 'Block' ? block.children.toArray() : [];
  for (const node of children) {
    if (node.type !== 'Declaration') continue;
    declarations.push({
      property: node.property.toLowerCase(),
      value: sourceOf(node.value, css).trim(),
      isImportant: node.important !== false,
      line: node.loc?.start.line ?? line,
    });
  }
  return { selectors, declarations, line };
}

/** Rules within a rule, which CSS has known since 2023 only. */
function nestedRules(block: CssNode, line: number): { message: string; line: number }[] {
  const children = block.type === 'Block' ? block.children.toArray() : [];
  return children
    .filter(node => node.type === 'Rule' || node.type === 'Atrule')
    .map(node => ({ message: 'a rule within a rule', line: node.loc?.start.line ?? line }));
}

function sourceOf(node: CssNode, css: string): string {
  return node.loc == null ? '' : css.slice(node.loc.start.offset, node.loc.end.offset);
}

/** The parser closes what is open and passes what is closed too often; old engines do not. */
function unbalancedLine(css: string): number | null {
  const open: number[] = [];
  const stray: number[] = [];
  tokenize(css, (_, start, end) => {
    if (end - start !== 1) return;
    if (css[start] === '{') open.push(start);
    if (css[start] === '}' && open.pop() === undefined) stray.push(start);
  });
  const offset = stray[0] ?? open[0];
  return offset === undefined ? null : css.slice(0, offset).split('\n').length;
}
