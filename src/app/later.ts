/** What comes in one chunk after the first screen: none of it is needed before something was received, or is to be forgotten. */
export { Forget } from './forget/Forget.tsx';
export { Forgotten } from './forget/Forgotten.tsx';
export { InboxScreen } from './inbox/InboxScreen.tsx';
