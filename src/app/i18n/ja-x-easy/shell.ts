import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  partMissing:
    '画面[がめん]が 全部[ぜんぶ] 出[で]て いません。もう 一度[いちど] 開[ひら]いて ください。来[き]た ファイルが 見[み]えない ことが あります。',
  sharedText: '共有[きょうゆう]した 文[ぶん]',
};
