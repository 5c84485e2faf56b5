export type Advisories = { readonly kind: 'none' | 'some' | 'unknown'; readonly lines: readonly string[] };

type Via = { readonly title?: string; readonly url?: string; readonly source?: number };
type Report = {
  readonly auditReportVersion?: number;
  readonly message?: string;
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly severity: string; readonly via: readonly (Via | string)[] }>
  >;
  readonly metadata?: { readonly dependencies?: { readonly total?: number } };
};

/** Weaknesses that were read and do not reach us, by the address of their advisory, each with why and until when that holds. */
const DO_NOT_REACH_US: Readonly<Record<string, string>> = {};

function reportOf(text: string): Report {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return {};
  }
}

/** What a report of `npm audit --json` says, in words. A report that is none tells nothing, and is not taken for a good one. */
export function advisoriesIn(text: string, known: Readonly<Record<string, string>> = DO_NOT_REACH_US): Advisories {
  const { auditReportVersion, vulnerabilities, message, metadata } = reportOf(text);
  if (auditReportVersion !== 2 || vulnerabilities === undefined) {
    const why = message ?? 'it gave no report';
    return { kind: 'unknown', lines: [`The registry could not be asked: ${why}. Nothing is known of the packages.`] };
  }
  const found = Object.entries(vulnerabilities).flatMap(([name, { severity, via }]) =>
    via.flatMap((each) => (typeof each === 'string' ? [] : [{ name, severity, ...each }])),
  );
  const reaching = found.filter(({ url = '' }) => known[url] === undefined);
  const total = metadata?.dependencies?.total ?? 0;
  return {
    kind: reaching.length === 0 ? 'none' : 'some',
    lines: [
      ...reaching.map(({ name, severity, title = '', url = '' }) => `${severity} ${name}: ${title} ${url}`),
      `packages ${total}, known weaknesses ${found.length}, that reach us ${reaching.length}`,
    ],
  };
}
