import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintStylesheet } from '../../src/theme/stylesheet/lintStylesheet.ts';
import { stylesheetRules } from '../../src/theme/stylesheet/stylesheetRules.ts';
import { bundledThemes } from '../../src/theme/loadTheme.ts';

const surroundings = { files: ['leaf.svg'], setsBodyFont: false };

/** A sheet that a rule finds fault with, where, and one that says nearly the same and is sound. */
const cases: readonly (readonly [rule: string, bad: string, line: number, good: string])[] = [
  ['balanced-braces', 'p {\n  margin: 0;\n}\n}\nh1 { margin: 0 }', 4, 'p { margin: 0 } /* } */'],
  ['balanced-braces', 'h1 { margin: 0 }\np {\n  margin: 0;', 2, 'p::before { content: "{" }'],
  ['syntax', 'p {\n  margin 0;\n}', 2, 'p { margin: 0; }'],
  ['syntax', 'p {\n  margin: 0;\n  & em { margin: 0 }\n}', 3, 'p { margin: 0 } p em { margin: 0 }'],
  ['functions', 'p {\n  margin: calc(1em + 2px);\n}', 2, 'p { margin: 1em }'],
  ['functions', 'p { margin: var(--gap) }', 1, 'p::before { content: counter(p) }'],
  ['custom-properties', 'h1 {\n  --gap: 1em;\n}', 2, 'h1 { -webkit-hyphens: none }'],
  ['imports', '@import "more.css";', 1, '/* @import */'],
  ['at-rules', 'p { margin: 0 }\n@supports (hyphens: auto) { p { margin: 0 } }', 2, '@media print { p { margin: 0 } }'],
  ['at-rules', '@namespace epub "http://www.idpf.org/2007/ops";', 1, '@page { margin: 1em }'],
  ['charset-first', 'p { margin: 0 }\n@charset "utf-8";', 2, '@charset "utf-8";\np { margin: 0 }'],
  ['remote-files', 'h1 { background: url(https://example.org/a.png) }', 1, 'h1 { background: url(leaf.svg) }'],
  ['remote-files', '@font-face {\n  src: url("//example.org/a.ttf");\n}', 2, 'h1 { background: url("leaf.svg") }'],
  ['undeclared-files', 'h1 { background: url(other.svg) }', 1, 'h1 { background: url("leaf.svg") }'],
  ['undeclared-files', 'h1 { background: url(../leaf.svg) }', 1, "h1 { background: url('leaf.svg') }"],
  ['layout', 'nav {\n  display: flex;\n}', 2, 'nav { display: block }'],
  ['layout', 'nav { grid-template-columns: 1em 2em }', 1, 'nav { float: left }'],
  ['position', 'h1 {\n\n  position: absolute;\n}', 3, 'h1 { float: left; background-position: left }'],
  ['negative-margins', 'p { margin: 0 -1em }', 1, 'p { margin: 0 1em; text-indent: -1em }'],
  ['negative-margins', 'p { margin-left: -.5em }', 1, 'p { margin-left: .5em }'],
  ['bare-elements', 'p,\nspan { margin: 0 }', 1, 'span.label, dl.fields div { margin: 0 }'],
  ['bare-elements', 'div { margin: 0 }', 1, 'div.verse { margin: 0 }'],
  ['backgrounds', 'aside { background: #eee }', 1, 'aside { background: none }'],
  ['backgrounds', 'aside { background-color: rgb(1, 2, 3) }', 1, 'aside { background-color: transparent }'],
  ['fixed-colours', 'h1 { color: #000 }', 1, 'h1 { color: #777 }'],
  ['reader-choices', 'body { font-family: serif }', 1, 'h1 { font-family: serif }'],
  ['reader-choices', 'p { font-size: 12px }', 1, 'p.byline { font-size: 1.1em }'],
  ['reader-choices', 'html, body { color: #777 }', 1, 'body { color: inherit }'],
  ['important', 'h1 { font-size: 2em !important }', 1, 'h1 { margin: 0 !important }'],
  ['break-aliases', 'h1 { break-after: avoid }', 1, 'h1 { page-break-after: avoid; break-after: avoid }'],
  ['viewport-lengths', 'h1 { height: 50vh }', 1, 'h1 { height: 50%; height: 50vh }'],
];

describe('lintStylesheet', () => {
  it.each(cases)('%s: finds %j on line %i, and nothing in %j', (rule, bad, line, good) => {
    const found = lintStylesheet(bad, surroundings);
    expect(found.map(problem => [problem.rule, problem.line])).toContainEqual([rule, line]);
    expect(found.find(problem => problem.rule === rule)?.what).not.toBe('');
    expect(lintStylesheet(good, surroundings)).toEqual([]);
  });

  it('has a case for every rule', () => {
    expect(new Set(cases.map(([rule]) => rule))).toEqual(new Set(stylesheetRules.map(({ name }) => name)));
  });

  it('names problems in the order of their lines', () => {
    const lines = lintStylesheet('p { position: fixed }\n@layer x;\nh1 { color: white }', surroundings);
    expect(lines.map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  it('lets a theme that embeds a font for the text ask for it', () => {
    const css = 'body { font-family: "Mine", serif }';
    expect(lintStylesheet(css, { files: [], setsBodyFont: true })).toEqual([]);
  });

  it.each(bundledThemes)('has nothing to say of %s, which is small', name => {
    const css = readFileSync(new URL(`../../templates/${name}/epub.css`, import.meta.url), 'utf8');
    expect(lintStylesheet(css, { files: ['ornament.svg', 'stroke.svg'], setsBodyFont: false })).toEqual([]);
    expect(css.length).toBeLessThan(10_000);
  });
});
