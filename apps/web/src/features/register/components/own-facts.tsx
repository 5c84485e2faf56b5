import type { SubjectKind } from '@entente/core/kernel';
import { Fragment, type ReactNode } from 'react';
import { useCustomFields, useCustomWords } from '../../../lib/custom-fields.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { Fact } from './fact.tsx';
import { OwnValue } from './own-value.tsx';

type Props = {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly of: ReactNode;
  readonly custom: Readonly<Record<string, string>>;
};

/** What a workspace's own fields hold of a record, as far as they hold something. */
export function OwnFacts({ kind, id, of, custom }: Props) {
  const words = useCustomWords();
  return useCustomFields(kind)
    .filter(({ key }) => custom[key] !== undefined)
    .map((field) => {
      const value = custom[field.key] ?? '';
      const shown = field.as === 'date' ? <DateText value={value} /> : <OwnValue field={field} value={value} />;
      return (
        <Fragment key={field.key}>
          <dt>{words.label(field)}</dt>
          <dd>
            <Fact
              kind={kind}
              id={id}
              field={`custom.${field.key}`}
              label={words.label(field)}
              of={of}
              value={value}
              shown={shown}
            />
          </dd>
        </Fragment>
      );
    });
}
