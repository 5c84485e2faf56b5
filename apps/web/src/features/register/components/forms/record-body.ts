import { COLLECTIONS } from '@entente/contract/register';
import { readTypedShare, Slug, type SubjectKind } from '@entente/core/kernel';
import { COLLECTION_OF } from '../../api/record-kinds.ts';
import { type FormField, formFields, type FormValue, type FormValues, isTermSlug, type Picked } from './form-values.ts';
import { figureOf } from './figures.ts';
import { type FormProblem, isReversed, problemsIn } from './form-problems.ts';
import { readMeasured, understoodMeasured } from './measured-text.ts';
import { readDate } from './read-date.ts';

/** Fields of a request; null takes a value away. */
export type Body = Readonly<Record<string, unknown>>;

/** What a form's values are as fields of a request, and what of them cannot be read. */
export type ReadValues = { readonly body: Body; readonly problems: readonly FormProblem[] };

/** How a chosen record is named in the request; one that is yet to be added gets a name of the batch. */
export type NameOf = (picked: Picked) => string;
const namedAnyhow: NameOf = ({ reference }) => reference ?? '@new';

const problemAt = (
  field: string,
  { code, message, fix }: { code: string; message: string; fix: string },
): FormProblem => ({
  field,
  code,
  message,
  fix,
});
const needed = (field: string): FormProblem =>
  problemAt(field, { code: 'field-required', message: 'This field is needed', fix: 'Fill it in.' });

const asked: Omit<FormProblem, 'field'> = {
  code: 'date-ambiguous',
  message: 'This may mean several dates',
  fix: 'Choose one of those shown below the field.',
};

type Read = { readonly value: Body; readonly problem?: FormProblem };

function readText(field: FormField, text: string): Read {
  const { name } = field;
  const plain = text.trim();
  switch (field.as) {
    case 'lines':
      return { value: { [name]: plain.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])) } };
    case 'details':
      return readDetails(name, plain);
    case 'measured': {
      const read = readMeasured(plain);
      const [problem] = read.ok ? [] : read.problems;
      return problem ? { value: {}, problem: problemAt(name, problem) } : { value: read.ok ? read.value : {} };
    }
    case 'end':
      if (plain === '') return { value: { [name]: '..' } };
      break;
    default:
      break;
  }
  if (plain === '') return { value: { [name]: null } };
  switch (field.as) {
    case 'date':
    case 'end': {
      const read = readDate(name, plain);
      if (read.kind === 'date') return { value: { [name]: read.edtf } };
      return {
        value: {},
        problem: read.kind === 'refused' ? problemAt(name, read.problem) : { field: name, ...asked },
      };
    }
    case 'share':
      return readShare(name, plain);
    case 'decimal':
      return { value: { [name]: figureOf(plain) } };
    case 'whole': {
      const figure = figureOf(plain);
      return { value: { [name]: /^\d{1,9}$/.test(figure) ? Number(figure) : figure } };
    }
    case 'slug':
      return { value: { [name]: isTermSlug(field) ? Slug.from(plain, plain) : plain } };
    case 'lei':
      return { value: { [name]: plain.normalize('NFKC').toUpperCase() } };
    default:
      return { value: { [name]: plain } };
  }
}

/** Plain figures are percentages; what else people write for a share is read where it can mean one exact share only. */
function readShare(name: string, text: string): Read {
  const figure = figureOf(text);
  if (/^\d+(?:\.\d+)?$/.test(figure)) return { value: { [name]: figure } };
  const read = readTypedShare(text);
  if (read.kind === 'share' && read.bound === '=') return { value: { [name]: read.share } };
  if (read.kind === 'refused') return { value: {}, problem: problemAt(name, read.problem) };
  const problem = {
    code: 'share-inexact',
    message: 'This is no single exact share',
    fix: 'Write one percentage. Where the source gives only a bound, leave the share empty and quote the source.',
  };
  return { value: {}, problem: problemAt(name, problem) };
}

function readDetails(name: string, text: string): Read {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const pairs = lines.map((line) => /^\s*([a-z][A-Za-z]*)\s*[:：]\s*(.+)$/u.exec(line));
  if (pairs.some((pair) => pair === null)) {
    const problem = {
      code: 'details-malformed',
      message: 'A line here has no name',
      fix: 'Write one detail a line, e.g. method: interview.',
    };
    return { value: {}, problem: problemAt(name, problem) };
  }
  return { value: { [name]: Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2]?.trim() ?? ''])) } };
}

const isPicked = (value: FormValue): value is Picked => typeof value === 'object' && value !== null && 'kind' in value;

/** One field of a form as a request would name it. */
export function readField(field: FormField, value: FormValue, nameOf: NameOf = namedAnyhow): Read {
  const { name } = field;
  if (typeof value === 'string') return readText(field, value);
  const one = (picked: Picked) => ({ kind: picked.kind, id: nameOf(picked) });
  if (field.as === 'subjects') return { value: { [name]: Array.isArray(value) ? value.map(one) : [] } };
  if (!isPicked(value)) return { value: { [name]: null } };
  return { value: { [name]: field.as === 'subject' ? one(value) : nameOf(value) } };
}

