// Reads out of the source what each verb prints with --json: the type of `json` where it is handed to `context.print`, or of lines to `printList`.
import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import type { ResultShape } from '../../src/cli/result-shape.ts';
import { summaries } from '../../src/text/en/summaries.ts';
import { isFields, makeShape, uniteShapes } from './shape-of-type.ts';

/** The shape of each verb's result, and where a type does not say what it is. */
export interface Shapes {
  readonly shapes: Readonly<Record<string, ResultShape | null>>;
  /** `verb: path` of every place whose type is `unknown`, `any` or `object`. */
  readonly untold: readonly string[];
}

const root = join(import.meta.dirname, '..', '..');
const commandsFolder = join(root, 'src', 'commands');
const verbNames = Object.keys(summaries.verbs);

/** Lists the shapes of all verbs. */
export function listShapes(): Shapes {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    readonly config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram([join(root, 'src', 'run-command.ts')], options);
  const checker = new Checker(program);
  const shapes: Record<string, ResultShape | null> = {};
  const untold: string[] = [];
  for (const noun of readdirSync(commandsFolder, { withFileTypes: true })) {
    const file = noun.isDirectory()
      ? program.getSourceFile(join(commandsFolder, noun.name, 'verbs.ts'))
      : undefined;
    if (file === undefined) continue;
    for (const { verb, nodes } of checker.findVerbs(file, noun.name)) {
      const found = checker.uniteResults(nodes);
      shapes[verb] = found.shape;
      untold.push(...found.untold.map((path) => `${verb}: ${path}`));
    }
  }
  const ordered = verbNames.flatMap((verb) =>
    verb in shapes ? [[verb, shapes[verb] ?? null] as const] : [],
  );
  return { shapes: Object.fromEntries(ordered), untold: untold.sort() };
}

class Checker {
  readonly #checker: ts.TypeChecker;

  constructor(program: ts.Program) {
    this.#checker = program.getTypeChecker();
  }

