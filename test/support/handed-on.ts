import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..', '..');
const operations = join(root, 'src', 'operations');
const planted = join(root, 'src', 'commands', 'unit', 'planted.ts');

/** The names of what an object has; undefined for what is none, or has any names. */
function namesOf(type: ts.Type, checker: ts.TypeChecker): ReadonlySet<string> | undefined {
  const plain = checker.getNonNullableType(type);
  if ((plain.flags & ts.TypeFlags.Any) !== 0 || checker.isArrayType(plain)) return undefined;
  if (plain.getStringIndexType() !== undefined || plain.getCallSignatures().length > 0) return undefined;
  const kinds = plain.isUnion() ? plain.types : [plain];
  const names = kinds.flatMap((one) => one.getProperties().map(({ name }) => name));
  return names.length === 0 || (plain.flags & ts.TypeFlags.StringLike) !== 0 ? undefined : new Set(names);
}

/**
 * What commands hand on to operations that these do not know, as they are typed: a spread of options is not held against the terms by
 * the compiler, so that an option could be parsed and reach nothing. `more` is a module that is planted among the commands.
 */
export function listUnknownTerms(more?: string): string[] {
  const config = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)).config,
    ts.sys,
    root,
  );
  const host = ts.createCompilerHost(config.options);
  const files = config.fileNames.filter((path) => path.includes('/src/'));
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...rest) =>
    path === planted && more !== undefined
      ? ts.createSourceFile(path, more, ts.ScriptTarget.Latest, true)
      : getSourceFile(path, ...rest);
  const program = ts.createProgram(more === undefined ? files : [...files, planted], config.options, host);
  const checker = program.getTypeChecker();
  const unknown: string[] = [];

  const compare = (given: ts.Expression, wanted: ts.Type, where: string): void => {
    const known = namesOf(wanted, checker);
    if (known === undefined) return;
    if (!ts.isObjectLiteralExpression(given)) return;
    for (const property of given.properties) {
      if (ts.isSpreadAssignment(property)) {
        for (const name of namesOf(checker.getTypeAtLocation(property.expression), checker) ?? [])
          if (!known.has(name)) unknown.push(`${where} ${name}`);
      }
      if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name)) continue;
      const symbol = checker.getNonNullableType(wanted).getProperty(property.name.text);
      if (symbol !== undefined) compare(property.initializer, checker.getTypeOfSymbol(symbol), where);
    }
  };

  for (const file of program.getSourceFiles()) {
    if (!file.fileName.includes('/src/commands/')) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) {
        const declared = checker.getResolvedSignature(node)?.declaration;
        const isOperation = declared?.getSourceFile().fileName.startsWith(operations) === true;
        if (isOperation && ts.isFunctionDeclaration(declared))
          node.arguments.forEach((given, at) => {
            const parameter = declared.parameters[at];
            const where = `${file.fileName.slice(root.length + 1)} ${declared.name?.text ?? ''}`;
            if (parameter !== undefined) compare(given, checker.getTypeAtLocation(parameter), where);
          });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return unknown.sort();
}
