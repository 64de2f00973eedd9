// The options of the address, and what a page in a frame does for its host: before the program has loaded, and without it.
// This and the other scripts are written in ES2018: an engine that can't parse a part of a script runs none of it.
const options = new URLSearchParams(location.search);
const root = document.documentElement;
const parsed = new Promise((resolve) => {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", resolve, { once: true });
  else resolve();
});

if (["light", "dark"].includes(options.get("theme"))) root.dataset.theme = options.get("theme");

// The address is only compared with the ids in the document; no text of it is ever shown.
if (options.has("institution")) {
  parsed.then(() => {
    const cards = document.querySelector("template[data-institutions]");
    const all = cards ? [...cards.content.children] : [];
    const chosen = all.find((card) => card.dataset.institution === options.get("institution"));
    if (!chosen) return;
    for (const contact of document.querySelectorAll("[data-contact]")) {
      contact.textContent = "";
      contact.append(chosen.cloneNode(true));
    }
  });
}

if (self !== top || options.has("embed")) {
  root.classList.add("framed");
  // Any host may get it: a height and a step's id say nothing about the person who reads.
  const post = (message) => self !== parent && parent.postMessage(message, "*");

  let postedHeight = 0;
  let scheduled = false;
  // In a frame that is lower than its content a shade at the foot shows that there is more below.
  const updateShade = () => root.classList.toggle("more", root.scrollHeight - innerHeight - scrollY > 24); // px
  const postHeight = () => {
    scheduled = false;
    updateShade();
    // `scrollHeight` is never less than the frame's own height, so the frame could not shrink by it.
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height && height !== postedHeight) post({ type: "guide:height", height: (postedHeight = height) });
  };
  const observeHeight = () => {
    // Engines without the observer measure every half a second; a height that has not changed is not posted again.
    if (!self.ResizeObserver) return setInterval(postHeight, 500);
    const onResize = () => {
      if (!scheduled) requestAnimationFrame(postHeight);
      scheduled = true;
    };
    new ResizeObserver(onResize).observe(root);
  };

  const onStep = () => {
    // Not by `:target`, which the browser may not have set yet when the document has just been parsed.
    const named = document.getElementById(location.hash.slice(1));
    const step = named && named.matches(".step") ? named : document.querySelector(".first");
    if (step) post({ type: "guide:step", step: step.id });
    const apart = document.querySelector(".apart");
    if (apart) apart.href = location.pathname + location.hash;
  };
  parsed.then(() => {
    onStep();
    // At once, as a frame out of sight gets no animation frame, and its host waits for the height.
    postHeight();
    observeHeight();
  });
  // The host sees a frame load also when it shows an error page. A height posted after the load proves that it is the guide.
  addEventListener("load", () => {
    setTimeout(() => {
      postedHeight = 0;
      postHeight();
    }, 99); // ms: by then the host has handled the load
  });
  addEventListener("scroll", updateShade, { passive: true });
  addEventListener("resize", updateShade);
  // Links that leave the page. A call or a letter would navigate this frame, which the host's policy may forbid: Chromium then
  // shows an error in the guide's place. In a hidden frame within it only the guide's own policy counts, and no empty tab is
  // left open as in Firefox and WebKit. But where a website may be the mail program, a letter needs a tab. WebKit downloads
  // from a frame only by a link with `download`.
  let outlet;
  const openOutside = ({ target }) => {
    const link = target.closest("a[href^='tel:'], a[href^='mailto:'], a[href$='.ics']");
    if (!link) return;
    if (link.protocol === "mailto:" && navigator.registerProtocolHandler) {
      link.rel = "noopener";
      link.target = "_blank";
    } else if (link.href.endsWith(".ics")) {
      link.download = "";
    } else {
      link.target = "outlet";
      if (outlet) return;
      outlet = document.createElement("iframe");
      outlet.hidden = true;
      outlet.name = link.target;
      document.body.append(outlet);
    }
  };
  // While capturing, so that no other listener can stop the click first.
  if (self !== top) addEventListener("click", openOutside, true);

  addEventListener("hashchange", () => {
    onStep();
    // Brings the step's top into view if it is not there, as far as the host allows it.
    const header = document.querySelector(".top");
    if (header) header.scrollIntoView({ block: "nearest" });
  });
}
