// Loads the app and, at the same time, the worker, and shows how far that is. `data-bytes` of the bar is what all of it weighs.
const bar = document.getElementById("progress");
const total = Number(bar.dataset.bytes) || 1;
let loaded = 0;
const count = (bytes) => {
  loaded += bytes;
  bar.value = Math.min(loaded / total, 1);
};

const createWorker = () => {
  const worker = new Worker(new URL("worker.js", here));
  worker.addEventListener("message", ({ data }) => data.loaded && count(data.loaded));
  return worker;
};

// The sentences stand in the page. What exactly has failed is for whoever is asked for help.
const fail = (id, reason) => {
  const sentence = document.getElementById(id);
  if (!sentence) throw reason;
  document.getElementById("opening").hidden = true;
  document.getElementById("unopened").setAttribute("role", "alert");
  sentence.hidden = false;
  const line = document.getElementById("reason");
  line.textContent = String(reason);
  line.hidden = !reason;
};

// A page in a frame gives its heading the focus when a step is entered. Somebody who types beside it must not lose it to the frame: there
// the focus moves only where the frame has it already.
window.keepFocusOutOf = (frame) => {
  const prototype = frame.HTMLElement.prototype;
  const focus = prototype.focus;
  prototype.focus = function (options) {
    if (frame.document.hasFocus()) focus.call(this, options);
  };
};

// No service worker serves a Blob: without a network a page in one has no program, and in Firefox it never has. So where the editor's own
// worker is in charge, a page gets an address from it. Its name begins with the time, so that what an earlier tab has left can go.
const previewCache = `preview ${new URL("./", here)}`;
const DAY = 24 * 60 * 60 * 1000;
const dropOldPreviews = async () => {
  if (!self.caches || !(await caches.has(previewCache))) return;
  const cache = await caches.open(previewCache);
  const old = (await cache.keys()).filter(({ url }) => !(parseInt(url.split("/").pop()) > Date.now() - DAY));
  await Promise.all(old.map((request) => cache.delete(request)));
};
window.servePreview = async (html) => {
  const worker = navigator.serviceWorker && navigator.serviceWorker.controller;
  if (!worker || worker.scriptURL !== new URL("sw.js", here).href) return undefined;
  const address = new URL(`preview/${Date.now()}-${Math.random().toString(36).slice(2)}`, here).href;
  const cache = await caches.open(previewCache);
  await cache.put(address, new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } }));
  return address;
};
window.dropPreview = async (address) => (await caches.open(previewCache)).delete(address);

const start = async () => {
  // A page from a disk may read no file.
  if (location.protocol === "file:") return fail("from-disk", "");
  if (!self.WebAssembly || !self.TransformStream || !self.Worker) return fail("too-old", "");
  let first = createWorker();
  const response = await fetch(new URL("app.wasm", here));
  if (!response.ok) throw new Error(`app.wasm: ${response.status}`);
  const counted = new TransformStream({
    transform(chunk, controller) {
      count(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
  const body = response.body.pipeThrough(counted);
  await instantiate(new Response(body, { headers: { "Content-Type": "application/wasm" } }));
  wasm_bindgen.start(() => {
    const worker = first || createWorker();
    first = null;
    return worker;
  });
};

if (navigator.serviceWorker && location.protocol !== "file:") {
  // Once opened, the editor works without a network. Without a worker of this kind it works too, with one.
  navigator.serviceWorker.register(new URL("sw.js", here)).catch(() => {});
}
dropOldPreviews().catch(() => {});
start().catch((why) => fail("not-loaded", why));
