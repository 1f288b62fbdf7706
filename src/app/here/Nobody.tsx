/** For an empty list of devices: how the other person gets here. */
import { useText } from '../i18n/context.ts';
import { Address } from '../pieces/Address.tsx';

export function Nobody({ address }: { address: string }) {
  const { words } = useText();
  return (
    <div class="nobody">
      <p class="nobody-title">{words.nobody}</p>
      <p>{words.nobodyHelp}</p>
      <Address of={address} />
    </div>
  );
}
