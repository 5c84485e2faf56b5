import { inject } from 'vitest';

/** Sends something to the API of the product under test, as a program would. */
export async function post(path: string, body: unknown): Promise<void> {
  const response = await fetch(`${inject('address')}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}
