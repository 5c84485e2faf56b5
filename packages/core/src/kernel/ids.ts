import { Outcome, type Problem } from './outcome.ts';

declare const slugBrand: unique symbol;
/** A record's readable name within its kind and workspace: lower-case ASCII letters, digits and single hyphens. */
export type Slug = string & { readonly [slugBrand]: true };

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const Slug = Object.freeze({
  maxLength: 80,
  is: (text: string): text is Slug => text.length <= 80 && SLUG.test(text),
  parse(text: string): Outcome<Slug, Problem> {
    return Slug.is(text)
      ? Outcome.of(text)
      : Outcome.refuse({
          code: 'slug-malformed',
          message: `"${text.slice(0, 80)}" is no slug`,
          fix: 'Use lower-case ASCII letters, digits and single hyphens, at most 80 characters.',
        });
  },
  /**
   * The slug closest to a free name: ASCII letters and digits kept, everything else a hyphen.
   * A name with no ASCII letter or digit (for example a Japanese one) gives `fallback`.
   * @example Slug.from('F.T. Japan', 'x') // => 'f-t-japan'
   */
  from(name: string, fallback: string): Slug {
    const ascii = name
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 72)
      .replace(/-+$/, '');
    return (ascii === '' ? fallback : ascii) as Slug;
  },
});
