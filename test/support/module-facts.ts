/** What a TypeScript module imports and which of the machine's powers it touches, read from its syntax tree. */
import ts from 'typescript';

interface ModuleImport {
  /** As written: './hash.ts', 'node:fs', 'zod'. */
  readonly specifier: string;
  /** True where nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

export interface ModuleFacts {
  readonly imports: readonly ModuleImport[];
  /** Uses of console, process, the clock, chance, the locale or the network: "process", "Date.now" … */
  readonly powers: readonly string[];
  /** True where every statement is an export from another module or a type. */
  readonly reexportsOnly: boolean;
  readonly hasDefaultExport: boolean;
}

const GLOBALS = new Set(['console', 'process', 'fetch', 'Intl', 'XMLHttpRequest', 'WebSocket']);
const MEMBERS = new Set(['Date.now', 'performance.now', 'Math.random']);
const LOCALE_METHODS = /^(?:localeCompare|toLocale\w*String)$/;

/** Reads a module's source. */
export function readModule(source: string, path = 'module.ts'): ModuleFacts {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const imports: ModuleImport[] = [];
  const powers: string[] = [];
  const add = (node: ts.Expression | undefined, typeOnly: boolean): void => {
    if (node !== undefined && ts.isStringLiteralLike(node)) imports.push({ specifier: node.text, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnlyImport(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, isTypeOnlyExport(node));
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal as ts.StringLiteral, true);
    }
    const power = powerOf(node);
    if (power !== undefined) powers.push(power);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return {
    imports,
    powers: [...new Set(powers)].sort(),
    reexportsOnly: file.statements.every(
      (statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined,
    ),
    hasDefaultExport: file.statements.some(
      (statement) =>
        (ts.isExportAssignment(statement) && statement.isExportEquals !== true) ||
        (ts.canHaveModifiers(statement) &&
          ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) ===
            true),
    ),
  };
}

function isTypeOnlyImport(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  if (clause.name !== undefined || named === undefined || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

function isTypeOnlyExport(node: ts.ExportDeclaration): boolean {
  if (node.isTypeOnly) return true;
  const named = node.exportClause;
  if (named === undefined || !ts.isNamedExports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

function powerOf(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Date') {
    return (node.arguments?.length ?? 0) === 0 ? 'new Date()' : undefined;
  }
  if (ts.isPropertyAccessExpression(node)) {
    if (LOCALE_METHODS.test(node.name.text)) return node.name.text;
    const name = ts.isIdentifier(node.expression) ? `${node.expression.text}.${node.name.text}` : '';
    return MEMBERS.has(name) ? name : undefined;
  }
  return ts.isIdentifier(node) && GLOBALS.has(node.text) && isReference(node) ? node.text : undefined;
}

/** False where an identifier only names a property, a field or a type's member. */
function isReference(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  const declares =
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isVariableDeclaration(parent);
  return !(declares && (parent as ts.NamedDeclaration).name === node);
}
