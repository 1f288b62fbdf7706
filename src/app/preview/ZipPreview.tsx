/** The names in a zip, as text. Its files are opened on the device, by whatever opens them there. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { useLateText } from '../i18n/context.ts';
import { fill } from '../i18n/format.ts';
import { inNaturalOrder } from '../model/natural.ts';
import { Name } from '../pieces/Name.tsx';
import { usePages } from '../pieces/usePages.tsx';
import { NotShown } from './NotShown.tsx';
import { zipContents } from './zip-directory.ts';
import type { ZipContents } from './zip-entries.ts';

const PAGE_NAMES = 100;
/** Documents and apps are zips too, and their names mean nothing to people. */
const NO_ARCHIVES = ['[Content_Types].xml', 'mimetype', 'AndroidManifest.xml', 'META-INF/MANIFEST.MF'];

export function ZipPreview({ blob }: { blob: Blob }) {
  const { words } = useLateText();
  const said = words.preview;
  const contents = useSignal<ZipContents | 'unreadable' | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    void zipContents(blob)
      .catch(() => undefined)
      .then((found) => {
        if (isCurrent) contents.value = found ?? 'unreadable';
      });
    return () => {
      isCurrent = false;
    };
  }, [blob]);
  const { value } = contents;
  if (value === undefined) return <div class="preview" aria-busy="true" />;
  if (value === 'unreadable') return <NotShown icon="archive">{said.zipUnreadable}</NotShown>;
  if (value.files.some(({ path }) => NO_ARCHIVES.includes(path)))
    return <NotShown icon="file">{words.inbox.cannotShow}</NotShown>;
  if (value.files.length === 0) return <NotShown icon="archive">{said.zipEmpty}</NotShown>;
  return <Names contents={value} />;
}

function Names({ contents: { files, isPart, isLocked } }: { contents: ZipContents }) {
  const { tag, words, format } = useLateText();
  const said = words.preview;
  const sorted = useMemo(() => inNaturalOrder(files, ({ path }) => path, tag), [files, tag]);
  const { shown, more } = usePages(sorted, PAGE_NAMES);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return (
    <div class="preview zip">
      <h3 id="zip-title">{said.zip}</h3>
      <p class="figures">
        {fill(words.inbox.sum, { files: format.count(words.files, files.length), size: format.bytes(bytes) })}
      </p>
      {isLocked && <p>{said.zipLocked}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard (WCAG 2.1.1) */}
      <section class="letters" aria-labelledby="zip-title" tabIndex={0}>
        <ul class="rows zip-names" aria-labelledby="zip-title">
          {shown.map(({ path, size }, index) => (
            // Names may be there twice.
            <li key={index} class="row">
              <span class="group-text">
                <Name of={path} />
              </span>
              <span class="figures">{format.bytes(size)}</span>
            </li>
          ))}
        </ul>
        {more}
      </section>
      {isPart && <p class="hint">{format.count(said.zipPart, files.length)}</p>}
      <p class="hint">{said.zipHelp}</p>
    </div>
  );
}
