/** One extra that a person may want: a button, and its reason. */
import type { ComponentProps } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './icons.tsx';

type Props = { icon: ComponentProps<typeof Icon>['name']; label: string; help: string; onPress: () => void };

export function Extra({ icon, label, help, onPress }: Props) {
  const id = useId();
  return (
    <div class="extra">
      <button class="button" type="button" aria-describedby={id} onClick={onPress}>
        <Icon name={icon} />
        {label}
      </button>
      <p class="hint" id={id}>
        {help}
      </p>
    </div>
  );
}
