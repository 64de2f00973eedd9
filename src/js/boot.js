// Each step entered: its fragment, the answer that led there, what the history keeps with it. They wait for the program;
// once it listens it gets each as it happens, from the same hands, so that none is lost in between.
const visits = [];
let report = (visit) => visits.push(visit);
let answer = {};
const visit = (address) => {
  const { hash } = new URL(address);
  const lines = [hash, answer.hash === hash ? answer.dataset.choice : ""];
  // The history's state is that of the present address, which may be a later one already.
  if (address === location.href && typeof history.state === "string") lines.push(history.state);
  report(lines.join("\n"));
  answer = {};
};
visit(location.href);
addEventListener("hashchange", ({ newURL }) => visit(newURL));
addEventListener("click", ({ target }) => (answer = (target.closest && target.closest("a[data-choice]")) || {}));
const follow = (listen) => {
  visits.forEach((visit) => listen(visit));
  report = listen;
};

// The site's own files, none that was changed or cut on its way.
const fetched = (url, integrity) => fetch(url, { integrity });
// A page of no origin (a sandboxed frame, a file on a disk) may read no file, but may run it: the same bytes as a script.
const carried = (url) =>
  new Promise((bring, fail) => {
    const carrier = document.createElement("script");
    carrier.addEventListener("bytes", ({ detail }) => {
      bring(new Response(Uint8Array.from(detail, (byte) => byte.charCodeAt(0))));
      carrier.remove();
    });
    // Loaded without having handed anything over, it is cut or garbled.
    carrier.onload = carrier.onerror = fail;
    carrier.src = url + ".js";
    document.head.append(carrier);
  });
const bring = self.origin === "null" ? carried : fetched;
// The bytes of such a file.
const load = async (url, integrity) => {
  const response = await bring(url, integrity);
  if (!response.ok) throw response;
  return response.arrayBuffer();
};

const run = async () => {
  const response = await bring(new URL("WASM_NAME", here).href, "WASM_INTEGRITY");
  await wasm_bindgen({ module_or_path: self.origin === "null" ? response.arrayBuffer() : response });
  // The script is `async`: a deferred one would hold up the end of parsing, and with it `:target`. So it may be ahead of the document.
  await parsed;
  // A task of its own: the program's coming was one.
  await new Promise((next) => setTimeout(next));
  wasm_bindgen.start(follow, load, announce, passOn);
};
// Without it the page is a plain document, and a whole one.
const plain = () => {};

const { saveData, effectiveType } = navigator.connection || {};
const dear = saveData || /2g/.test(effectiveType);
if (!dear) {
  // The worker asks for all files of the site once more: not before the program has come, or has failed to.
  run()
    .catch(plain)
    .then(() => followUpdates())
    .catch(plain);
} else {
  // A copy of better days may be old here, too.
  followUpdates(true).catch(plain);
  // Where data are dear the program comes when something is touched that needs it. Its field is there to be used, and what
  // is typed meanwhile is kept for it.
  parsed.then(() => {
    const field = document.querySelector("[data-island=find] input");
    if (!field) return;
    field.disabled = false;
    const pass = (_, seen) => {
      const live = document.getElementById("find");
      if (!live) return;
      seen.disconnect();
      live.value = field.value;
      live.focus();
      live.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const wait = () => new MutationObserver(pass).observe(field.closest("[data-island]"), { childList: true });
    field.addEventListener("focus", wait, { once: true });
  });
  const need = ({ target }) => {
    if (!target.closest || !target.closest("[data-island=find], details")) return;
    for (const kind of kinds) removeEventListener(kind, need);
    // What could not be loaded is tried again at the next use.
    run().catch(listen);
  };
  const kinds = ["click", "focusin"];
  const listen = () => kinds.forEach((kind) => addEventListener(kind, need));
  listen();
}
