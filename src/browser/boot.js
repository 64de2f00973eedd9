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
