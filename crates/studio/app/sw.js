// Keeps the editor on the computer, with the content and the programs of its site, so that it works without a network once it was
// opened. Building a site writes the two constants. Its cache has another name than those of the parents' worker, which leaves it alone.
"use strict";
const VERSION = "EDITOR_VERSION";
const FILES = EDITOR_FILES; // path from the site's folder → its integrity, as in SRI
const CACHE_PREFIX = `editor ${registration.scope} `; // several guides may share an origin
const CACHE = CACHE_PREFIX + VERSION;

const SITE = new URL("../", registration.scope).href;
const address = (path) => new URL(path.replace(/(^|\/)index\.html$/, "$1"), SITE).href;
const CONTENT = address("content/");
const known = new Set(Object.keys(FILES).map(address));
// The editor puts the pages that it previews into this cache, each below `preview/` of its own folder. So they have addresses, and load
// their programs from here too: a frame without an address, such as a Blob's, is served by no worker.
const PREVIEWS = `preview ${registration.scope}`;
const PREVIEW = `${registration.scope}preview/`;

// All files or none, from a host that has this very version. A file that is there already is of it.
const fill = async () => {
  const cache = await caches.open(CACHE);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const missing = Object.entries(FILES).filter(([path]) => !there.has(address(path)));
  await cache.addAll(missing.map(([path, integrity]) => new Request(address(path), { integrity, cache: "no-cache" })));
};

const install = async () => {
  const existed = await caches.has(CACHE);
  try {
    await fill();
  } catch (why) {
    if (!existed) await caches.delete(CACHE);
    throw why;
  }
};

// A newer worker waits until the editor is closed everywhere, so that an open editor finds its own files when it makes a site.
addEventListener("install", (event) => event.waitUntil(install()));

const cleanUp = async () => {
  const others = (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
};

addEventListener("activate", (event) => event.waitUntil(cleanUp().then(() => clients.claim())));

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SITE)) return;
  // The browser may have lost what was cached.
  if (request.mode === "navigate") event.waitUntil(fill().catch(() => {}));
  event.respondWith(answer(request));
});

const cached = (url) => caches.match(url, { cacheName: CACHE }).catch(() => {});

const answer = async (request) => {
  const url = request.url.split(/[?#]/)[0].replace(/\/index\.html$/, "/");
  if (url.startsWith(PREVIEW)) return (await caches.match(url, { cacheName: PREVIEWS })) || fetch(request);
  if (!known.has(url)) return fetch(request);
  // The content may have been published anew since this version.
  if (url.startsWith(CONTENT)) return (await newest(request)) || (await cached(url)) || fetch(request);
  return (await cached(url)) || fetch(request);
};

const newest = async (request) => {
  try {
    const response = await fetch(request, { cache: "no-cache" });
    return response.ok && response;
  } catch (why) {
    return undefined;
  }
};
