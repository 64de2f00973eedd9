// The steps entered while the program is on its way, so that it knows the whole trail when it comes.
const entered = [location.hash];
const enter = () => entered.push(location.hash);
addEventListener("hashchange", enter);
__wbg_init({ module_or_path: new URL("WASM_NAME", import.meta.url) }).then(
  async () => {
    // The script is `async`: a deferred one would hold up the end of parsing, and with it `:target`. So it may be ahead of the document.
    if (document.readyState === "loading") await new Promise((whole) => addEventListener("DOMContentLoaded", whole, { once: true }));
    removeEventListener("hashchange", enter);
    start(entered.join(" "));
  },
  // Without it the page is a plain document, and a whole one.
  () => {},
);
// A closed message is printed too. Newer engines do it by style; for the others it is opened, and closed again.
if (!CSS.supports("selector(details::details-content)")) {
  const closed = () => document.querySelectorAll("details:not([open])");
  let opened = [];
  addEventListener("beforeprint", () => (opened = [...closed()]).forEach((message) => (message.open = true)));
  addEventListener("afterprint", () => opened.forEach((message) => (message.open = false)));
}
