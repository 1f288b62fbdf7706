/** The choice of a language, for people who cannot read the present one: behind a globe, each by its own name. */
import { useText } from '../i18n/context.ts';
import type { Speech } from '../language/language.ts';
import { Icon } from '../pieces/icons.tsx';

export function LanguageChoice({ offered, choose }: Pick<Speech, 'offered' | 'choose'>) {
  const { tag, words } = useText();
  return (
    <label class="language">
      <Icon name="globe" />
      <span class="hidden">{words.language}</span>
      {/* A select is as wide as its longest entry: this shows the present one, and the select lies over it. */}
      <span class="language-now" aria-hidden="true">
        {offered.find((language) => language.tag === tag)?.name}
      </span>
      <select value={tag} onChange={(event) => choose(event.currentTarget.value)}>
        {offered.map((language) => (
          <option key={language.tag} value={language.tag} lang={language.tag}>
            {language.name}
          </option>
        ))}
      </select>
    </label>
  );
}