  /** The verbs that the list of a noun declares, each with the code that belongs to it. */
  findVerbs(
    file: ts.SourceFile,
    noun: string,
  ): { readonly verb: string; readonly nodes: readonly ts.Node[] }[] {
    const declarations: ts.Node[] = [];
    const collect = (node: ts.Node): void => {
      if (ts.isArrayLiteralExpression(node))
        declarations.push(...node.elements.flatMap((element) => this.#findCode(element) ?? []));
      ts.forEachChild(node, collect);
    };
    collect(file);
    return declarations.flatMap((declaration) => {
      const calls = findVerbCalls(declaration, noun);
      const [only] = calls;
      if (only === undefined) throw new Error(`No verb is declared in ${nameOf(declaration)}.`);
      // Several verbs declared in one function: to each belongs the statement that it stands in.
      return calls.length === 1
        ? [{ verb: only.verb, nodes: [declaration] }]
        : calls.map(({ verb, call }) => ({ verb, nodes: [statementOf(call)] }));
    });
  }

  /** Unites what is printed by code and by all it calls among the commands. */
  uniteResults(nodes: readonly ts.Node[]): {
    readonly shape: ResultShape | null;
    readonly untold: readonly string[];
  } {
    const prints: ts.Type[] = [];
    const lines: ts.Type[] = [];
    const additions: ts.Type[] = [];
    const seen = new Set<ts.Node>();
    const untold: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) {
        if (this.#isPrint(node)) prints.push(...this.#jsonOf(node.arguments[0]));
        else if (ts.isIdentifier(node.expression) && node.expression.text === 'printList')
          lines.push(...this.#jsonOf(node.arguments[1]).flatMap(returnTypes));
        else additions.push(...this.#addedBy(node));
      }
      // What is spread without a type is lost among the fields beside it.
      if (ts.isSpreadAssignment(node) && this.#isUntold(node.expression))
        untold.push(`...${node.expression.getText()}`);
      if (ts.isIdentifier(node)) {
        const code = this.#findCode(node);
        if (code !== undefined && !seen.has(code)) {
          seen.add(code);
          visit(code);
        }
      }
      ts.forEachChild(node, visit);
    };
    for (const node of nodes) {
      seen.add(node);
      visit(node);
    }
    const tell = (path: string): void => void untold.push(path);
    const shapes = [
      ...prints.map((type) => makeShape(this.#checker, type, tell)),
      ...lines.map((type): ResultShape => [makeShape(this.#checker, type, tell)]),
    ];
    const more = additions.map((type) => makeShape(this.#checker, type, tell));
    const [first, ...rest] = shapes;
    if (first === undefined) return { shape: null, untold };
    const united = rest.reduce((one, other) => uniteShapes([one, other]), first);
    return { shape: more.reduce(addFields, united), untold };
  }

  #isPrint(call: ts.CallExpression): boolean {
    const { expression } = call;
    if (!ts.isPropertyAccessExpression(expression)) return false;
    if (expression.name.text !== 'print' && expression.name.text !== 'printHere') return false;
    return this.#checker.getTypeAtLocation(expression.expression).getSymbol()?.name === 'Context';
  }

  /** Whether a type has no fields to tell; what an import adds by its own `json` is read where it is said. */
  #isUntold(spread: ts.Expression): boolean {
    if (ts.isCallExpression(spread) && /\bjson\b/u.test(spread.expression.getText())) return false;
    const { Any, Unknown, NonPrimitive } = ts.TypeFlags;
    const type = this.#checker.getTypeAtLocation(spread);
    const parts = type.isUnion() ? type.types : [type];
    return parts.some(({ flags }) => (flags & (Any | Unknown | NonPrimitive)) !== 0);
  }

  /** The type of `json` in what is handed to `print`. */
  #jsonOf(result: ts.Expression | undefined): ts.Type[] {
    if (result === undefined) return [];
    if (ts.isObjectLiteralExpression(result)) {
      for (const property of result.properties) {
        if (ts.isPropertyAssignment(property) && property.name.getText() === 'json')
          return [this.#checker.getTypeAtLocation(property.initializer)];
        if (ts.isShorthandPropertyAssignment(property) && property.name.text === 'json')
          return [this.#checker.getTypeAtLocation(property.name)];
      }
    }
    const json = this.#checker.getTypeAtLocation(result).getProperty('json');
    return json === undefined ? [] : [this.#checker.getTypeOfSymbolAtLocation(json, result)];
  }

  /** What a helper is told to add to its document: `json` as a function in an argument. */
  #addedBy(call: ts.CallExpression): ts.Type[] {
    return call.arguments
      .filter(ts.isObjectLiteralExpression)
      .flatMap(({ properties }) =>
        properties
          .filter(ts.isPropertyAssignment)
          .flatMap(({ name, initializer }) =>
            name.getText() === 'json' &&
            ts.isArrowFunction(initializer) &&
            this.#findCode(call.expression) !== undefined
              ? returnTypes(this.#checker.getTypeAtLocation(initializer))
              : [],
          ),
      );
  }

  /** The function among the commands that a name stands for. */
  #findCode(node: ts.Node): ts.Node | undefined {
    let symbol = this.#checker.getSymbolAtLocation(node);
    if (symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0)
      symbol = this.#checker.getAliasedSymbol(symbol);
    const declaration = symbol?.valueDeclaration;
    if (declaration === undefined || !isAmongCommands(declaration)) return undefined;
    if (ts.isFunctionDeclaration(declaration)) return declaration;
    const isFunction =
      ts.isVariableDeclaration(declaration) &&
      declaration.initializer !== undefined &&
      (ts.isArrowFunction(declaration.initializer) || ts.isFunctionExpression(declaration.initializer));
    return isFunction ? declaration : undefined;
  }
}

/** What a function gives. */
function returnTypes(type: ts.Type): ts.Type[] {
  return type.getCallSignatures().map((one) => one.getReturnType());
}

function isAmongCommands(node: ts.Node): boolean {
  return !relative(commandsFolder, dirname(node.getSourceFile().fileName)).startsWith('..');
}

/** The calls in a declaration that name a verb: `addVerb(parent, context, 'unit list', …)`, `addCourseVerb(parent, context, 'remind', …)`. */
function findVerbCalls(node: ts.Node, noun: string): { readonly verb: string; readonly call: ts.Node }[] {
  const found: { verb: string; call: ts.Node }[] = [];
  const visit = (one: ts.Node): void => {
    const named = ts.isCallExpression(one) ? one.arguments[2] : undefined;
    if (named !== undefined && ts.isStringLiteral(named)) {
      const verb = [named.text, `${noun} ${named.text}`].find((name) => verbNames.includes(name));
      if (verb !== undefined) found.push({ verb, call: one });
    }
    ts.forEachChild(one, visit);
  };
  visit(node);
  return found;
}

function statementOf(node: ts.Node): ts.Node {
  return ts.isStatement(node) ? node : statementOf(node.parent);
}

function nameOf(node: ts.Node): string {
  return relative(root, node.getSourceFile().fileName);
}

function addFields(shape: ResultShape, more: ResultShape): ResultShape {
  if (!isFields(shape) || !isFields(more))
    throw new Error('What an import adds to its document must be an object.');
  return { ...shape, ...more };
}
