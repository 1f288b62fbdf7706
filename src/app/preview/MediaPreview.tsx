/**
 * A film or a sound in the browser's own player: nothing in it can run or fetch (`media-src blob:` in the policy), and
 * nothing plays before the person presses. What the browser cannot read says so.
 */
import { useSignal } from '@preact/signals';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { shownName } from '../model/shown-name.ts';
import type { MediaType } from './media.ts';
import { NotShown } from './NotShown.tsx';
import { useObjectUrl } from './useObjectUrl.ts';

type Props = { path: string; blob: Blob; type: MediaType };

export function MediaPreview({ path, blob, type }: Props) {
  const said = useLateText().words.preview;
  const heard = useSignal<'unknown' | 'all' | 'only-sound' | 'nothing'>('unknown');
  const url = useObjectUrl(blob, type, 0);
  const isFilm = type.startsWith('video/');
  if (heard.value === 'nothing')
    return <NotShown icon={isFilm ? 'film' : 'sound'}>{isFilm ? said.videoNot : said.soundNot}</NotShown>;
  const player = {
    src: url,
    controls: true,
    preload: 'metadata',
    disableRemotePlayback: true, // no television of somebody else
    'aria-label': fill(isFilm ? said.video : said.sound, { name: shownName(path) }),
    onError: () => {
      heard.value = 'nothing';
    },
  } as const;
  return (
    <div class={`preview ${isFilm ? 'film' : 'sound'}`}>
      {url && isFilm && (
        <video
          {...player}
          playsInline
          onLoadedMetadata={({ currentTarget: { videoWidth } }) => {
            // Chromium plays a film of which it can read no picture, without a word.
            heard.value = videoWidth === 0 ? 'only-sound' : 'all';
          }}
        />
      )}
      {url && !isFilm && <audio {...player} />}
      {heard.value === 'only-sound' && (
        <p class="hint" role="status">
          {said.onlySound}
        </p>
      )}
    </div>
  );
}
