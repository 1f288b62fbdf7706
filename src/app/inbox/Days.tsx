/** Received transfers, day by day, the newest first. */
import type { TransferKey, TransferView } from '../../transfer/view.ts';
import { useLateText } from '../i18n/context.ts';
import { usePages } from '../pieces/usePages.tsx';
import type { Navigation } from '../place/navigation.ts';
import type { InboxCalls } from './calls.ts';
import { byDay, type Day, near } from './days.ts';
import { GroupRow } from './GroupRow.tsx';
import type { Choice } from './useChoice.ts';

/** Number of rows at first, and added by each press on "more". */
const PAGE_ROWS = 50;

type Props = {
  transfers: readonly TransferView[];
  model: InboxCalls;
  navigation: Navigation;
  choice: Choice<TransferKey>;
};

export function Days({ transfers, ...rest }: Props) {
  const { words } = useLateText();
  const { shown, more } = usePages(transfers, PAGE_ROWS);
  if (transfers.length === 0) return null;
  return (
    <div class="inbox-groups">
      <ul class="inbox-days" aria-label={words.inbox.title}>
        {byDay(shown).map((day) => (
          <OneDay key={day.start} day={day} {...rest} />
        ))}
      </ul>
      {more}
    </div>
  );
}

function OneDay({ day, model, navigation, choice }: Omit<Props, 'transfers'> & { day: Day }) {
  const { words, format } = useLateText();
  const name = near(day, Date.now());
  const id = `day-${day.start}`;
  return (
    <li class="inbox-day">
      <h3 id={id}>{name === undefined ? format.date(day.start) : words.inbox[name]}</h3>
      <ul class="inbox-list" aria-labelledby={id}>
        {day.transfers.map((transfer) => (
          <GroupRow
            key={transfer.key}
            transfer={transfer}
            model={model}
            navigation={navigation}
            tick={
              choice.isOn
                ? { isOn: choice.chosen.has(transfer.key), toggle: () => choice.toggle(transfer.key) }
                : undefined
            }
          />
        ))}
      </ul>
    </li>
  );
}
