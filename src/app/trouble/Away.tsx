/** No router in reach: says what this app is, how to get back, and that nothing is lost. */

import type { LastRouter } from '../device/last-router.ts';
import { useLateText } from '../i18n/context.ts';
import { Name } from '../pieces/Name.tsx';
import { Phrase } from '../pieces/Phrase.tsx';

type Props = { last: LastRouter | undefined; hasTransfers: boolean };

export function Away({ last, hasTransfers }: Props) {
  const { words } = useLateText();
  const { away, about, wifiOn, join, joinAny, comeBack, keptHere } = words.trouble;
  return (
    <section class="away" aria-labelledby="away-title">
      <h2 id="away-title">{away}</h2>
      <p class="hint">{about}</p>
      <ol class="stops">
        <li>{wifiOn}</li>
        <li>
          {last === undefined ? (
            joinAny
          ) : (
            <Phrase text={join}>
              <strong>
                <Name of={last.name} />
              </strong>
            </Phrase>
          )}
        </li>
        <li>{comeBack}</li>
      </ol>
      {hasTransfers && <p class="hint">{keptHere}</p>}
    </section>
  );
}
