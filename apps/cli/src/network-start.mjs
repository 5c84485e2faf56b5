/** Where a worker for shortest paths begins: it inherits nothing of its starter, so that TypeScript is made readable anew. */
import { register } from 'tsx/esm/api';

register({ tsconfig: false });
await import('./network-worker.ts');
