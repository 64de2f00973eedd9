// The steps entered while the program is on its way, so that it knows the whole trail when it comes.
const entered = [location.hash];
const enter = () => entered.push(location.hash);
addEventListener("hashchange", enter);

// The site's own files, none that was changed or cut on its way. The same mode as the page's preload link has, so that
// the file is asked for once.
const fetched = (url, integrity) => fetch(url, { mode: "no-cors", credentials: "include", integrity });
// A page of no origin (a sandboxed frame, a file on a disk) may read no file, but may run it: the same bytes as a script.
const carried = (url) =>
  new Promise((bring, fail) => {
    const carrier = document.createElement("script");
    carrier.addEventListener("bytes", ({ detail }) => {
      bring(new Response(Uint8Array.from(detail, (byte) => byte.charCodeAt(0))));
      carrier.remove();
    });
    carrier.onerror = fail;
    carrier.src = url + ".js";
    document.head.append(carrier);
  });
const bring = self.origin === "null" ? carried : fetched;

const program = bring(new URL("WASM_NAME", here).href, "WASM_INTEGRITY").then((response) =>
  self.origin === "null" ? response.arrayBuffer() : response,
);
const started = wasm_bindgen({ module_or_path: program }).then(
  async () => {
    // The script is `async`: a deferred one would hold up the end of parsing, and with it `:target`. So it may be ahead of the document.
    await parsed;
    removeEventListener("hashchange", enter);
    wasm_bindgen.start(entered.join(" "), bring);
  },
  // Without it the page is a plain document, and a whole one.
  () => {},
);

// The worker that keeps the site for days without a network: all of its files once more, so not where data are dear; and
// never in somebody's frame.
const { saveData, effectiveType } = navigator.connection ?? {};
if (self === top && !saveData && !/2g/.test(effectiveType)) {
  started.then(() => navigator.serviceWorker?.register("sw.js")).catch(() => {});
}

// While printing. Firefox prints a copy of the document that has no target, so the step is named once more; engines that
// know no style for it have closed messages opened.
const styled = CSS.supports("selector(details::details-content)");
let opened = [];
addEventListener("beforeprint", () => {
  document.querySelector(".step:target")?.classList.add("printed");
  if (!styled) opened = [...document.querySelectorAll("details:not([open])")];
  for (const message of opened) message.open = true;
});
addEventListener("afterprint", () => {
  document.querySelector(".printed")?.classList.remove("printed");
  for (const message of opened.splice(0)) message.open = false;
});
