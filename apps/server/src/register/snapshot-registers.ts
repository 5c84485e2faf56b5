import { type Register, registerFromSources } from '@entente/core/register';
import { kept } from '../platform/kept.ts';
import type { Snapshot } from './snapshot.commands.ts';

const MOST_KEPT = 64;

const registers = new WeakMap<Snapshot, Map<string, Register>>();

/**
 * The register of a snapshot as chosen sources alone tell it; null for all sources. A large one takes half a second, so that it is
 * made once for all who read the snapshot, and goes when the snapshot does.
 */
export function registerOfSnapshot(snapshot: Snapshot, sources: readonly string[] | null): Register {
  let made = registers.get(snapshot);
  if (made === undefined) registers.set(snapshot, (made = new Map<string, Register>()));
  const key = sources === null ? '*' : [...sources].sort().join(',');
  return kept(made, key, MOST_KEPT, () => registerFromSources(snapshot.rows, sources));
}
