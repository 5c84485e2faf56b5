import type { ImportMatch } from '@entente/contract/register';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useImportWords } from './import-words.ts';
import classes from './import.module.css';
import { isOfTable, NEW } from './name-choices.ts';
import { type Organisation, OrganisationSearch } from './organisation-search.tsx';

type Props = { readonly match: ImportMatch; readonly onChoose: (choice: string) => void };

/** A name of the table with the organisations it may be, how sure each is and why. */
export function NameMatch({ match, onChoose }: Props) {
  const { t } = useLingui();
  const own = useImportWords();
  const [other, setOther] = useState<Organisation | null>(null);
  const [asking, setAsking] = useState(false);
  const { name, candidates, choice, count, lines } = match;
  const places = lines.slice(0, 8).join(', ');
  // Two organisations of one name are told apart by their short names.
  const isNamedTwice = (said: string | null): boolean =>
    candidates.filter((candidate) => candidate.name === said && !isOfTable(candidate.organisation)).length > 1;
  const isElsewhere =
    choice !== null && choice !== NEW && !candidates.some(({ organisation }) => organisation === choice);
  return (
    <li className={classes.name} data-open={choice === null || undefined}>
      <div>
        <strong>{name}</strong>
        <div className={classes.quiet} title={t`Rows ${places}`}>
          <Plural value={count} one="in # row" other="in # rows" />
        </div>
      </div>
      <div>
        {candidates.length === 0 && !isElsewhere && choice === NEW ? (
          <span className={classes.newName}>
            <Trans>A new organisation</Trans>
          </span>
        ) : (
          <Radio.Group aria-label={t`Which organisation “${name}” is`} value={choice} onChange={onChoose}>
            <Stack gap={6}>
              {candidates.map((candidate) => (
                <Radio
                  key={candidate.organisation}
                  size="xs"
                  value={candidate.organisation}
                  label={
                    <>
                      {isOfTable(candidate.organisation) ? (
                        <Trans>Another spelling of “{candidate.name}”, which is new too</Trans>
                      ) : (
                        <Trans>Same as {candidate.name ?? candidate.slug}</Trans>
                      )}{' '}
                      <span className={classes.quiet}>
                        {own.confidence(candidate.confidence)} · {own.matched(candidate.reason)}
                        {isNamedTwice(candidate.name) && ` · ${candidate.slug}`}
                        {candidate.matched !== null &&
                          candidate.matched !== candidate.name &&
                          ` (${candidate.matched})`}
                      </span>
                    </>
                  }
                />
              ))}
              {isElsewhere && (
                <Radio size="xs" value={choice} label={<Trans>Same as {other?.name ?? t`the one you chose`}</Trans>} />
              )}
              <Radio size="xs" value={NEW} label={<Trans>A new organisation</Trans>} />
            </Stack>
          </Radio.Group>
        )}
        {asking ? (
          <OrganisationSearch
            label={t`The organisation that “${name}” is`}
            onChoose={(organisation) => {
              setOther(organisation);
              setAsking(false);
              onChoose(organisation.id);
            }}
          />
        ) : (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => setAsking(true)}
            aria-label={`${t`Choose another …`}: ${name}`}
          >
            <Trans>Choose another …</Trans>
          </Button>
        )}
      </div>
    </li>
  );
}
