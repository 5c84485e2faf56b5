import { isMap, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../kernel/index.ts';
import { type CaseFile, caseFileSchema } from './case-schema.ts';

export type TextFile = { readonly path: string; readonly text: string };

/** A place in a document, as the keys and indexes that lead to it. */
export type DocumentPath = readonly PropertyKey[];

/** A case file that was read, and how to name a place in it. */
export type CaseDocument = {
  readonly path: string;
  readonly content: CaseFile;
  readonly problemAt: (at: DocumentPath, problem: Pick<Problem, 'code' | 'message' | 'fix'>) => Problem;
};

type Located = { readonly line: number; readonly column: number };

function locate(document: Document, counter: LineCounter, at: DocumentPath): Located {
  for (let length = at.length; length >= 0; length -= 1) {
    const node = document.getIn(at.slice(0, length), true) as Node | undefined;
    const offset = node?.range?.[0];
    if (offset !== undefined) {
      const { line, col } = counter.linePos(offset);
      return { line, column: col };
    }
  }
  return { line: 1, column: 1 };
}

function locateKey(document: Document, counter: LineCounter, at: DocumentPath, key: string): Located {
  const parent = document.getIn(at, true);
  const pair = isMap(parent) ? parent.items.find((item) => String(item.key) === key) : undefined;
  const offset = (pair?.key as Node | undefined)?.range?.[0];
  if (offset === undefined) return locate(document, counter, at);
  const { line, col } = counter.linePos(offset);
  return { line, column: col };
}

type Issue = z.core.$ZodIssue;

/** The issues of the union branch that comes closest, so that a fault inside a fact is named there. */
function flattened(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const branches = issue.errors.map((errors) =>
    errors.map((each) => ({ ...each, path: [...issue.path, ...each.path] })),
  );
  const depth = (errors: readonly Issue[]): number => Math.max(...errors.map((each) => each.path.length));
  const missesType = (errors: readonly Issue[]): number =>
    errors.filter((each) => each.code === 'invalid_type' && each.path.length === issue.path.length).length;
  const [best] = branches.sort(
    (one, other) => missesType(one) - missesType(other) || depth(other) - depth(one) || one.length - other.length,
  );
  return (best ?? [issue]).flatMap(flattened);
}

const lastKey = (at: DocumentPath): string => at.findLast((key) => typeof key === 'string') ?? 'file';

/**
 * Reads one YAML case file: all problems of syntax and shape, each with its line and column, or the content.
 */
export function readCaseDocument(file: TextFile): { document: CaseDocument | null; problems: Problem[] } {
  const counter = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: counter, schema: 'failsafe', uniqueKeys: true });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error): Problem => {
      const { line, col } = counter.linePos(error.pos[0]);
      const message = error.message.split('\n')[0] ?? error.message;
      return {
        file: file.path,
        line,
        column: col,
        code: 'yaml-malformed',
        message,
        fix: 'Mend the YAML at this place.',
      };
    });
    return { document: null, problems };
  }
  const parsed = caseFileSchema.safeParse(document.toJS() ?? {});
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap(flattened).flatMap((issue): Problem[] => {
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => ({
          file: file.path,
          ...locateKey(document, counter, issue.path, key),
          code: 'field-unknown',
          message: `"${key}" is no field of ${lastKey(issue.path)}`,
          fix: 'Remove it, or write it as a remark; cases/README.md lists the fields.',
        }));
      }
      return [
        {
          file: file.path,
          ...locate(document, counter, issue.path),
          code: 'field-malformed',
          message: `${lastKey(issue.path)}: ${issue.message}`,
          fix: 'Write the field as cases/README.md shows it.',
        },
      ];
    });
    return { document: null, problems };
  }
  return {
    document: {
      path: file.path,
      content: parsed.data,
      problemAt: (at, problem) => ({ file: file.path, ...locate(document, counter, at), ...problem }),
    },
    problems: [],
  };
}
