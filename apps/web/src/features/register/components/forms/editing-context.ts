import type { SubjectKind } from '@entente/core/kernel';
import { createContext, useContext } from 'react';
import type { AnyRecord, FormValues } from './form-values.ts';

/** What can be done with the records of a page. */
export type Editing = {
  readonly add: (kind: SubjectKind, given?: FormValues) => void;
  readonly edit: (kind: SubjectKind, record: AnyRecord) => void;
  readonly end: (kind: SubjectKind, record: AnyRecord) => void;
  readonly remove: (kind: SubjectKind, record: AnyRecord) => void;
};

export const EditingContext = createContext<Editing | null>(null);

/** Null where a page only shows. */
export const useEditing = (): Editing | null => useContext(EditingContext);
