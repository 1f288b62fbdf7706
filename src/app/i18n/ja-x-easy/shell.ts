import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  newVersion: 'アプリが 新[あたら]しく なりました。',
  partMissing:
    '画面[がめん]が 全部[ぜんぶ] 出[で]て いません。もう 一度[いちど] 開[ひら]いて ください。届[とど]いた ファイルが 見[み]えない ことが あります。',
  sharedText: '共有[きょうゆう]した 文[ぶん]',
  sharedHere: 'Hikyaku に 来[き]た もの',
  sharedByPage: 'これは {page} から 来[き]ました。',
  sharedHelp: 'いま、自分[じぶん]で 選[えら]びましたか？「はい」なら、送[おく]ることが できます。',
  sharedUse: 'はい、使[つか]います',
  sharedDrop: 'いいえ、捨[す]てます',
  shareLost: 'スマホに 残[のこ]すことが できませんでした。ここで ファイルを 選[えら]んで ください。',
};
