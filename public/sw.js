// Keeps the whole site on the phone, so that it opens without a network. `guide build` writes the two constants.
"use strict";
const VERSION = "GUIDE_VERSION";
const FILES = GUIDE_FILES; // path → its integrity, as in SRI
const CACHE_PREFIX = `guide ${registration.scope} `; // several guides may share an origin
const CACHE = CACHE_PREFIX + VERSION;

const address = (path) => new URL(path.replace(/(^|\/)index\.html$/, "$1"), registration.scope).href;
const known = new Set(Object.keys(FILES).map(address));
// An entry of each cache that is no file: when its version was last known to be the newest, in ms since 1970. It is written
// when all files are there, so that a cache without it is not whole.
const CONFIRMED = address("?confirmed");

// Fetches what this version's cache lacks: all of it or nothing, and from a host that still has this very version. What the
// browser keeps of a file is asked for anew, as a broken upload may have come with leave to keep it for ever.
const fill = async () => {
  const cache = await caches.open(CACHE);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const missing = Object.entries(FILES).filter(([path]) => !there.has(address(path)));
  await cache.addAll(missing.map(([path, integrity]) => new Request(address(path), { integrity, cache: "no-cache" })));
  return cache;
};

const confirm = async () => (await fill()).put(CONFIRMED, new Response(Date.now()));

const confirmed = async (cacheName) => {
  const time = await caches.match(CONFIRMED, { cacheName });
  return time ? Number(await time.text()) : 0;
};

// Leaves this version and the one that was used last before it: pages of that one may be open and still need its files. What
// is not whole may be on its way, unless nobody but this worker is at work.
const cleanUp = async (alone) => {
  const others = (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE);
  const dated = await Promise.all(others.map(async (name) => ({ name, time: await confirmed(name) })));
  dated.sort((a, b) => a.time - b.time).pop();
  await Promise.all(dated.filter(({ time }) => time || alone).map(({ name }) => caches.delete(name)));
};

// One file that is missing, cut off or of another version, and the worker before this one stays.
const install = async () => {
  const existed = await caches.has(CACHE);
  try {
    await confirm().catch(async (why) => {
      // On a full disk what would go later goes first.
      if (why.name !== "QuotaExceededError") throw why;
      await cleanUp(false);
      await confirm();
    });
  } catch (why) {
    // A cache that was there before may be in use.
    if (!existed) await caches.delete(CACHE);
    throw why;
  }
  await skipWaiting();
};

addEventListener("install", (event) => event.waitUntil(install()));

// The worker before this one has ended. Pages that are open without a worker are served from here on.
addEventListener("activate", (event) => event.waitUntil(cleanUp(true).then(() => clients.claim())));

// A page tells whether the host was asked and has nothing newer, and learns which version is cached and how old it may be.
addEventListener("message", (event) => {
  const { data: newest, source } = event;
  const answer = async () => {
    if (newest) await confirm().catch(() => {});
    source.postMessage({ newest, version: VERSION, confirmed: await confirmed(CACHE) });
  };
  event.waitUntil(answer());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  // The browser may have lost what was cached.
  if (request.mode === "navigate") event.waitUntil(fill().catch(() => {}));
  event.respondWith(answer(request));
});

const cached = (url, options) => caches.match(url, options).catch(() => {});

const answer = async (request) => {
  const url = request.url.split(/[?#]/)[0].replace(/\/index\.html$/, "/");
  const own = known.has(url) && (await cached(url, { cacheName: CACHE }));
  if (own) return own;
  // A page opened before this worker came may ask for a file of its own version.
  const older = url.includes("/assets/") && (await cached(url));
  if (older) return older;
  try {
    return await fetch(request);
  } catch (why) {
    const other = await cached(url);
    if (other) return other;
    const missing = request.mode === "navigate" && (await cached(address("404.html")));
    if (!missing) throw why;
    return new Response(missing.body, { status: 404, headers: missing.headers });
  }
};
