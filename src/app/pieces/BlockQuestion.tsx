/** Asks before somebody is blocked, and says what that does: the same wherever it can be done. */
import { useText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { LanguageTag } from '../i18n/language.ts';
import { isolated } from '../model/shown-name.ts';
import { Question } from './Question.tsx';

type Words = {
  /** `{name}`. */
  readonly ask: string;
  readonly yes: string;
  readonly no: string;
};

const WORDS: Readonly<Record<LanguageTag, Words>> = {
  en: {
    ask: 'Then nothing of {name} reaches you, and what is under way between you stops. They are not told: to them you seem to be away. You can undo this at any time.',
    yes: 'Block',
    no: 'Back',
  },
  ja: {
    ask: '{name}さんからは何も届かなくなり、今のやり取りは止まります。相手には知らされず、あなたはいないように見えます。いつでも元に戻せます。',
    yes: 'ブロックする',
    no: '戻る',
  },
};

/** `name`: what they are called here. */
export function BlockQuestion({ name, onYes, onNo }: { name: string; onYes: () => void; onNo: () => void }) {
  const { ask, ...answers } = WORDS[useText().tag];
  return <Question text={fill(ask, { name: isolated(name) })} {...answers} onYes={onYes} onNo={onNo} />;
}
