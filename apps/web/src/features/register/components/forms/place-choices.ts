const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCodePoint(65 + at));
/** Codes that name no country: groups of them, parts kept apart for posts, and samples. */
const NO_COUNTRIES = ['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ'];

type Choice = { readonly value: string; readonly label: string };

const byLabel =
  (locale: string) =>
  (one: Choice, other: Choice): number =>
    one.label.localeCompare(other.label, locale);

/** Every country by its name in a language; codes that went out of use are those of what took their place. */
export function countryChoices(locale: string): readonly Choice[] {
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
    (code) => !NO_COUNTRIES.includes(code) && new Intl.Locale(`und-${code}`).region === code,
  );
  return codes
    .flatMap((code) => {
      const label = names.of(code);
      return label === undefined ? [] : [{ value: code, label }];
    })
    .sort(byLabel(locale));
}

/** Written forms of languages that names are kept in, beside the plain languages. */
const WRITTEN = ['zh-Hant', 'zh-Hans', 'zh-Latn', 'ja-Latn', 'ko-Latn'];

/** Languages by name, those of the product's readers first. */
export function languageChoices(locale: string, kept: string): readonly Choice[] {
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
  const plain = LETTERS.flatMap((first) => LETTERS.map((second) => (first + second).toLowerCase()));
  const isCurrent = (code: string): boolean => new Intl.Locale(code).language === code.split('-')[0];
  const choices = [...plain, ...WRITTEN].filter(isCurrent).flatMap((code) => {
    const label = names.of(code);
    return label === undefined || label === code ? [] : [{ value: code, label }];
  });
  const first = ['en', 'ja', 'zh-Hant', 'zh-Hans', 'zh'];
  const listed = choices.filter(({ value }) => !first.includes(value)).sort(byLabel(locale));
  const all = [...first.flatMap((code) => choices.find(({ value }) => value === code) ?? []), ...listed];
  const isKnown = kept === '' || all.some(({ value }) => value === kept);
  return isKnown ? all : [{ value: kept, label: kept }, ...all];
}
