// The options that site keepers choose are written into all codes, as is the site's address.
(() => {
  "use strict";
  const form = document.querySelector(".choose");
  const site = form.dataset.site || new URL("..", location.href).href;
  const parts = (name) => document.querySelectorAll(`[data-part=${name}]`);
  const write = (name, text) => {
    for (const part of parts(name)) part.textContent = text;
  };
  const quoted = (value) => value.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
  const defaultWidth = parts("width")[0].textContent;

  const show = () => {
    const chosen = [...new FormData(form)].filter(([, value]) => value);
    const options = {};
    for (const [name, value] of chosen) options[name] = value;
    const queried = chosen.filter(([name]) => name === "theme" || name === "institution");
    const hash = options.start ? "#" + options.start : "";
    write("attributes", chosen.map(([name, value]) => ` data-${name}="${quoted(value)}"`).join(""));
    write("query", queried.map(([name, value]) => `&amp;${name}=${encodeURIComponent(value)}`).join(""));
    write("hash", hash);
    write("width", options.width || defaultWidth);
    for (const link of document.querySelectorAll("[data-guide-link]")) link.href = site + hash;
    // The scripts that preview a code, or measure for it, do so again.
    document.dispatchEvent(new Event("guide:codes"));
  };

  write("site", site);
  write("origin", new URL(site).origin);
  for (const element of document.querySelectorAll(".choose, .choice")) element.hidden = false;
  form.addEventListener("change", show);
  show();
})();
