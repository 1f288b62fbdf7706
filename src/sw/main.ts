/**
 * The service worker: keeps the app so that it opens without the router, with the words of one language, and receives
 * what is shared to it.
 */
import '../old-browsers/fill-in.ts';
import { cleanupOutdatedCaches, getCacheKeyForURL, matchPrecache, precache } from 'workbox-precaching';
import { answerTo } from './answer.ts';
import { type BuiltFile, SKIP_WAITING } from './api.ts';
import { keepShared } from './shared.ts';
import { keepWords, pruneWords, type WordFiles, wordsAt } from './words.ts';

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build. */
declare const HIKYAKU_FILES: readonly BuiltFile[];
declare const HIKYAKU_WORDS: WordFiles;

// A new version is fetched whole before it counts as installed, beside the old one, which keeps its files until then.
precache([...HIKYAKU_FILES]);
cleanupOutdatedCaches();
self.addEventListener('install', (event) => event.waitUntil(keepWords(HIKYAKU_WORDS)));

const words: ReadonlySet<string> = new Set(Object.values(HIKYAKU_WORDS).flat());
const isBuilt = (path: string): boolean => getCacheKeyForURL(path) !== undefined;

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const asked = { method: request.method, url: request.url, isNavigation: request.mode === 'navigate' };
  const answer = answerTo(asked, self.location.origin, { isBuilt, holdsWords: (path) => words.has(path) });
  if (answer === 'network') return;
  if (answer === 'shared') event.respondWith(keepShared(request));
  else event.respondWith('words' in answer ? wordsAt(answer.words) : kept(answer.file));
});

/** Browsers may throw away single files of a cache; then the router has to help. */
async function kept(path: string): Promise<Response> {
  return (await matchPrecache(path)) ?? fetch(path);
}

// Only when a page asks: by then its person has agreed, and nothing is running that would be cut off.
self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if (data?.type === SKIP_WAITING) void self.skipWaiting();
});

// So that the page which fetched this first version also finds its later parts here.
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
  event.waitUntil(pruneWords(words));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(showApp());
});

async function showApp(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pages.find(({ url }) => new URL(url).pathname === '/');
  await (page === undefined ? self.clients.openWindow('/') : page.focus());
}
