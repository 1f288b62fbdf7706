/** The beginning of a file as text. Pages, SVGs and scripts are also shown like this: as their source. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { ENCODINGS, type Encoding } from './text-encoding.ts';

/** How much is shown, in bytes. More would make a phone slow, and nobody reads that much here. */
const SHOWN_BYTES = 64 * 1024;

const LABELS: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  shift_jis: 'Shift_JIS (日本語)',
  'euc-jp': 'EUC-JP (日本語)',
  'iso-2022-jp': 'JIS (日本語)',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB 18030 (中文)',
  big5: 'Big5 (中文)',
  'euc-kr': 'EUC-KR (한국어)',
  'windows-1252': 'Windows-1252',
};

type Props = { head: Uint8Array; totalBytes: number; guess: Encoding };

export function TextPreview({ head, totalBytes, guess }: Props) {
  const { words, format } = useLateText();
  const encoding = useSignal(guess);
  const isPart = totalBytes > SHOWN_BYTES;
  const text = useMemo(
    () => new TextDecoder(encoding.value).decode(head.subarray(0, SHOWN_BYTES), { stream: isPart }),
    [head, encoding.value],
  );
  return (
    <div class="preview">
      <h3 id="letters-title" class="hidden">
        {words.inbox.preview}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard (WCAG 2.1.1) */}
      <section class="letters" aria-labelledby="letters-title" tabIndex={0}>
        <pre dir="auto">{text}</pre>
      </section>
      <div class="preview-foot">
        {isPart && (
          <p class="hint">
            {fill(words.inbox.beginning, { done: format.bytes(SHOWN_BYTES), total: format.bytes(totalBytes) })}
          </p>
        )}
        <label class="encoding">
          <span class="hint">{words.inbox.encoding}</span>
          <select
            value={encoding.value}
            onChange={(event) => {
              const chosen = ENCODINGS.find((known) => known === event.currentTarget.value);
              if (chosen) encoding.value = chosen;
            }}
          >
            {ENCODINGS.map((name) => (
              <option key={name} value={name}>
                {LABELS[name]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
}
