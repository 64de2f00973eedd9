// The choices of the page for site keepers: each is written into the codes and shown at work.
(() => {
  "use strict";
  const form = document.querySelector(".choose");
  const preview = document.querySelector(".preview");
  const site = form.dataset.site || new URL("..", location.href).href;
  const write = (part, text) => {
    for (const place of document.querySelectorAll(`[data-part=${part}]`)) place.textContent = text;
  };

  // A frame full of links before the codes, and the guide's program: only for those who want to see it.
  let seen = false;
  const show = () => {
    const wishes = [...new FormData(form)].filter(([, value]) => value);
    const wish = {};
    for (const [name, value] of wishes) wish[name] = value;
    const asked = wishes.filter(([name]) => name === "theme" || name === "institution");
    write("attributes", wishes.map(([name, value]) => ` data-${name}="${value}"`).join(""));
    write("query", asked.map(([name, value]) => `&amp;${name}=${value}`).join(""));
    write("hash", wish.start ? "#" + wish.start : "");
    write("width", wish.width || "100%");
    if (!seen) return;
    const script = document.createElement("script");
    script.src = "../embed.js";
    Object.assign(script.dataset, { guide: "", ...wish });
    preview.textContent = "";
    preview.append(script);
  };

  for (const snippet of document.querySelectorAll(".snippet")) {
    const [button, said] = [snippet.querySelector("button"), snippet.querySelector(".said")];
    let again = false;
    // A live region only now, as an empty one is a stop for those who listen; it has to be there for a while before its
    // text is noticed, and the same text twice would not be.
    const say = (text) => {
      said.setAttribute("role", "status");
      again = !again;
      setTimeout(() => (said.textContent = text + (again ? "" : "\u00a0")), 200);
    };
    button.hidden = false;
    button.addEventListener("click", async () => {
      const code = snippet.querySelector("code");
      try {
        await navigator.clipboard.writeText(code.textContent);
        say(said.dataset.copied);
      } catch (_) {
        getSelection().selectAllChildren(code);
        say(said.dataset.notCopied);
      }
    });
  }
  write("site", site);
  write("origin", new URL(site).origin);
  form.hidden = false;
  form.addEventListener("change", show);
  form.querySelector("button").addEventListener("click", () => {
    seen = true;
    show();
  });
  show();
})();
