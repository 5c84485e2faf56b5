import type { RoomContext } from './platform/http.ts';
import { loadBesideCases } from './portfolio/case-library.commands.ts';
import { createDemoOnFirstStart } from './register/demo-start.commands.ts';

/** What a room does between migrating and listening; each finds out by itself whether anything is left to do. */
export type StartStep = (context: Pick<RoomContext, 'databases' | 'configuration'>) => Promise<void>;

/** In order, on every start. The demo workspace of a first start is made here. */
export const startSteps: readonly StartStep[] = [createDemoOnFirstStart(loadBesideCases)];
