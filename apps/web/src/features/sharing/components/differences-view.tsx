import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '../../../lib/use-words.ts';
import classes from './differences.module.css';
import { isSameValue, type KindDifference, type RowDifference } from './edition-differences.ts';
import { KIND_WORDS } from './kind-words.ts';
import { type RoomFields, roomValueWords } from './room-value.ts';

/** What another edition would show otherwise than the one that stands. */
export function DifferencesView({ differences }: { readonly differences: readonly KindDifference[] }) {
  const { i18n } = useLingui();
  const words = useWords();
  if (differences.length === 0)
    return (
      <p>
        <Trans>Nothing has changed since: the records would show what they show now.</Trans>
      </p>
    );
  return differences.map(({ kind, counts, rows }) => (
    <section key={kind}>
      <h3 className={classes.kind}>{i18n._(KIND_WORDS[kind])}</h3>
      <ul className={classes.rows}>
        {counts !== null && (
          <li>
            <del>{words.count(counts[0])}</del> → <ins>{words.count(counts[1])}</ins>
          </li>
        )}
        {rows.map((row, nth) => (
          <li key={nth} data-state={row.state}>
            <RowView kind={kind} row={row} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function RowView({ kind, row }: { readonly kind: KindDifference['kind']; readonly row: RowDifference }) {
  const { i18n } = useLingui();
  const words = useWords();
  const told = (fields: RoomFields, field: string): string => roomValueWords(kind, field, fields[field], words, i18n);
  if (row.state !== 'changed') {
    const whole = Object.keys(row.fields).map((field) => told(row.fields, field));
    const text = whole.filter((each) => each !== '').join(' · ');
    return row.state === 'added' ? (
      <>
        <span className={classes.mark}>
          <Trans>comes in:</Trans>
        </span>{' '}
        <ins>{text}</ins>
      </>
    ) : (
      <>
        <span className={classes.mark}>
          <Trans>goes out:</Trans>
        </span>{' '}
        <del>{text}</del>
      </>
    );
  }
  const { before, after } = row;
  const parts = Object.keys(after).filter((field) => told(before, field) !== '' || told(after, field) !== '');
  return (
    <>
      <span className={classes.mark}>
        <Trans>changes:</Trans>
      </span>{' '}
      {parts.map((field, nth) => (
        <span key={field}>
          {nth > 0 && ' · '}
          {isSameValue(before[field], after[field]) ? (
            told(after, field)
          ) : (
            <>
              {words.field(field)} <del>{told(before, field) || <Trans>not stated</Trans>}</del> →{' '}
              <ins>{told(after, field) || <Trans>not stated</Trans>}</ins>
            </>
          )}
        </span>
      ))}
    </>
  );
}
