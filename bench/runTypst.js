// Makes a PDF with Typst's compiler, as a program that uses it would.
// usage: node bench/runTypst.js MODULE FONTS FILE.typ FILE.pdf
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

const [module, fonts, input, output] = process.argv.slice(2);
const { NodeCompiler } = await import(pathToFileURL(module).href);
const compiler = NodeCompiler.create({ workspace: dirname(input), fontArgs: [{ fontPaths: [fonts] }] });
writeFileSync(output, compiler.pdf({ mainFilePath: input }));
