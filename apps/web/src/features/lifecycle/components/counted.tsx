import { Plural } from '@lingui/react/macro';

type Props = { readonly count: number };

export const Days = ({ count }: Props) => <Plural value={count} one="# day" other="# days" />;

export const Overdue = ({ count }: Props) => (
  <Plural value={count} one="Gate overdue by # day" other="Gate overdue by # days" />
);

export const CriteriaMissing = ({ count }: Props) => (
  <Plural value={count} one="# exit criterion neither met nor waived" other="# exit criteria neither met nor waived" />
);

export const UnmetBehind = ({ count }: Props) => (
  <Plural value={count} one="# criterion unmet in stages left" other="# criteria unmet in stages left" />
);

export const WaiversLapsed = ({ count }: Props) => (
  <Plural value={count} one="# waiver lapsed" other="# waivers lapsed" />
);

export const TimesBack = ({ count }: Props) => <Plural value={count} one="Gone back once" other="Gone back # times" />;

export const NotRecorded = ({ count }: Props) => (
  <Plural value={count} one="# earlier stage not recorded" other="# earlier stages not recorded" />
);
