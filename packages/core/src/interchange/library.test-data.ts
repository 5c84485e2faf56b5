import { readCaseLibrary } from './case-library.ts';

/** One YAML file as a case library. */
export const libraryOf = (text: string, path = 'cases/example/all.yaml') => readCaseLibrary([{ path, text }]);

export const SOURCES = `
sources:
  - { id: "000", kind: article, title: An article, date: "2024-03" }
  - { id: "001", kind: article, title: Another, date: "2016" }
`;
