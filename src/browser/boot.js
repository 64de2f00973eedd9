// The steps entered while the program is on its way, so that it knows the whole trail when it comes.
const entered = [location.hash];
const enter = () => entered.push(location.hash);
addEventListener("hashchange", enter);
__wbg_init({ module_or_path: new URL("WASM_NAME", import.meta.url) }).then(
  () => {
    removeEventListener("hashchange", enter);
    start(entered.join(" "));
  },
  // Without it the page is a plain document, and a whole one.
  () => {},
);
