import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { ServedProduct } from '../e2e/served-product.ts';

type Filling = {
  readonly workspace: string;
  readonly alliances: number;
  readonly seed: number;
  /** What generates the register. */
  readonly program?: 'palette-register.mjs' | 'what-if-register.mjs' | 'network-register.mjs';
};

/** A register of this size in a workspace of its own, put in by a process that enters as the command line does. */
export async function fill(
  product: ServedProduct,
  dataFolder: string,
  { workspace, alliances, seed, program = 'palette-register.mjs' }: Filling,
): Promise<void> {
  const made = await fetch(`${product.address}/api/v1/workspaces`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ slug: workspace, name: workspace }),
  });
  if (!made.ok) throw new Error(`the workspace was not made: ${made.status}`);
  const file = path.join(import.meta.dirname, program);
  const { status } = spawnSync(process.execPath, [file, workspace, String(alliances), String(seed)], {
    env: { ...process.env, ENTENTE_DATA: dataFolder, PORT: new URL(product.address).port },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error(`${program} ended with code ${String(status)}`);
}
