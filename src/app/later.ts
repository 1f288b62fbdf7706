/**
 * The chunk that is loaded after the first screen: none of it is needed before something was received, is to be
 * deleted, or went wrong.
 */

export { BoardScreens } from './board/BoardScreens.tsx';
export { Forgotten } from './forget/Forgotten.tsx';
export { GroupsLink } from './group/GroupsLink.tsx';
export { GroupsScreen } from './group/GroupsScreen.tsx';
export { BringScreen } from './here/BringScreen.tsx';
export { HereScreen } from './here/HereScreen.tsx';
export { Nobody } from './here/Nobody.tsx';
export { Search } from './home/Search.tsx';
export { InboxScreen } from './inbox/InboxScreen.tsx';
export { MakeSure } from './make-sure/MakeSure.tsx';
export { KeepPast } from './past/KeepPast.tsx';
export { PeopleScreens } from './person/PeopleScreens.tsx';
export { SendTo } from './person/SendTo.tsx';
export { Report } from './report/Report.tsx';
export { Heard } from './talks/Heard.tsx';
export { NewMessages } from './talks/NewMessages.tsx';
export { Talks } from './talks/Talks.tsx';
export { Trouble } from './trouble/Trouble.tsx';
