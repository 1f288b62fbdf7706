/**
 * The files that take longest begin first: one that began last would be waited for by itself. A fresh clone has no times
 * of an earlier run to go by, so they stand here.
 */
import { BaseSequencer } from 'vitest/node';

/** In order; each took more than 25 s of a run on two cores, of units more than 15 s. */
export const LONGEST = [
  'src/engine/engine.fuzz.test.ts',
  'src/router/words/faulty-disk.test.ts',
  'e2e/browser/resume.test.ts',
  'e2e/browser/webkit.test.ts',
  'e2e/browser/inbox.test.ts',
  'e2e/browser/transfer.test.ts',
  'e2e/ui/axe.test.ts',
  'e2e/ui/screens.test.ts',
  'e2e/router/turn.test.ts',
  'e2e/browser/words.test.ts',
  'e2e/browser/secure-move.test.ts',
  'e2e/browser/leaving.test.ts',
  'e2e/browser/hostile.test.ts',
  'e2e/browser/store.test.ts',
  'e2e/browser/site-data.test.ts',
  'e2e/browser/reopen.test.ts',
  'e2e/lab/setup-broken-off.test.ts',
  'e2e/ui/ongoing.test.ts',
  'e2e/lab/mesh.test.ts',
  'e2e/browser/attention.test.ts',
  'e2e/browser/offline.test.ts',
  'e2e/lab/matrix.test.ts',
  'e2e/ui/messages.test.ts',
  'e2e/ui/inbox.test.ts',
  'e2e/browser/languages.test.ts',
  'e2e/browser/background.test.ts',
  'e2e/browser/odd-files.test.ts',
  'e2e/ui/every-language.test.ts',
  'e2e/lab/access-point.test.ts',
  'e2e/browser/acquainted.test.ts',
  'e2e/browser/firefox.test.ts',
  'e2e/browser/strangers.test.ts',
  'e2e/lab/paper.test.ts',
  'e2e/router/box-links.test.ts',
  'e2e/router/box-verify.test.ts',
  'e2e/ui/home.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer['sort']>[0]): ReturnType<BaseSequencer['sort']> {
    const rank = ({ moduleId }: (typeof files)[number]) => {
      const at = LONGEST.findIndex((file) => moduleId.endsWith(`/${file}`));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
