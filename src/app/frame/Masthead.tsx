/** Top of the page: the product's mark and the choice of language. */

import { useText } from '../i18n/context.ts';
import { LANGUAGES, type LanguageTag } from '../i18n/language.ts';
import { Icon, Mark } from '../pieces/icons.tsx';

export function Masthead({ onLanguage }: { onLanguage: (tag: LanguageTag) => void }) {
  const { tag, words } = useText();
  return (
    <header class="masthead">
      <h1 class="brand">
        <Mark />
        Hikyaku
      </h1>
      <label class="language">
        <Icon name="globe" />
        <span class="hidden">{words.language}</span>
        <select value={tag} onChange={(event) => onLanguage(event.currentTarget.value as LanguageTag)}>
          {Object.entries(LANGUAGES).map(([key, { name }]) => (
            <option key={key} value={key} lang={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}
