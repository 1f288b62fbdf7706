/** Posts and letters as a town would write them, signed and sealed as the app does it; the same in every run but for the keys. */
import { createHash } from 'node:crypto';
import { rumorOf, type SignedEvent, signedBy } from '../../../src/protocol/event.ts';
import { type PublicKey, publicKeyOf, type SecretKey } from '../../../src/protocol/keys.ts';
import { sealed } from '../../../src/words/letters/envelope.ts';
import { messageDraft } from '../../../src/words/letters/message.ts';
import { postDraft, TOPICS } from '../../../src/words/post.ts';

const SENTENCES = [
  '給水は10時と16時、体育館の東側です。容器をお持ちください。',
  'Blankets and diapers are needed in room 2-3.',
  '充電できます。発電機は校門の横です。',
  'Bác sĩ khám ở phòng y tế từ 9 giờ đến 12 giờ.',
  'Lost: a grey cat with a red collar, near the west gate.',
  '午後、道路の片付けを手伝える人を探しています。',
  'Procuro minha irmã, estava na estação ontem à tarde.',
];
const PLACES = ['西小学校', '東体育館', '中央公民館'];
const START = 1_764_150_000;

export type Town = {
  readonly people: readonly SecretKey[];
  readonly posts: readonly SignedEvent[];
  readonly letters: readonly SignedEvent[];
};

export const personOf = (index: number): SecretKey =>
  createHash('sha256').update(`town ${index}`).digest('base64url') as SecretKey;

/** Everybody writes as many posts, and as many letters to somebody else. Takes 4 ms for a post, 20 ms for a letter. */
export function town(people: number, postsEach: number, lettersEach: number): Town {
  const secrets = Array.from({ length: people }, (_, index) => personOf(index));
  const times = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
  return {
    people: secrets,
    posts: times(postsEach).flatMap((round) => secrets.map((secret, index) => postOf(secret, round * people + index))),
    letters: times(lettersEach).flatMap((round) =>
      secrets.map((secret, index) =>
        letterOf(secret, publicKeyOf(personOf((index + round + 1) % people)), round * people + index),
      ),
    ),
  };
}

export function postOf(secret: SecretKey, number: number): SignedEvent {
  const draft = postDraft(
    {
      text: textOf(number),
      topic: TOPICS[number % TOPICS.length] ?? 'notice',
      authorName: `受付${number % 40}`,
      place: PLACES[number % PLACES.length] ?? '',
      attachments: [],
      lasts: 259_200,
    },
    START + number,
  );
  return signedBy(secret, draft);
}

function letterOf(secret: SecretKey, to: PublicKey, number: number): SignedEvent {
  const draft = messageDraft({ says: 'text', text: textOf(number) }, to, START + number);
  return sealed(rumorOf(publicKeyOf(secret), draft), secret, to, { now: START + number });
}

/** One to three sentences, and a number, so that none is like another. */
const textOf = (number: number): string =>
  [
    ...Array.from({ length: 1 + (number % 3) }, (_, index) => SENTENCES[(number + index) % SENTENCES.length]),
    `(${number})`,
  ].join('\n');
