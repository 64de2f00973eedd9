// Starts the program. Each step entered is one text of lines: the address's fragment, the answer that led there, and the state
// that the history keeps with it. Those entered before the program has subscribed wait in a queue, so that it gets them all.
const queue = [];
let notify = (navigation) => queue.push(navigation);
let clicked = {};
const onNavigation = (address) => {
  const { hash } = new URL(address);
  const lines = [hash, clicked.hash === hash ? clicked.dataset.choice : ""];
  // The history's state belongs to the present address, which may be a later one already.
  if (address === location.href && typeof history.state === "string") lines.push(history.state);
  notify(lines.join("\n"));
  clicked = {};
};
onNavigation(location.href);
addEventListener("hashchange", ({ newURL }) => onNavigation(newURL));
addEventListener("click", ({ target }) => (clicked = target.closest("a[data-choice]") || {}));
const subscribe = (listener) => {
  for (const navigation of queue) listener(navigation);
  notify = listener;
};

// A page without an origin (in a sandboxed frame, or a file on a disk) may not read a file, but may run it: the same bytes
// come as a script.
const opaque = self.origin === "null";
const loadViaScript = (url) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.addEventListener("bytes", ({ detail }) => {
      resolve(new Response(Uint8Array.from(detail, (byte) => byte.charCodeAt(0))));
      script.remove();
    });
    // A script that has loaded without handing over its bytes is truncated or corrupt; rejecting after `bytes` does nothing.
    script.onload = script.onerror = reject;
    script.src = url + ".js";
    document.head.append(script);
  });
// One of the site's own files, as a response; rejects if its bytes are not those of its integrity.
const loadFile = opaque ? loadViaScript : (url, integrity) => fetch(url, { integrity });
const loadBytes = async (url, integrity) => (await loadFile(url, integrity)).arrayBuffer();

const run = async () => {
  // The page may have requested it already (`early_fetch.js`).
  const response = await (self.guideProgram || loadFile(new URL("WASM_NAME", here).href, "WASM_INTEGRITY"));
  await instantiate(response);
  // This script is `async`, as a deferred one would hold up the end of parsing and with it `:target`. So the program may be
  // here before the whole document is.
  await parsed;
  // A new task, so that compiling the program and starting it do not make one long task.
  await new Promise((next) => setTimeout(next));
  wasm_bindgen.start(subscribe, loadBytes, announce, shareOrCopy);
};
// Without the program the page still works, as a plain document.
const stayPlain = () => {};

const { saveData, effectiveType } = navigator.connection || {};
const dataSaver = saveData || /2g/.test(effectiveType);
if (!dataSaver) {
  // The worker requests all files of the site once more, so it waits until the program has loaded, or has failed to.
  run().catch(stayPlain).then(checkForUpdates).catch(stayPlain);
} else {
  // A worker that was registered on another connection may serve an old copy.
  checkForUpdates(true).catch(stayPlain);
  // To save data, the program is loaded only when something that needs it is used. The plain search field is enabled, and
  // what is typed into it meanwhile is handed over to the field that replaces it.
  parsed.then(() => {
    const plain = document.querySelector("[data-island=find] input");
    if (!plain) return;
    plain.disabled = false;
    const handOver = (_, observer) => {
      const live = document.getElementById("find");
      if (!live) return;
      observer.disconnect();
      live.value = plain.value;
      live.focus();
      live.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const observe = () => new MutationObserver(handOver).observe(plain.closest("[data-island]"), { childList: true });
    plain.addEventListener("focus", observe, { once: true });
  });
  const events = ["click", "focusin"];
  const onUse = ({ target }) => {
    if (!target.closest || !target.closest("[data-island=find], details")) return;
    for (const event of events) removeEventListener(event, onUse);
    // What could not be loaded is tried again at the next use.
    run().catch(listen);
  };
  const listen = () => {
    for (const event of events) addEventListener(event, onUse);
  };
  listen();
}
