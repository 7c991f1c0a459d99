/**
 * Finds what is done with a page's node in other ways than by
 * src/entries/content/dom-clobbering.ts.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Node, SyntaxKind } from 'typescript/unstable/ast';
import {
  isBinaryExpression,
  isElementAccessExpression,
  isObjectBindingPattern,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isVariableDeclaration,
} from 'typescript/unstable/ast/is';
import { API, type Checker, SymbolFlags, type Type, TypeFlags } from 'typescript/unstable/sync';

/** The only file that may. */
const ALLOWED = 'src/entries/content/dom-clobbering.ts';
/**
 * What a page can hide properties of:
 * https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem and
 * …/forms.html#dom-form-nameditem.
 */
const HIDING = ['HTMLFormElement', 'Document'];

/**
 * Returns each place in a project's content script, or in the given sources instead, where a
 * property of a value is used that may be a form or a document, or of a value whose type is not
 * known: `file:line code`.
 *
 * @param root the project's folder, with its `tsconfig.json`
 * @param sources text by path below the folder: files that are not there, beside the content script
 */
export function bypasses(root: string, sources?: Readonly<Record<string, string>>): string[] {
  const own = readdirSync(join(root, 'src/entries/content'))
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `src/entries/content/${name}`);
  const looked =
    sources === undefined ? own.filter((file) => file !== ALLOWED && !file.endsWith('.d.ts')) : Object.keys(sources);
  const config = join(root, 'bypasses.tsconfig.json');
  const given = new Map([
    [
      config,
      JSON.stringify({ extends: './tsconfig.json', include: [], files: [...own, ...Object.keys(sources ?? {})] }),
    ],
    ...Object.entries(sources ?? {}).map(([file, text]) => [join(root, file), text] as const),
  ]);
  const api = new API({
    cwd: root,
    fs: {
      readFile: (file) => given.get(file),
      fileExists: (file) => (given.has(file) ? true : undefined),
    },
  });
  try {
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    if (project === undefined) throw new Error(`No project of ${config}`);
    const mayHide = hidingTypes(project.checker);
    return looked.flatMap((file) => {
      const source = project.program.getSourceFile(join(root, file));
      if (source === undefined) throw new Error(`${file}: not in the project`);
      const uses = usesIn(source);
      const types = project.checker.getTypeAtLocation(uses.map(({ of }) => of));
      return uses
        .filter((_, at) => types[at] === undefined || mayHide(types[at]))
        .map(({ node }) => {
          const start = node.getStart(source);
          const line = source.text.slice(0, start).split('\n').length;
          return `${file}:${line} ${source.text.slice(start, node.end).split('\n')[0]}`;
        });
    });
  } finally {
    api.close();
  }
}

interface Use {
  readonly node: Node;
  /** Whose property it is. */
  readonly of: Node;
}

function usesIn(source: Node): Use[] {
  const found: Use[] = [];
  function visit(node: Node): void {
    if (isPropertyAccessExpression(node) || isElementAccessExpression(node)) found.push({ node, of: node.expression });
    else if (isObjectBindingPattern(node)) {
      // What is taken apart: the value, where there is one; a parameter has the pattern's own type.
      const { parent } = node;
      found.push({ node, of: isVariableDeclaration(parent) && parent.initializer ? parent.initializer : node });
    } else if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.EqualsToken) {
      if (isObjectLiteralExpression(node.left)) found.push({ node, of: node.right });
    }
    node.forEachChild(visit);
  }
  visit(source);
  return found;
}

/** Returns whether a value of a type may have properties that a page hides. */
function hidingTypes(checker: Checker): (type: Type) => boolean {
  const named = (name: string) => {
    const symbol = checker.resolveName(name, SymbolFlags.Interface);
    if (symbol === undefined) throw new Error(`No type is called ${name}`);
    return checker.getDeclaredTypeOfSymbol(symbol);
  };
  const hiding = HIDING.map(named);
  const target = named('EventTarget');
  const known = new Map<number, boolean>();
  function mayHide(type: Type): boolean {
    if ((type.flags & TypeFlags.Any) !== 0) return true;
    if (type.isUnionType()) return type.getTypes().some(mayHide);
    if (type.isTypeParameter()) {
      const constraint = checker.getBaseConstraintOfType(type);
      return constraint !== undefined && constraint.id !== type.id && mayHide(constraint);
    }
    // What no event can happen to is no node, though a form may have all that it asks for.
    return checker.isTypeAssignableTo(type, target) && hiding.some((one) => checker.isTypeAssignableTo(one, type));
  }
  return (type) => {
    const before = known.get(type.id);
    if (before !== undefined) return before;
    const answer = mayHide(type);
    known.set(type.id, answer);
    return answer;
  };
}
