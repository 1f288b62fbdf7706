/**
 * A PDF opens in the browser's own viewer, in a separate tab. Scripts in a PDF run there, but in the viewer's own
 * engine, which knows neither this origin nor its storage. In a frame of this page their dialogs would block this page,
 * and a sandboxed frame shows no PDF at all (Chromium 156).
 */

import { useLateText } from '../i18n/context.ts';
import { Icon } from '../pieces/icons.tsx';
import { NotShown } from './NotShown.tsx';
import { useObjectUrl } from './useObjectUrl.ts';

/** How long the tab may take to load the file after this screen was left, in milliseconds. */
const LOADING_MS = 60_000;

export function PdfPreview({ blob }: { blob: Blob }) {
  const { words } = useLateText();
  const url = useObjectUrl(blob, 'application/pdf', LOADING_MS);
  // Home-screen apps on iOS have no tabs to open.
  if (navigator.pdfViewerEnabled !== true || navigator.standalone === true)
    return <NotShown icon="document">{words.inbox.pdfNoViewer}</NotShown>;
  return (
    <NotShown icon="document">
      {url && (
        <a class="button" href={url} target="_blank" rel="noopener noreferrer">
          <Icon name="open" />
          {words.inbox.openPdf}
        </a>
      )}
      <p class="hint">{words.inbox.pdfHelp}</p>
    </NotShown>
  );
}
