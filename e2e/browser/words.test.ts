/** What people say to each other and put on the board, between real browsers over the real router. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Phone } from '../drive/phone.ts';
import { Stage, together } from '../drive/stage.ts';
import { goToBoard, goToPerson, goToTalk, inConversation, onBoard, writeMessage, writePost } from '../drive/words.ts';

let stage: Stage;
let aki: Phone;
let haru: Phone;

beforeAll(async () => {
  stage = await Stage.set();
  [aki, haru] = await Promise.all([stage.phone('Aki'), stage.phone('Haru')]);
  await together(aki, haru);
});

afterAll(() => stage.strike());

it('says a line to somebody who is here, and they answer', async () => {
  await goToPerson(aki, 'Haru');
  await writeMessage(aki, 'We are at the east gym');
  expect(await inConversation(aki, 'We are at the east gym', 'Arrived')).toContain('Arrived');
  await goToTalk(haru, 'Aki');
  await inConversation(haru, 'We are at the east gym');
  await writeMessage(haru, 'I am coming <b>now</b>');
  await inConversation(aki, 'I am coming <b>now</b>');
});

it('leaves a line for somebody who is away, who finds it when they are back', async () => {
  await stage.leave(haru);
  await writeMessage(aki, 'The bus goes at four');
  await inConversation(aki, 'The bus goes at four', 'Left with the router');
});

it('puts a post on the board, which others read, and takes it back', async () => {
  haru = await stage.phone('Natsu');
  await goToBoard(aki);
  await writePost(aki, 'Water at ten');
  await goToBoard(haru);
  await onBoard(haru, 'Water at ten');
});
