import ts from 'typescript';

/**
 * The public surface of a module as text: the declaration of each export and of each type of ours that these name, without
 * comments and bodies, by name. Two surfaces are the same where whoever uses them cannot tell.
 */
export function publicSurface(program: ts.Program, path: string): string {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${path} is no module`);
  const seen = new Map<string, ts.Symbol>();
  const exported = checker.getExportsOfModule(module);
  const waiting = exported.map(symbol => resolved(symbol, checker));
  const texts: string[] = [];
  for (let symbol = waiting.pop(); symbol !== undefined; symbol = waiting.pop()) {
    if (seen.get(symbol.name) === symbol) continue;
    if (seen.has(symbol.name)) throw new Error(`Two public types are called ${symbol.name}`);
    seen.set(symbol.name, symbol);
    for (const declaration of symbol.declarations ?? []) {
      texts.push(describe(declaration, symbol, checker));
      waiting.push(...named(declaration, checker));
    }
  }
  return `${texts.sort().join('\n\n')}\n`;
}

function resolved(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

const printer = ts.createPrinter({ removeComments: true });
const wholeType = (ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias) as ts.TypeFormatFlags;

function describe(declaration: ts.Declaration, symbol: ts.Symbol, checker: ts.TypeChecker): string {
  if (ts.isVariableDeclaration(declaration)) {
    return `const ${symbol.name}: ${checker.typeToString(checker.getTypeAtLocation(declaration), undefined, wholeType)};`;
  }
  const print = (node: ts.Node) => printer.printNode(ts.EmitHint.Unspecified, node, declaration.getSourceFile());
  if (ts.isFunctionDeclaration(declaration)) {
    return print(ts.factory.updateFunctionDeclaration(declaration, undefined, declaration.asteriskToken, declaration.name, declaration.typeParameters, declaration.parameters, declaration.type, undefined)); // prettier-ignore
  }
  // What is inferred from a schema is told as what it is.
  if (ts.isTypeAliasDeclaration(declaration) && isInferred(declaration)) {
    return `type ${symbol.name} = ${checker.typeToString(checker.getTypeAtLocation(declaration), undefined, wholeType)};`;
  }
  return print(declaration);
}

function isInferred(declaration: ts.TypeAliasDeclaration): boolean {
  return /\bInfer(?:Output|Input)\b|\btypeof\b/.test(declaration.type.getText());
}

/** The types of ours that a declaration names, outside of bodies and values. */
function named(declaration: ts.Node, checker: ts.TypeChecker): ts.Symbol[] {
  if (ts.isVariableDeclaration(declaration) || (ts.isTypeAliasDeclaration(declaration) && isInferred(declaration))) return []; // prettier-ignore
  const found: ts.Symbol[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isBlock(node)) return;
    if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
      const symbol = checker.getSymbolAtLocation(ts.isTypeReferenceNode(node) ? node.typeName : node.expression);
      const target = symbol === undefined ? undefined : resolved(symbol, checker);
      const file = target?.declarations?.[0]?.getSourceFile().fileName ?? '';
      const isOurs = file.includes('/src/') && !file.includes('node_modules');
      if (target !== undefined && isOurs && !(target.flags & ts.SymbolFlags.TypeParameter)) found.push(target);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(declaration, visit);
  return found;
}
