/** Top of the page: the product's mark, the station sign in one line, and the choice of language. */
import type { ComponentChildren } from 'preact';
import type { LanguageTag } from '../../languages/languages.ts';
import { useText } from '../i18n/context.ts';
import { DICTIONARIES } from '../language/dictionaries.ts';
import type { Connection } from '../model/model.ts';
import { Icon, Mark } from '../pieces/icons.tsx';

type Props = {
  onLanguage: (tag: LanguageTag) => void;
  /** Absent where they are at the lower edge. */
  tabs?: ComponentChildren;
  connection?: Connection;
  /** Where the app is connected. */
  children?: ComponentChildren;
};

export function Masthead({ onLanguage, tabs, connection, children }: Props) {
  const { tag, words } = useText();
  return (
    <header class="masthead" data-connection={connection}>
      <h1 class="brand">
        <Mark />
        <span class="brand-name">Hikyaku</span>
      </h1>
      {children}
      {tabs}
      <label class="language">
        <Icon name="globe" />
        <span class="hidden">{words.language}</span>
        <select value={tag} onChange={(event) => onLanguage(event.currentTarget.value as LanguageTag)}>
          {DICTIONARIES.map(({ language }) => (
            <option key={language.tag} value={language.tag} lang={language.tag}>
              {language.name}
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}
