// Keeps what a reader looked at in the directory, for when there is no connection. Served from
// `/sw.js` with its version filled in. Only public pages of the directory and what they are drawn
// with; never a desk, never an answer that is for one reader. Leaving quickly empties it.
const VERSION = "{{ version }}";
const NAME = `places-${VERSION}`;
const PAGE = /^\/[\w-]+\/warmtebronnen\//;
const PART = /^\/(static|media\/images)\//;
const NOT_KEPT = /klopt-dit-niet|bedankt|\.pdf$/;
const MOST = 150;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  const forgetOld = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(forgetOld());
});

const isForAll = (answer) =>
  answer.ok && !answer.redirected && !/private|no-store/.test(answer.headers.get("Cache-Control"));

const keep = async (request, answer) => {
  const cache = await caches.open(NAME);
  await cache.put(request, answer);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST)).map((one) => cache.delete(one)));
};

const fromNetwork = async (event) => {
  try {
    const answer = await fetch(event.request);
    if (isForAll(answer)) event.waitUntil(keep(event.request, answer.clone()));
    return answer;
  } catch (fault) {
    const kept = await caches.match(event.request, { ignoreVary: true });
    if (kept) return kept;
    throw fault;
  }
};

// What has its content in its name never changes.
const fromHere = async (event) =>
  (await caches.match(event.request, { ignoreVary: true })) ?? fromNetwork(event);

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  // Where somebody was stays out: an address with a position or a postcode is not kept.
  if (NOT_KEPT.test(pathname) || /[?&](lat|lon|postcode)=[^&]/.test(search)) return;
  if (PAGE.test(pathname)) event.respondWith(fromNetwork(event));
  else if (PART.test(pathname) && /\.[0-9a-f]{12}\./.test(pathname)) event.respondWith(fromHere(event));
  else if (PART.test(pathname)) event.respondWith(fromNetwork(event));
});
