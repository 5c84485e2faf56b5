export { paperRoutes, type PapersQuery, papersQuery } from './paper-routes.ts';
export {
  PAPER_KINDS,
  type PaperAnswer,
  type PaperContent,
  type PaperKind,
  type PaperOf,
  type PaperReading,
  type PapersAnswer,
  type PaperWithVersionsAnswer,
} from './papers.ts';
