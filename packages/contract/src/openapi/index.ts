export { openApiDocument } from './document.ts';
export { ROUTES } from './routes.ts';
