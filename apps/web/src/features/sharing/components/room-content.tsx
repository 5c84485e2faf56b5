import type { RoomContent, RoomSection } from '@entente/contract/sharing';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '../../../lib/use-words.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { KIND_WORDS } from './kind-words.ts';
import { useRoomColumns } from './room-columns.ts';
import classes from './room-content.module.css';

type Props = {
  readonly content: Pick<RoomContent, 'sections'>;
  /** The rank of the headings, one below the heading that the parts stand under. */
  readonly heading?: 'h2' | 'h3';
  /** What the parts are linked to by, where a page shows more than one content. */
  readonly name?: string;
};

/** What a room shows, kind by kind: as tables, or as how many there are where that is all. */
export function RoomContentTables({ content, heading = 'h2', name = 'room' }: Props) {
  if (content.sections.length === 0) {
    return (
      <p className={classes.quiet}>
        <Trans>Nothing is recorded of what was chosen.</Trans>
      </p>
    );
  }
  return content.sections.map((section) => (
    <KindPart key={section.kind} section={section} heading={heading} id={`${name}-${section.kind}`} />
  ));
}

type PartProps = { readonly section: RoomSection; readonly heading: 'h2' | 'h3'; readonly id: string };

function KindPart({ section, heading: Heading, id }: PartProps) {
  const { i18n } = useLingui();
  const words = useWords();
  const { kind, count, items } = section;
  const [only] = items;
  return (
    <section id={id} className={classes.part} aria-labelledby={`${id}-heading`}>
      <Heading id={`${id}-heading`} className={classes.heading}>
        {i18n._(KIND_WORDS[kind])}
        {kind !== 'alliance' && count === null && <span className={classes.quiet}> {words.count(items.length)}</span>}
      </Heading>
      {count !== null && <Count count={count} />}
      {count === null && kind === 'alliance' && only !== undefined && <Facts section={section} />}
      {count === null && kind !== 'alliance' && <Rows section={section} />}
    </section>
  );
}

function Count({ count }: { readonly count: number }) {
  const words = useWords();
  const shown = words.count(count);
  return (
    <p className={classes.count}>
      <Plural
        value={count}
        one={`${shown} record; only the number is shared.`}
        other={`${shown} records; only the number is shared.`}
      />
    </p>
  );
}

function Rows({ section }: { readonly section: RoomSection }) {
  const { i18n } = useLingui();
  const columns = useRoomColumns(section);
  return (
    <DataTable
      caption={i18n._(KIND_WORDS[section.kind])}
      columns={columns}
      rows={section.items}
      rowKey={({ id }) => id}
      filtered
    />
  );
}

/** The alliance itself, of which there is one: facts, not a table of one row. */
function Facts({ section }: { readonly section: RoomSection }) {
  const columns = useRoomColumns(section);
  return section.items.map((item) => (
    <dl key={item.id} className={classes.facts}>
      {columns.map(({ id, header, value, cell }) => (
        <div key={id} className={classes.fact}>
          <dt>{header}</dt>
          <dd>{(cell ? cell(item) : value(item)) || <Trans>not stated</Trans>}</dd>
        </div>
      ))}
    </dl>
  ));
}
