/** What the session does for which the first load has no room: answers to the engine, and words. */
import { type StartedWords, startWords as start, type WordsMeans } from './bag/words.ts';
import { tryBlobs } from './engine/try-blobs.ts';
import { makePictures, smallOf } from './offer/small-pictures.ts';
import type { LateAnswers } from './session/late-code.ts';

export const answerLate: LateAnswers = async (asked, tell, waits) =>
  asked.type === 'try-blobs' ? tryBlobs(asked.answer) : makePictures(asked, tell, () => waits(asked.key));

export const startWords = (means: WordsMeans): StartedWords => start(means, smallOf);
