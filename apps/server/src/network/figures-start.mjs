/** Where a worker for networks begins: it inherits nothing of its starter, so that TypeScript is made readable anew. */
import { register } from 'tsx/esm/api';

register({ tsconfig: false });
await import('./figures-worker.ts');
