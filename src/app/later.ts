/** What comes in one chunk after the first screen: none of it is needed before something was received, is to be forgotten, or went wrong. */
export { Forget } from './forget/Forget.tsx';
export { Forgotten } from './forget/Forgotten.tsx';
export { InboxScreen } from './inbox/InboxScreen.tsx';
export { Report } from './report/Report.tsx';
