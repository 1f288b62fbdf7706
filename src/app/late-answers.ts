/** Answers to the engine for which the first load has no room. */
import { tryBlobs } from './engine/try-blobs.ts';
import { makePictures } from './offer/small-pictures.ts';
import type { LateAnswers } from './session/session.ts';

export const answerLate: LateAnswers = async (asked, tell, waits) =>
  asked.type === 'try-blobs' ? tryBlobs(asked.answer) : makePictures(asked, tell, () => waits(asked.key));
