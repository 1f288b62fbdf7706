/**
 * Files that another app shared to this one. A foreign web page can post a form to the same address, and no browser
 * tells a service worker for certain which it was: so they stay apart from files chosen here until the person claims
 * them.
 */

import { chosenOf } from '../arrivals/shared-text.ts';
import type { Share } from '../arrivals/shares.ts';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { groupEntries } from '../model/groups.ts';
import { GroupLabel } from '../pieces/GroupLabel.tsx';

const SHOWN_GROUPS = 5;

type Props = { shares: readonly Share[]; onUse: () => void; onDrop: () => void };

export function SharedHere({ shares, onUse, onDrop }: Props) {
  const { shared, shell } = useLateText().words;
  const files = shares.flatMap(({ items }) => items).map((item) => chosenOf(item, shell.sharedText));
  const pages = [...new Set(shares.map(({ from }) => from))].filter((from) => from !== '');
  const groups = groupEntries(
    files.map(({ path, file }) => ({ path, size: file.size })),
    SHOWN_GROUPS,
  );
  return (
    <section class="tray shared-here" aria-labelledby="shared-title">
      <h2 id="shared-title">{shared.title}</h2>
      {pages.map((page) => (
        <p key={page} class="shared-page">
          {fill(shared.byPage, { page })}
        </p>
      ))}
      <p>{shared.help}</p>
      <ul class="rows">
        {groups.map((group) => (
          <li key={`${group.kind}${group.ranges[0]?.[0]}`} class="row">
            <GroupLabel group={group} />
          </li>
        ))}
      </ul>
      <div class="actions">
        <button class="button primary" type="button" onClick={onUse}>
          {shared.use}
        </button>
        <button class="button" type="button" onClick={onDrop}>
          {shared.drop}
        </button>
      </div>
    </section>
  );
}
