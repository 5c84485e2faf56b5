import { APIError } from '@better-auth/core/error';
import type { Visit } from './visit.ts';

export type LibraryAnswer<T> =
  | { readonly ok: true; readonly value: T; readonly setCookies: readonly string[] }
  | { readonly ok: false; readonly status: number; readonly code: string };

/** Waits for the library; its refusals become values, its cookies go out with our answer, its faults stay faults. */
export async function libraryAnswer<T>(
  visit: Visit,
  asked: Promise<{ readonly headers?: Headers | null; readonly response: T }>,
): Promise<LibraryAnswer<T>> {
  try {
    const { headers, response } = await asked;
    const setCookies = headers?.getSetCookie() ?? [];
    visit.outgoing.cookies.push(...setCookies);
    return { ok: true, value: response, setCookies };
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    return { ok: false, status: error.statusCode, code: error.body?.code ?? '' };
  }
}
