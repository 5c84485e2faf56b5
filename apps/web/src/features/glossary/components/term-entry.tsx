import type { GlossaryTerm } from '@entente/contract/reference';
import { useLingui } from '@lingui/react/macro';
import { otherNames } from '../../../lib/glossary.ts';
import type { Language } from '../../../lib/languages.ts';
import classes from './term-entry.module.css';

type Props = { readonly term: GlossaryTerm; readonly language: Language; readonly named: boolean };

/** One term: its name, its names in the other languages, what it means, and where more of it stands. */
export function TermEntry({ term, language, named }: Props) {
  const { t } = useLingui();
  const { id, names, meanings, readMore } = term;
  return (
    <div id={id} className={classes.entry} data-named={named || undefined}>
      <dt className={classes.names}>
        <a className={classes.name} href={`#${id}`}>
          {names[language]}
        </a>
        {otherNames(term, language).map(([tag, name]) => (
          <span key={tag} lang={tag} className={classes.other}>
            {name}
          </span>
        ))}
      </dt>
      <dd className={classes.meaning}>
        {meanings[language]}
        {readMore.length > 0 && (
          <span className={classes.more}>
            {readMore.map(({ text, href }) =>
              href === null ? (
                <span key={text} lang="en">
                  {text}
                </span>
              ) : (
                <a key={text} href={href} target="_blank" rel="noreferrer">
                  {t`Method card: ${text}`}
                </a>
              ),
            )}
          </span>
        )}
      </dd>
    </div>
  );
}
