/** Blocks the other device, after a question. */
import { useSignal } from '@preact/signals';
import { useLateText } from '../i18n/context.ts';
import { BlockQuestion } from '../pieces/BlockQuestion.tsx';
import { useFocusBack } from '../pieces/useFocusBack.ts';

type Props = { name: string; isQuiet?: boolean; disabled?: boolean; onBlock: () => void };

export function Block({ name, isQuiet = false, disabled = false, onBlock }: Props) {
  const words = useLateText().words.makeSure;
  const isAsking = useSignal(false);
  const place = useFocusBack<HTMLDivElement>(isAsking.value);
  const ask = (asks: boolean) => () => {
    isAsking.value = asks;
  };
  if (isAsking.value) return <BlockQuestion name={name} onNo={ask(false)} onYes={onBlock} />;
  return (
    <div ref={place} class={isQuiet ? 'block-quietly' : undefined}>
      <button class={isQuiet ? 'button quiet' : 'button'} type="button" disabled={disabled} onClick={ask(true)}>
        {words.block}
      </button>
    </div>
  );
}
