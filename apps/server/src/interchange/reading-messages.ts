import type { ImportRowsAnswer } from '@entente/contract/register';
import type { Problem } from '@entente/core/kernel';
import type { FreshRows, Load } from './load-parts.ts';
import type { ReadingRequest } from './reading.ts';
import type { ShownReading } from './reading.presenter.ts';

export type PreviewQuery = { readonly offset: number; readonly limit: number; readonly only?: 'problems' | undefined };

export type ToWorker =
  | { readonly kind: 'read'; readonly request: ReadingRequest & { readonly today: string } }
  | { readonly kind: 'preview'; readonly query: PreviewQuery }
  | { readonly kind: 'rewind' }
  | { readonly kind: 'next' };

export type ToDesk =
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'read';
      readonly shown: ShownReading;
      readonly load: Load | null;
      /** What the worker holds by then, with what it no longer needs. */
      readonly heapMegabytes: number;
    }
  | { readonly kind: 'preview'; readonly page: ImportRowsAnswer }
  | { readonly kind: 'rows'; readonly batch: FreshRows | null }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string };
