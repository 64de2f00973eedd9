// The choices of the page for site keepers: each is written into all codes, as is the site's address.
(() => {
  "use strict";
  const form = document.querySelector(".choose");
  const site = form.dataset.site || new URL("..", location.href).href;
  const parts = (name) => document.querySelectorAll(`[data-part=${name}]`);
  const write = (name, text) => {
    for (const place of parts(name)) place.textContent = text;
  };
  const quoted = (value) => value.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
  const usual = parts("width")[0].textContent;

  const show = () => {
    const wishes = [...new FormData(form)].filter(([, value]) => value);
    const wish = {};
    for (const [name, value] of wishes) wish[name] = value;
    const asked = wishes.filter(([name]) => name === "theme" || name === "institution");
    const hash = wish.start ? "#" + wish.start : "";
    write("attributes", wishes.map(([name, value]) => ` data-${name}="${quoted(value)}"`).join(""));
    write("query", asked.map(([name, value]) => `&amp;${name}=${encodeURIComponent(value)}`).join(""));
    write("hash", hash);
    write("width", wish.width || usual);
    for (const link of document.querySelectorAll("[data-guide-link]")) link.href = site + hash;
    // Whoever shows a code at work, or measures for it, does so anew.
    document.dispatchEvent(new Event("guide:codes"));
  };

  write("site", site);
  write("origin", new URL(site).origin);
  for (const element of document.querySelectorAll(".choose, .choice")) element.hidden = false;
  form.addEventListener("change", show);
  show();
})();
