export { problemDocument, type ProblemDocument } from './document.ts';
export { changeHeaders, creationHeaders } from './headers.ts';
export { pageOf, paging } from './paging.ts';
export type { Method, Route } from './route.ts';
export { type RegisterProblemCode, STATUS_OF } from './statuses.ts';
