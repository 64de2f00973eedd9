// Keeps the whole site on the phone, so that it opens without a network. `guide build` writes the two constants.
"use strict";
const VERSION = "GUIDE_VERSION";
const FILES = GUIDE_FILES; // path → its integrity, as in SRI
const KIND = `guide ${registration.scope} `; // several guides may share an origin
const CACHE = KIND + VERSION;

// All or nothing: one file that is missing, cut off or of another version, and the worker before this one stays.
addEventListener("install", (event) => {
  const request = ([path, integrity]) => {
    // A hashed name never changes its bytes; what the browser has of it is good.
    const cache = path.startsWith("assets/") ? "default" : "no-cache";
    return new Request(place(path), { integrity, cache });
  };
  const keep = async () => {
    const cache = await caches.open(CACHE);
    try {
      await cache.addAll(Object.entries(FILES).map(request));
    } catch (why) {
      await caches.delete(CACHE);
      throw why;
    }
    await skipWaiting();
  };
  event.waitUntil(keep());
});

// Pages that are open still have the older files, by their hashed names, until nobody can need them.
const tidy = async () => {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.length > 0) return;
  for (const name of await caches.keys()) if (name.startsWith(KIND) && name !== CACHE) await caches.delete(name);
};

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  if (request.mode === "navigate") event.waitUntil(tidy());
  event.respondWith(answer(request));
});

const place = (path) => new URL(path.replace(/(^|\/)index\.html$/, "$1"), registration.scope).href;
const known = new Set(Object.keys(FILES).map(place));

const answer = async (request) => {
  const url = request.url.split(/[?#]/)[0].replace(/\/index\.html$/, "/");
  const kept = known.has(url) && (await (await caches.open(CACHE)).match(url));
  if (kept) return kept;
  // A page opened before this worker came may ask for a file of its own version.
  const older = url.includes("/assets/") && (await caches.match(url));
  if (older) return older;
  try {
    return await fetch(request);
  } catch (why) {
    const missing = request.mode === "navigate" && (await caches.match(place("404.html")));
    if (!missing) throw why;
    return new Response(missing.body, { status: 404, headers: missing.headers });
  }
};
