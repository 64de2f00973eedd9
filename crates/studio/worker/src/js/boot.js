// Loads the module and the assets, then handles one request after the other. A message is `{ id, json }`; the answer has the same
// `id`, and `trapped` where the module has stopped: the app then starts another worker.
const load = async (name) => {
  const response = await fetch(new URL(name, here));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  const counted = new TransformStream({
    transform(chunk, controller) {
      postMessage({ loaded: chunk.byteLength });
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(counted), { headers: { "Content-Type": "application/wasm" } });
};

const start = async () => {
  const [wasm, assets] = await Promise.all([load("worker.wasm"), load("assets.bin").then((file) => file.arrayBuffer())]);
  await instantiate(wasm);
  wasm_bindgen.set_assets(new Uint8Array(assets));
};
const started = start();
started.catch((why) => postMessage({ failed: String(why) }));

self.onmessage = async ({ data: { id, json } }) => {
  try {
    await started;
  } catch (why) {
    // The app may not have listened yet when this was told first.
    return postMessage({ failed: String(why) });
  }
  try {
    const progress = (json) => postMessage({ id, json, progress: true });
    const [answer, bytes] = wasm_bindgen.handle(json, progress);
    postMessage({ id, json: answer, bytes }, bytes ? [bytes.buffer] : []);
  } catch (why) {
    postMessage({ id, trapped: true });
  }
};
