import { parse } from 'yaml';
import type { Problem } from '../kernel/index.ts';
import type { RegisterRows } from '../register/index.ts';
import type { CaseDocument } from './case-document.ts';

/** A paper of an alliance in the case library; `organisation/<id>` in it stands for the organisation's id. */
export type CasePaper = {
  readonly id: string;
  readonly alliance: string;
  readonly content: unknown;
};

const REFERENCE = /^organisation\/([a-z0-9-]+)$/;

/** What a paper says, with something else in the place of each organisation that it names. */
export function withOrganisations(content: unknown, idOf: (slug: string) => string): unknown {
  if (typeof content === 'string') {
    const [, slug] = REFERENCE.exec(content) ?? [];
    return slug === undefined ? content : idOf(slug);
  }
  if (Array.isArray(content)) return content.map((each: unknown) => withOrganisations(each, idOf));
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(
    Object.entries(content).map(([key, value]) => [key, withOrganisations(value, idOf)] as const),
  );
}

function contentIn(text: string): unknown {
  try {
    return parse(text, { schema: 'core' }) as unknown;
  } catch {
    return null;
  }
}

/** The papers of all case files, and which of them name what is not there. */
export function casePapers(
  documents: readonly CaseDocument[],
  rows: Pick<RegisterRows, 'alliances' | 'organisations'>,
): { readonly papers: readonly CasePaper[]; readonly problems: readonly Problem[] } {
  const alliances = new Set(rows.alliances.map(({ slug }) => slug as string));
  const organisations = new Set(rows.organisations.map(({ slug }) => slug as string));
  const read = documents.flatMap((document) =>
    (document.content.papers ?? []).map(({ id, alliance, content: text }, at) => {
      const content = contentIn(text);
      const missing: string[] = alliances.has(alliance) ? [] : [`alliance "${alliance}"`];
      withOrganisations(content, (slug) => {
        if (!organisations.has(slug)) missing.push(`organisation "${slug}"`);
        return slug;
      });
      const unread: Problem[] =
        typeof content === 'object' && content !== null
          ? []
          : [
              document.problemAt(['papers', at, 'content'], {
                code: 'field-malformed',
                message: 'content: is no YAML of fields',
                fix: 'Write the field as cases/README.md shows it.',
              }),
            ];
      const unknown = missing.map((what) =>
        document.problemAt(['papers', at], {
          code: 'record-unknown',
          message: `There is no ${what}`,
          fix: 'Correct the id, or add the record to this case or to cases/shared.',
        }),
      );
      return { paper: { id, alliance, content }, problems: [...unread, ...unknown] };
    }),
  );
  return { papers: read.map(({ paper }) => paper), problems: read.flatMap(({ problems }) => problems) };
}
