import type { BoardWords } from '../words/board.ts';

export const board: BoardWords = {
  posts: 'Posts',
  newPost: 'New post',
  post: 'Post',
  publish: 'Put on the board',
  everyone: 'Everyone here, and wherever this is carried, can read this.',
  reply: 'Reply',
  sendReply: 'Send reply',
  replies: { one: '# reply', other: '# replies' },

  topic: 'Topic',
  allTopics: 'All topics',
  topics: { notice: 'Notice', need: 'Need', offer: 'Offer', lost: 'Lost and found', safety: 'Safety' },
  find: 'Search the board',
  noneFits: 'No post fits. Try fewer letters, or another topic.',

  pinned: 'Pinned',
  own: 'You',
  somebody: 'Without a name',
  until: 'until {date}',
  lasts: 'Stays for',

  personal: 'Is this a list of people?',
  personalHelp:
    'Names, numbers and dates of birth on the board are read by everyone, are carried far, and cannot be called back for certain. Leave out what not everybody may know.',
  anyway: 'Put on the board all the same',
  change: 'Change it',

  takeBack: 'Delete post',
  takeBackAsk: 'Delete this post? Routers and other phones delete it too, once they hear of it.',

  empty: 'Nothing is on the board yet',
  emptyHelp: 'Put up what others should know: when there is water, what is needed, what was found.',
  off: 'This router holds no board. What this device has brought along is shown.',
  away: 'No router answers. What this device has is shown.',
  waiting: 'Looking for posts…',
  notWhole: 'More posts are coming.',
  gone: 'This post is not on the board any more.',
};
