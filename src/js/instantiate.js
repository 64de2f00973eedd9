// Starts the module of a response, in place of the loader that bindgen writes. A browser compiles while bytes come only where the host names
// their type; otherwise the bytes are read whole first.
const instantiate = async (response) => {
  const imports = wasm_bindgen.imports();
  const streams = WebAssembly.instantiateStreaming && response.headers.get("Content-Type") === "application/wasm";
  const { instance } = streams
    ? await WebAssembly.instantiateStreaming(response, imports)
    : await WebAssembly.instantiate(await response.arrayBuffer(), imports);
  wasm_bindgen.finish(instance);
};
