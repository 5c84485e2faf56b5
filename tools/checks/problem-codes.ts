import ts from 'typescript';
import { isGenerated, projectFiles, textOf } from './tree.ts';

const SOURCE = /^(?:packages|apps)\/[^/]+\/(?:src|bin)\/.+\.(?:tsx?|mjs)$/;
const PAGE = /^docs\/errors\/([a-z0-9-]+)\.md$/;
const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)+$/;

/** Problem codes without a page in docs/errors, and pages whose code no source line knows. */
export function problemCodeBreaches(root: string): string[] {
  const sources = projectFiles(root).filter(
    (file) => SOURCE.test(file) && !isGenerated(file) && !/\.test\.tsx?$/.test(file),
  );
  const pages = new Set(projectFiles(root).flatMap((file) => PAGE.exec(file)?.[1] ?? []));
  const used = new Map<string, string>();
  let allText = '';
  for (const file of sources) {
    const text = textOf(root, file);
    allText += text;
    for (const code of codesIn(file, text)) if (!used.has(code)) used.set(code, file);
  }
  return [
    ...[...used]
      .filter(([code]) => !pages.has(code))
      .map(([code, file]) => `${file}: ${code} has no page docs/errors/${code}.md`),
    ...[...pages]
      .filter((code) => !allText.includes(`'${code}'`))
      .map((code) => `docs/errors/${code}.md: no source gives this code`),
  ];
}

/**
 * The codes of the problems a source gives: the `code` of an object that also has a `fix` or a `detail`, what is passed for a
 * parameter called `code`, and the names to which a table gives an HTTP status of a refusal.
 */
export function codesIn(file: string, text: string): ReadonlySet<string> {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const codes = new Set<string>();
  const add = (node: ts.Node | undefined): void => {
    if (node === undefined) return;
    if (ts.isStringLiteralLike(node) && CODE.test(node.text)) codes.add(node.text);
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(add);
    else if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) add(node.expression);
  };
  const makers = codeParameters(source);
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const property = (name: string): ts.Expression | undefined =>
        node.properties.filter(ts.isPropertyAssignment).find((member) => member.name.getText(source) === name)
          ?.initializer;
      const names = new Set(node.properties.map((member) => member.name?.getText(source)));
      if (names.has('fix') || names.has('detail')) add(property('code'));
    }
    if (ts.isCallExpression(node)) {
      const index = makers.get(node.expression.getText(source).replace(/^this\./, ''));
      if (index !== undefined) add(node.arguments[index]);
    }
    if (
      ts.isPropertyAssignment(node) &&
      ts.isNumericLiteral(node.initializer) &&
      /^[45]\d\d$/.test(node.initializer.text)
    ) {
      add(node.name);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return codes;
}

/** Functions of the file that take a `code`, and at which place. */
function codeParameters(source: ts.SourceFile): ReadonlyMap<string, number> {
  const makers = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) {
      const index = node.parameters.findIndex((parameter) => parameter.name.getText(source) === 'code');
      const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
      if (index >= 0 && named !== undefined) makers.set(named.getText(source), index);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return makers;
}
