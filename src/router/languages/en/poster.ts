/** English: the poster. */
import type { PosterWords } from '../../poster/words.ts';

export const poster: PosterWords = {
  title: 'Send photos and files to people here',
  steps: [
    'Join this Wi-Fi',
    'Open this page in Safari or Chrome',
    'Choose files, press the person',
    'They press “Accept”',
  ],
  notes: [
    'No Internet here. No app, no account, no charge.',
    'If a small window appears, press “OK” in it and close it.',
  ],
  labels: { network: 'Name', password: 'Password', noPassword: 'no password', address: 'Address' },
  printing: {
    wall: 'for the wall',
    handOut: 'to hand out',
    print: 'Print it with your browser (Ctrl+P).',
    beside: 'Languages beside Japanese (at most three)',
  },
};