/** Rules that concern several fields at once. */
function crossProblems(kind: SubjectKind, body: Body): FormProblem[] {
  const [from, to] = kind === 'alliance' ? ['start', 'end'] : ['from', 'to'];
  const reversed =
    typeof body[to] === 'string' && isReversed(typeof body[from] === 'string' ? body[from] : null, body[to]);
  const problems: FormProblem[] = [];
  if (reversed) {
    const problem = {
      code: 'period-reversed',
      message: 'The period ends before it begins',
      fix: 'Give an end that is later than the beginning.',
    };
    problems.push(problemAt(to, problem));
  }
  if (kind === 'stake' && (body['holder'] === null) === (body['holders'] === null)) {
    const problem = {
      code: 'holder-unclear',
      message: 'A stake has one holder, named or described',
      fix: 'Choose a holder, or describe unnamed ones.',
    };
    problems.push(problemAt(body['holder'] === null ? 'holder' : 'holders', problem));
  }
  return problems;
}

/** Every field of a form as a request would name it. */
export function readValues(kind: SubjectKind, values: FormValues, nameOf: NameOf = namedAnyhow): ReadValues {
  const read = formFields(kind).map((field) => readField(field, values[field.name] ?? '', nameOf));
  const body: Body = Object.assign({}, ...read.map(({ value }) => value)) as Body;
  const unread = read.flatMap(({ problem }) => (problem ? [problem] : []));
  const missing = formFields(kind).filter(({ name, required }) => required && body[name] === null);
  const needs = missing.map(({ name }) => needed(name));
  return { body, problems: [...unread, ...needs, ...(unread.length > 0 ? [] : crossProblems(kind, body))] };
}

const NEVER_NULL = ['slug', 'key'];

/** The body of a creation: what is not given is left out. */
export function creationOf(kind: SubjectKind, values: FormValues, nameOf: NameOf = namedAnyhow): ReadValues {
  const { body, problems } = readValues(kind, values, nameOf);
  const isGiven = (value: unknown): boolean =>
    value !== null && value !== '..' && !(Array.isArray(value) && value.length === 0);
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => isGiven(value)));
  return { body: given, problems: judged(kind, 'creation', given, problems) };
}

/**
 * A record may hold its scale in its unit (30 · billion CNY), and what is typed is multiplied out: a new figure then goes
 * with its new unit, though both texts name the same.
 */
function multipliedUnit(kind: SubjectKind, before: FormValues, touched: Body, body: Body): Body {
  const { value } = before;
  if (kind !== 'measure' || typeof value !== 'string' || !('value' in touched || 'unit' in touched)) return {};
  const read = understoodMeasured(value);
  return read.kind === 'measured' && read.multiplied ? { value: body['value'], unit: body['unit'] } : {};
}

/** The body of a change: only what differs from what was there; an untouched form gives none. */
export function changeOf(
  kind: SubjectKind,
  before: FormValues,
  values: FormValues,
  nameOf: NameOf = namedAnyhow,
): ReadValues {
  const { body, problems } = readValues(kind, values, nameOf);
  const old = readValues(kind, before).body;
  const touched = Object.entries(body).filter(
    ([name, value]) =>
      JSON.stringify(value) !== JSON.stringify(old[name] ?? null) && !(value === null && NEVER_NULL.includes(name)),
  );
  const changed = {
    ...Object.fromEntries(touched),
    ...multipliedUnit(kind, before, Object.fromEntries(touched), body),
  };
  return { body: changed, problems: judged(kind, 'change', changed, problems) };
}

/** Adds what the contract's schema refuses, where nothing is told of the field yet. */
function judged(
  kind: SubjectKind,
  schema: 'creation' | 'change',
  body: Body,
  problems: readonly FormProblem[],
): readonly FormProblem[] {
  const told = new Set(problems.map(({ field }) => field));
  const refused = problemsIn(COLLECTIONS[COLLECTION_OF[kind]][schema], body).map((problem) =>
    kind === 'measure' && (problem.field === 'bound' || problem.field === 'unit')
      ? { ...problem, field: 'value' }
      : problem,
  );
  return [...problems, ...refused.filter(({ field }) => !told.has(field))];
}

/** The records of a form that are yet to be added, each once. */
export function freshIn(values: FormValues): readonly Picked[] {
  const all = Object.values(values).flatMap((value): readonly Picked[] => {
    if (Array.isArray(value)) return value as readonly Picked[];
    return isPicked(value) ? [value] : [];
  });
  const fresh = all.filter(({ reference }) => reference === null);
  return [...new Map(fresh.map((picked) => [`${picked.kind} ${picked.name}`, picked])).values()];
}
