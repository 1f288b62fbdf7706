import type { ClosedWords } from '../words/closed.ts';

export const closed: ClosedWords = {
  close: 'Mga kilala ko lang, sa loob ng isang oras',
  help: 'Para kapag paulit-ulit na nagpapadala ang mga hindi mo kilala. Wala silang matatanggap na sagot, na parang nakapatay ang device na ito. Makakaabot pa rin sa iyo ang mga kilala mo, ang mga kagrupo mo, at ang mga nakapalitan mo na ng file.',
  on: '{time} pa. Kusa itong matatapos.',
  title: 'Mga kilala mo lang ang makakaabot sa iyo',
  others: '{time} pa. Walang matatanggap na sagot ang iba, na parang nakapatay ang device na ito.',
  end: 'Tapusin na',
};
