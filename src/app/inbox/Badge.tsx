/** Whether a person has had something handed over: all of it, some, or nothing. */
import { Icon } from '../components/icons.tsx';
import { useText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';

export function Badge({ done, total }: { done: number; total: number }) {
  const { words } = useText();
  if (done >= total)
    return (
      <span class="chip good">
        <Icon name="check" />
        {words.inbox.handedOver}
      </span>
    );
  const values = { done: String(done), total: String(total) };
  return <span class="chip">{done === 0 ? words.inbox.onlyHere : fill(words.inbox.someHandedOver, values)}</span>;
}
