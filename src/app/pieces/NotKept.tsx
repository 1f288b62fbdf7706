/** Says that who is known or blocked is so only until the page is closed, because the storage has refused. */
import { useText } from '../i18n/context.ts';
import type { LanguageTag } from '../i18n/language.ts';
import type { People } from '../people/people.ts';
import { Icon } from './icons.tsx';

const WORDS: Readonly<Record<LanguageTag, string>> = {
  en: 'This browser could not store everything about people. When you close or reload this page, it is forgotten.',
  ja: 'このブラウザでは、知っている人やブロックした人を保存しきれませんでした。このページを閉じるか再読み込みすると、忘れられます。',
};

export function NotKept({ people }: { people: Pick<People, 'isKept'> }) {
  const { tag } = useText();
  return (
    <div role="status">
      {people.isKept.value || (
        <p class="notice not-kept">
          <Icon name="warning" />
          {WORDS[tag]}
        </p>
      )}
    </div>
  );
}
