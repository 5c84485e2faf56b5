import { type App, type AppParts, createApp } from './platform/http.ts';
import { rooms } from './rooms.ts';

/** The HTTP side with every room, not yet listening. */
export const buildApp = (parts: AppParts): Promise<App> => createApp(parts, rooms);
