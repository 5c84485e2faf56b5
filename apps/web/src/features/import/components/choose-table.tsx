import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { FailureState } from '../../../ui/states.tsx';
import { useImportWords } from './import-words.ts';
import classes from './import.module.css';
import type { Uploading } from './use-upload.ts';

const ACCEPTED = '.csv,.tsv,.tab,.txt,.xlsx,.xlsm,text/csv,text/tab-separated-values';

type Props = { readonly upload: Uploading };

/** Where a file is dropped or chosen, and how far it has come. */
export function ChooseTable({ upload }: Props) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { state, start, cancel } = upload;
  const take = (files: FileList | null): void => {
    const [file] = files ?? [];
    if (file) start(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (state.kind !== 'sending') take(event.dataTransfer.files);
  };
  if (state.kind === 'sending') return <Sending state={state} onCancel={cancel} />;
  return (
    <>
      <div
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Button onClick={() => input.current?.click()}>
          <Trans>Choose a file</Trans>
        </Button>
        <p className={classes.quiet}>
          <Trans>or drop it here: CSV, TSV or Excel (XLSX), as it is</Trans>
        </p>
        <input
          ref={input}
          type="file"
          hidden
          accept={ACCEPTED}
          aria-label={t`Table to import`}
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {state.kind === 'failed' && <FailureState inline error={state.error} onRetry={state.retry} />}
    </>
  );
}

type SendingProps = {
  readonly state: Extract<Uploading['state'], { kind: 'sending' }>;
  readonly onCancel: () => void;
};

function Sending({ state: { name, progress, reading }, onCancel }: SendingProps) {
  const { t } = useLingui();
  const words = useImportWords();
  const share = progress === null || progress.total === 0 ? 0 : (progress.sent / progress.total) * 100;
  const [sent, total] = [words.bytes(progress?.sent ?? 0), words.bytes(progress?.total ?? 0)];
  const rate = progress?.bytesPerSecond ?? null;
  const speed = rate === null ? '' : words.bytes(rate);
  return (
    <div className={classes.drop}>
      <p className={classes.sendingWords} role="status">
        {reading ? (
          <Trans>Reading {name} …</Trans>
        ) : speed === '' ? (
          <Trans>
            Sending {name}: {sent} of {total}
          </Trans>
        ) : (
          <Trans>
            Sending {name}: {sent} of {total}, {speed} a second
          </Trans>
        )}
      </p>
      <progress className={classes.progress} aria-label={t`Sent`} max={100} {...(reading ? {} : { value: share })} />
      <Group>
        <Button variant="default" size="xs" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
    </div>
  );
}
