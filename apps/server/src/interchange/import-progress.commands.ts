import type { ImportProgress } from '@entente/contract/register';
import { Outcome } from '@entente/core/kernel';
import type { Caller } from '../register/changing.commands.ts';
import type { StoredAnswer } from '../register/stored-answer.ts';
import { type ImportRoom, readImport } from './imports.commands.ts';

type Reads = Pick<Caller, 'database' | 'actor'>;

/** How far one of the actor's imports is with being written. */
export async function readProgress(
  { writings }: ImportRoom,
  reads: Reads,
  workspace: string,
  id: string,
): Promise<Outcome<ImportProgress>> {
  const found = await readImport(reads, workspace, id);
  return found.ok ? Outcome.of({ writing: writings.of(id)?.progress ?? null }) : found;
}

/** Stops the writing of one of the actor's imports; it remains as it was before. */
export async function stopWriting(
  { writings }: ImportRoom,
  reads: Reads,
  workspace: string,
  id: string,
): Promise<Outcome<StoredAnswer>> {
  const found = await readImport(reads, workspace, id);
  if (!found.ok) return found;
  writings.of(id)?.stop();
  return Outcome.of({ status: 204, headers: {}, body: null });
}
