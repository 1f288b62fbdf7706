import type { GroupWords } from '../words/group.ts';

export const group: GroupWords = {
  title: 'Groups',
  list: 'Groups',
  hidden: 'Only people of your groups see you.',
  none: 'No group yet',
  noneHelp:
    'In a group you find your people among many. They stand first in the list, and you can be there for them alone.',
  full: 'You are in as many groups as there can be. To join another one, leave one first.',

  make: 'Make a group',
  makeHelp: 'Then show its code to those who belong to it.',
  join: 'Join with a code',
  joinHelp: 'Somebody in the group can show it to you.',
  name: 'Name of the group',
  nameHint: 'Only you see this name. Without one, the code stands in its place.',
  someName: 'My group',
  code: 'Code of the group',
  codeHint: 'Twelve letters and digits. Capital or small, with or without hyphens: all is right.',
  making: 'Making the group…',
  joining: 'Joining…',
  invited: 'Join the group with the code {code}?',
  invitedHelp: 'Then people of this group see that you belong to it. Join only if you know who gave you the link.',
  joinYes: 'Join',
  notNow: 'Not now',
  problem: {
    noCode: 'This is no code of a group. It has twelve letters and digits: please look again.',
    already: 'You are in this group already.',
    full: 'You are in as many groups as there can be. Leave one first.',
    missing: 'A part of the app is missing. Stay near the router, and try again.',
  },

  sameMark: 'Everybody in this group sees this picture and number. If others see another one, a code was typed wrong.',
  show: 'Show the code',
  showing: 'Code of {name}',
  showHelp: 'Others take a photo of this with their phone’s camera, or type the code under “Join with a code”.',
  showWarning: 'Whoever has the code is in the group, for good. Show it only to people who belong to it.',
  picture: 'QR code for the code {code}',
  hide: 'Hide the code',
  rename: 'Rename',
  leave: 'Leave',
  leaveAsk: 'Leave {name}? To come back you need its code.',
  leaveHiddenAsk:
    'Leave {name}? It is your last group: then everybody can see you again. To come back you need its code.',
  no: 'Back',

  visible: 'Who can see me',
  everybody: 'Everybody',
  onlyGroups: 'Only people of my groups',
  visibleHelp:
    'If you choose your groups, all others do not find you in their list, and cannot send you anything. Only those to whom you send something see you from then on. The router itself always knows that you are here.',
};
