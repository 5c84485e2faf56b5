export { buildApp } from './platform/http.ts';
