import { useLingui } from '@lingui/react/macro';
import { type FormField, isTermSlug } from './form-values.ts';

/** What a field's input says below its name; null where the name says enough. */
export function useFieldHelp(): (field: FormField) => string | null {
  const { t } = useLingui();
  return (field) => {
    switch (field.as) {
      case 'date':
        return field.name === 'from' || field.name === 'start'
          ? t`Left empty, the beginning is unknown.`
          : t`Left empty, the date is unknown.`;
      case 'end':
        return t`Left empty, no end is stated. Write “unknown” if it ended and nobody says when.`;
      case 'share':
        return field.name === 'votingShare'
          ? t`Only where it differs from the share.`
          : t`In percent. Left empty, it is unknown, not zero.`;
      case 'measured':
        return t`With its bound and unit: > 91 %, about 1,200 vehicles.`;
      case 'lines':
        return t`One a line.`;
      case 'details':
        return t`One a line, e.g. method: interview.`;
      case 'slug':
        return isTermSlug(field) ? null : t`For addresses; left empty, it is made from the name.`;
      default:
        return FIELD_HELP_NAMES.includes(field.name) ? helpOf(field.name, t) : null;
    }
  };
}

const FIELD_HELP_NAMES = ['holders', 'holderCount', 'issuer', 'reading'];

type Told = ReturnType<typeof useLingui>['t'];

function helpOf(name: string, t: Told): string {
  if (name === 'holders') return t`In the source's words, instead of a named holder.`;
  if (name === 'holderCount') return t`If the source says how many.`;
  if (name === 'issuer') return t`Left empty, the venture company of the alliance.`;
  return t`In kana, pinyin or romanised.`;
}
