/** Whether a person can choose a folder here. Phones had `webkitdirectory` long before they did anything with it. */

type FolderBrowser = {
  readonly userAgent: string;
  /** `HTMLInputElement.prototype.webkitdirectory` is there. */
  readonly hasProperty: boolean;
  /** `navigator.standalone` is there: WebKit on an iPhone or iPad, whatever it calls itself. */
  readonly isApple: boolean;
  /** A mark of Safari 18.4, which came with folders: `Iterator` is there. */
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
