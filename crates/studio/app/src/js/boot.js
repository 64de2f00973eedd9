// Loads the app and, at the same time, the worker, and shows how far that is. `data-bytes` of the bar is what all of it weighs.
const bar = document.getElementById("progress");
const total = Number(bar.dataset.bytes) || 1;
let loaded = 0;
const count = (bytes) => {
  loaded += bytes;
  if (bar.isConnected) bar.value = Math.min(loaded / total, 1);
};

const createWorker = () => {
  const worker = new Worker(new URL("worker.js", here));
  worker.addEventListener("message", ({ data }) => data.loaded && count(data.loaded));
  return worker;
};

const fail = (why) => {
  document.getElementById("loading").hidden = true;
  const failed = document.getElementById("failed");
  failed.hidden = false;
  failed.lastElementChild.textContent = String(why);
};

const start = async () => {
  // A page from a disk may read no file: the plain sentence of the page says what to do.
  if (location.protocol === "file:") throw new Error("file:");
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
  await wasm_bindgen({ module_or_path: new Response(body, { headers: { "Content-Type": "application/wasm" } }) });
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
start().catch(fail);
