/** The sign of a state: an arrow while something may move, up for sent and down for received files. */
import type { Phase, TransferView } from '../../transfer/view.ts';
import { Icon, type IconName } from '../pieces/icons.tsx';

const ICONS = {
  waiting: 'way',
  sending: 'way',
  receiving: 'way',
  paused: 'way',
  sent: 'check',
  saved: 'check',
  declined: 'cross',
  cancelled: 'cross',
  interrupted: 'warning',
  failed: 'warning',
} as const satisfies Readonly<Record<Phase['phase'], IconName | 'way'>>;

export function StateIcon({ phase, direction }: Pick<TransferView, 'phase' | 'direction'>) {
  const name = ICONS[phase];
  const way = direction === 'sending' ? 'up' : 'down';
  return (
    <span class="transfer-icon">
      <Icon name={name === 'way' ? way : name} />
    </span>
  );
}
