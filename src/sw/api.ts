/** What the service worker and the pages say to each other, and the addresses that both know. */

/** Where the system posts what a person shares to the installed app: `share_target` of the web app manifest. */
export const SHARE_PATH = '/share';
/**
 * Query of the page that opens then: `kept` when the shared files wait for it, `lost` when they could not be stored.
 */
export const SHARED_QUERY = 'shared';
/** Query of the shortcut "Choose files" in the web app manifest. */
export const CHOOSE_QUERY = 'choose';
/** Names of the form fields in which the system posts the share, as the manifest gives them. */
export const SHARE_FIELDS = { files: 'files', title: 'title', text: 'text', url: 'url' } as const;

/** The store of what was shared and not yet taken (`keyval`); one record per share. */
export const SHARED_STORE = 'shared';
/** One record of the store; texts that were not shared are empty. */
export type Shared = {
  readonly title: string;
  readonly text: string;
  readonly url: string;
  /** Origin of the page that sent it, where it says so: an app of the system has none. */
  readonly from: string;
  readonly files: readonly File[];
};

/** In the store of settings: tag of the language that was shown last, whose words the worker keeps. */
export const SHOWN_LANGUAGE = 'language';
/** What the worker adds to the words of a language; the rest of the name is its scope, as with workbox. */
export const WORDS_CACHE = 'hikyaku-words';

/** Asks a waiting worker to take over from the running one; the name is workbox-window's. */
export const SKIP_WAITING = 'SKIP_WAITING';

/** A built file: `revision` is `null` where its name changes with its content. */
export type BuiltFile = { readonly url: string; readonly revision: string | null };
