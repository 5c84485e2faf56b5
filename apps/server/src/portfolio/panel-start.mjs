/** Where a worker for panels begins: it inherits nothing of its starter, so that TypeScript is made readable anew. */
import { register } from 'tsx/esm/api';

register({ tsconfig: false });
await import('./panel-worker.ts');
