/** The layering of the program: which room may import from which. `docs/architecture.md` has the same table in words. */
const rooms = {
  text: [],
  diagnostics: ['text'],
  data: ['diagnostics', 'text'],
  book: ['diagnostics', 'text'],
  archive: ['diagnostics', 'text'],
  xml: [],
  fonts: ['diagnostics', 'text'],
  drawing: ['fonts', 'text'],
  images: ['drawing', 'diagnostics', 'text'],
  theme: ['data', 'fonts', 'diagnostics', 'text'],
  markdown: ['book', 'text'],
  source: ['archive', 'diagnostics', 'text'],
  parse: ['source', 'data', 'book', 'archive', 'xml', 'diagnostics', 'text'],
  normalize: ['parse', 'source', 'book', 'diagnostics', 'text'],
  cover: ['book', 'drawing', 'fonts', 'theme', 'text'],
  typeset: ['book', 'drawing', 'fonts', 'theme', 'diagnostics', 'text'],
  impose: ['diagnostics', 'text'],
  proof: ['impose', 'drawing', 'fonts', 'text'],
  epub: ['book', 'theme', 'fonts', 'drawing', 'archive', 'diagnostics', 'text'],
  pdf: ['book', 'theme', 'fonts', 'drawing', 'typeset', 'impose', 'diagnostics', 'text'],
  verify: ['archive', 'xml', 'diagnostics', 'text'],
  config: ['data', 'book', 'theme', 'impose', 'diagnostics', 'text'],
  compile: [
    'text',
    'diagnostics',
    'data',
    'book',
    'archive',
    'fonts',
    'drawing',
    'images',
    'theme',
    'source',
    'parse',
    'normalize',
    'markdown',
    'cover',
    'typeset',
    'impose',
    'proof',
    'epub',
    'pdf',
    'verify',
    'config',
  ],
  cli: ['compile', 'config', 'source', 'verify', 'diagnostics', 'text'],
};

/** Third-party libraries and the rooms that may know them. */
const libraries = {
  'epub-gen-memory': ['epub'],
  jszip: ['archive'],
  pdfkit: ['pdf'],
  '@cantoo/pdf-lib': ['pdf'],
  marked: ['parse'],
  entities: ['parse'],
  sharp: ['images'],
  yargs: ['cli'],
  harfbuzzjs: ['fonts'],
  'woff2-encoder': ['fonts'],
  hyphen: ['typeset'],
  'bidi-js': ['typeset'],
  '@cto.af/linebreak': ['typeset'],
  'franc-min': ['normalize'],
  'iconv-lite': ['source'],
  chardet: ['source'],
  parse5: ['parse'],
  'css-tree': ['theme'],
  tinyglobby: ['source'],
  saxes: ['xml'],
  '@likecoin/epubcheck-ts': ['verify'],
  yaml: ['data'],
  // Schemas stand where the data they describe is known; checking them is `data`'s.
  valibot: ['data', 'config', 'theme'],
};

/** Files that touch the machine; everything else is pure. */
const adapters = [
  '^src/cli/',
  '^src/config/load(BookConfig|Overrides)\\.ts$',
  '^src/theme/(loadTheme|readEpubDesign|themeFolder)\\.ts$',
  '^src/source/(readSource|findStories|digest|readImageFile|fetchImage|publicAddress)\\.ts$',
  '^src/compile/(identity|collectStories|loadBook)\\.ts$',
  '^src/fonts/(fontFace|fontFile|openFamily|fontPackages|unpackWoff|bundledFonts|bundledFamilies|subsetLibrary)\\.ts$',
  '^src/archive/',
  // Native zlib.
  '^src/pdf/deflate\\.ts$',
  // EPUBCheck's port runs in a thread of its own.
  '^src/verify/epubcheck/runEpubcheckPort\\.ts$',
  // Hyphenation patterns are loaded by name, when a language first needs them; so are the rules of Unicode.
  '^src/typeset/(hyphenationPatterns|bidiAlgorithm|lineBreakRules)\\.ts$',
];

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `${room}-knows-only-its-own`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: [room, ...allowed].map(name => `^src/${name}/`) },
    })),
    ...Object.entries(libraries).map(([library, allowed]) => ({
      name: `${library}-in-its-room`,
      severity: 'error',
      from: { path: '^src/', pathNot: allowed.map(room => `^src/${room}/`) },
      to: { path: `node_modules/${library}/` },
    })),
    {
      name: 'only-listed-libraries',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm', 'npm-no-pkg', 'unknown', 'undetermined'],
        pathNot: Object.keys(libraries).map(library => `(^|/)${library}(/|$)`),
      },
    },
    {
      name: 'the-machine-only-in-adapters',
      severity: 'error',
      from: { path: '^src/', pathNot: adapters },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
