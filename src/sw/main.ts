/** The service worker: keeps the whole app so that it opens without the router, and receives what is shared to it. */
import '../old-browsers/fill-in.ts';
import { cleanupOutdatedCaches, getCacheKeyForURL, matchPrecache, precache } from 'workbox-precaching';
import { answerTo } from './answer.ts';
import { type BuiltFile, SKIP_WAITING } from './api.ts';
import { keepShared } from './shared.ts';

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build. */
declare const HIKYAKU_FILES: readonly BuiltFile[];

// A new version is fetched whole before it counts as installed, beside the old one, which keeps its files until then.
precache([...HIKYAKU_FILES]);
cleanupOutdatedCaches();

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const asked = { method: request.method, url: request.url, isNavigation: request.mode === 'navigate' };
  const answer = answerTo(asked, self.location.origin, (path) => getCacheKeyForURL(path) !== undefined);
  if (answer === 'network') return;
  event.respondWith(answer === 'shared' ? keepShared(request) : kept(answer.file));
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
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(showApp());
});

async function showApp(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pages.find(({ url }) => new URL(url).pathname === '/');
  await (page === undefined ? self.clients.openWindow('/') : page.focus());
}
