import ts from 'typescript';
import { projectFiles, textOf } from './tree.ts';

const SERVER_SIDE = /^apps\/(?:server|cli)\/src\/.+\.ts$/;
const MAY_HOLD_SQL = /^apps\/server\/src\/platform\/|\.store\.ts$|\.test\.ts$/;
/** How a statement begins. Prose begins with one capital, SQL with a small letter or a word in capitals. */
const STATEMENT =
  /^\s*(?:select\s+\S+.*\bfrom\b|insert\s+into\b|update\s+\S+\s+set\b|delete\s+from\b|with\s+\w+\s+as\b|(?:create|alter|drop)\s+(?:table|view|index|role|schema|function)\b|set\s+(?:local|role)\b)/is;
const FIRST_WORD = /^\s*(?:[a-z]+|[A-Z]+)\b/;

/** SQL written outside a store and the platform. */
export function sqlBreaches(root: string): string[] {
  return projectFiles(root)
    .filter((file) => SERVER_SIDE.test(file) && !MAY_HOLD_SQL.test(file))
    .flatMap((file) => statementsIn(file, textOf(root, file)));
}

function statementsIn(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isTagged = ts.isTaggedTemplateExpression(node) && node.tag.getText(source) === 'sql';
    const written = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) ? literalText(node) : '';
    if (isTagged || (FIRST_WORD.test(written) && STATEMENT.test(written))) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push(`${file}:${line + 1}: SQL belongs in the room's *.store.ts`);
    } else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function literalText(node: ts.StringLiteralLike | ts.TemplateExpression): string {
  return ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('?')
    : node.text;
}
