/** Tells if a person can choose a folder here. Phones had `webkitdirectory` long before it worked. */

type FolderBrowser = {
  readonly userAgent: string;
  /** `HTMLInputElement.prototype.webkitdirectory` exists. */
  readonly hasProperty: boolean;
  /** `navigator.standalone` exists: WebKit on an iPhone or iPad, whatever its name. */
  readonly isApple: boolean;
  /** `Iterator` exists: a mark of Safari 18.4, which can choose folders. */
  readonly hasIterator: boolean;
};

/** Chrome on Android chooses folders since 132; Firefox there does not (MDN browser-compat-data). */
export function canPickFolders(browser: FolderBrowser = thisBrowser()): boolean {
  const { userAgent, hasProperty, isApple, hasIterator } = browser;
  if (!hasProperty || (isApple && !hasIterator)) return false;
  if (!/Android/.test(userAgent)) return true;
  return Number(/Chrome\/(\d+)/.exec(userAgent)?.[1] ?? 0) >= 132;
}

function thisBrowser(): FolderBrowser {
  return {
    userAgent: navigator.userAgent,
    hasProperty: 'webkitdirectory' in HTMLInputElement.prototype,
    isApple: 'standalone' in navigator,
    hasIterator: 'Iterator' in globalThis,
  };
}
