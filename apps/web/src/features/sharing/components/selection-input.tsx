import { SHAREABLE_FIELDS, SHAREABLE_KINDS, type ShareableKind } from '@entente/core/accounts';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Group, SegmentedControl } from '@mantine/core';
import { useWords } from '../../../lib/use-words.ts';
import classes from './compose.module.css';
import { KIND_WORDS } from './kind-words.ts';
import { type Extent, extentOf, type Selection, withExtent } from './selection.ts';

type Props = {
  readonly value: Selection;
  readonly onChange: (selection: Selection) => void;
  /** How many records of each kind may be published now; null until that is known. */
  readonly counts: ReadonlyMap<ShareableKind, number> | null;
};

/** Kind by kind: nothing, how many there are, or which fields. */
export function SelectionInput({ value, onChange, counts }: Props) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>
        <Trans>What is shown</Trans>
      </legend>
      {SHAREABLE_KINDS.map((kind) => (
        <KindInput
          key={kind}
          kind={kind}
          extent={extentOf(value, kind)}
          fields={value[kind] ?? []}
          count={counts?.get(kind) ?? null}
          onExtent={(extent) => onChange(withExtent(value, kind, extent))}
          onFields={(fields) => onChange({ ...value, [kind]: fields })}
        />
      ))}
    </fieldset>
  );
}

type KindProps = {
  readonly kind: ShareableKind;
  readonly extent: Extent;
  readonly fields: readonly string[];
  readonly count: number | null;
  readonly onExtent: (extent: Extent) => void;
  readonly onFields: (fields: readonly string[]) => void;
};

function KindInput({ kind, extent, fields, count, onExtent, onFields }: KindProps) {
  const { t, i18n } = useLingui();
  const words = useWords();
  const name = i18n._(KIND_WORDS[kind]);
  const extents = [
    { value: 'nothing', label: t`Nothing` },
    ...(kind === 'alliance' ? [] : [{ value: 'count', label: t`How many` }]),
    { value: 'fields', label: t`Fields` },
  ];
  return (
    <div className={classes.kind} role="group" aria-label={name}>
      <div className={classes.kindHead}>
        <span>
          {name}
          {kind !== 'alliance' && count !== null && (
            <span className={classes.quiet}>
              {' '}
              <Plural value={count} one="# record" other="# records" />
            </span>
          )}
        </span>
        <SegmentedControl
          size="xs"
          aria-label={t`How much is shown: ${name}`}
          data={extents}
          value={extent}
          onChange={(chosen) => onExtent(chosen as Extent)}
        />
      </div>
      {extent === 'fields' && (
        <Checkbox.Group value={[...fields]} onChange={onFields} aria-label={t`Fields that are shown: ${name}`}>
          <Group gap="0.25rem 1rem" mt={6}>
            {SHAREABLE_FIELDS[kind].map((field) => (
              <Checkbox key={field} size="xs" value={field} label={words.field(field)} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
    </div>
  );
}
