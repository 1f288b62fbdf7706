/** Top of the page: the product's mark, the station sign in one line, and the choice of language. */
import type { ComponentChildren } from 'preact';
import type { Speech } from '../language/language.ts';
import type { Connection } from '../model/model.ts';
import { Mark } from '../pieces/icons.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';

type Props = {
  speech: Pick<Speech, 'offered' | 'choose'>;
  /** Absent where they are at the lower edge. */
  tabs?: ComponentChildren;
  connection?: Connection;
  /** Where the app is connected. */
  children?: ComponentChildren;
};

export function Masthead({ speech, tabs, connection, children }: Props) {
  return (
    <header class="masthead" data-connection={connection}>
      <h1 class="brand">
        <Mark />
        <span class="brand-name">Hikyaku</span>
      </h1>
      {children}
      {tabs}
      <LanguageChoice offered={speech.offered} choose={speech.choose} />
    </header>
  );
}
