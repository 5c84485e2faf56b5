import { Outcome, type Problem } from '@entente/core/kernel';

const DEEPEST = 64;
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const HALF_CHARACTER = /\p{Surrogate}/u;

const escaped = (step: string | number): string => String(step).replaceAll('~', '~0').replaceAll('/', '~1');

/** RFC 6901. */
export const jsonPointer = (steps: readonly (string | number)[]): string =>
  steps.map((step) => `/${escaped(step)}`).join('');

/** An open object or array of the text: the keys met so far, or the index reached. */
type Level = { readonly keys: Set<string> | null; step: string | number };

const refusal = (code: string, message: string, fix: string, levels: readonly Level[]): Problem => ({
  code,
  message,
  fix,
  pointer: jsonPointer(levels.map(({ step }) => step)),
});

function keyProblem(key: string, levels: readonly Level[]): Problem | null {
  const level = levels.at(-1);
  if (level?.keys?.has(key)) {
    return refusal('duplicate-key', `"${key}" stands twice in one object.`, 'Send each key once.', levels);
  }
  if (FORBIDDEN_KEYS.has(key)) {
    return refusal('forbidden-key', `"${key}" is no field of anything here.`, 'Leave the key out.', levels);
  }
  return null;
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs;

/** Walks a text that is known to be JSON, and finds what JSON.parse passes over in silence. */
function silentFault(text: string): Problem | null {
  const levels: Level[] = [];
  let isKeyNext = false;
  for (const [token] of text.matchAll(tokens)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      if (levels.length === DEEPEST) {
        return refusal('json-too-deep', `The body is nested deeper than ${DEEPEST} levels.`, 'Send flatter data.', []);
      }
      levels.push(token === '{' ? { keys: new Set(), step: '' } : { keys: null, step: 0 });
      isKeyNext = token === '{';
    } else if (token === '}' || token === ']') {
      levels.pop();
      isKeyNext = false;
    } else if (token === ',' && level !== undefined) {
      if (typeof level.step === 'number') level.step += 1;
      isKeyNext = level.keys !== null;
    } else if (token.startsWith('"')) {
      const content = JSON.parse(token) as string;
      if (isKeyNext && level !== undefined) level.step = content;
      if (HALF_CHARACTER.test(content)) {
        return refusal('text-malformed', 'A text holds half a character.', 'Send whole Unicode characters.', levels);
      }
      if (!isKeyNext || level === undefined) continue;
      const problem = keyProblem(content, levels);
      if (problem !== null) return problem;
      level.keys?.add(content);
      isKeyNext = false;
    }
  }
  return null;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * Reads JSON from bytes and refuses what a lenient reader would quietly change: bytes that are not UTF-8, a key twice in
 * one object (where the last would win), keys that reach into JavaScript's prototypes, half surrogate pairs.
 */
export function strictJson(bytes: Uint8Array): Outcome<unknown> {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return Outcome.refuse({
      code: 'text-malformed',
      message: 'The body is not valid UTF-8.',
      fix: 'Encode the JSON text as UTF-8.',
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    return Outcome.refuse({
      code: 'json-malformed',
      message: `The body is not valid JSON (${reason}).`,
      fix: 'Send one JSON value; check quotes, commas and brackets.',
    });
  }
  const fault = silentFault(text);
  return fault === null ? Outcome.of(value) : Outcome.refuse(fault);
}
