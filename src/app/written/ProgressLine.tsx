/** How far something that was said here has come, in words and with a sign; and what helps where it stays. */
import { Fragment } from 'preact';
import type { Progress } from '../../bag/api/views.ts';
import type { Refused } from '../../words/refusal.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import type { WhatHelps } from '../i18n/words/messages.ts';
import { Icon, type IconName } from '../pieces/icons.tsx';
import { Name } from '../pieces/Name.tsx';

const ICONS: Readonly<Record<Progress, IconName>> = {
  sending: 'up',
  kept: 'phone',
  left: 'inbox',
  carried: 'people',
  arrived: 'check',
  undelivered: 'warning',
  refused: 'warning',
};

const HELPS: Readonly<Record<Refused, WhatHelps>> = {
  'not-genuine': 'other',
  malformed: 'other',
  'too-large': 'large',
  'other-kind': 'other',
  'too-deep': 'other',
  'for-nobody': 'other',
  deleted: 'gone',
  removed: 'removed',
  ended: 'gone',
  quota: 'quota',
  full: 'full',
  disk: 'full',
  pace: 'pace',
  unknown: 'other',
};

type Props = {
  at: number;
  progress?: Progress | undefined;
  why?: Refused | undefined;
  /** Names of the files of which it is said, if not of all. */
  of?: readonly string[];
};

/** Nothing for what others have said. */
export function ProgressLine({ progress, why, at, of = [] }: Props) {
  const { words, format } = useLateText();
  const said = words.messages;
  if (progress === undefined) return null;
  const days = format.count(said.days, Math.max(1, Math.floor((Date.now() - at) / 86_400_000)));
  const tone = progress === 'arrived' ? 'sent' : ICONS[progress] === 'warning' ? 'failed' : 'waiting';
  return (
    <>
      <p class="between-state" data-phase={tone}>
        <span class="transfer-icon">
          <Icon name={ICONS[progress]} />
        </span>
        {of.map((name) => (
          <Fragment key={name}>
            <Name of={name} />{' '}
          </Fragment>
        ))}
        <strong class="state-word">{fill(said.progress[progress], { days })}</strong>
      </p>
      {progress === 'refused' && why !== undefined && <p class="between-why">{said.help[HELPS[why]]}</p>}
    </>
  );
}
