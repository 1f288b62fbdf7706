/** Asks before somebody is blocked, and says what that does: the same wherever it can be done. */
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { isolated } from '../model/shown-name.ts';
import { Question } from './Question.tsx';

/** `name`: what they are called here. */
export function BlockQuestion({ name, onYes, onNo }: { name: string; onYes: () => void; onNo: () => void }) {
  const { ask, ...answers } = useLateText().words.blocking;
  return <Question text={fill(ask, { name: isolated(name) })} {...answers} onYes={onYes} onNo={onNo} />;
}
