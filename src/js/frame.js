// What the address asks of the page, and what a page in a frame owes its host. Ahead of the program, and without it.
// This and the other scripts are written in the language of 2018: an engine that can't parse a part runs none of it.
const asked = new URLSearchParams(location.search);
const root = document.documentElement;
const parsed = new Promise((whole) => {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", whole, { once: true });
  else whole();
});

if (["light", "dark"].includes(asked.get("theme"))) root.dataset.theme = asked.get("theme");

// Only an id that the document knows counts; nothing of the address itself is ever shown.
if (asked.has("institution")) {
  parsed.then(() => {
    const cards = document.querySelector("template[data-institutions]");
    const known = cards ? [...cards.content.children] : [];
    const own = known.find((card) => card.dataset.institution === asked.get("institution"));
    if (!own) return;
    for (const place of document.querySelectorAll("[data-contact]")) {
      place.textContent = "";
      place.append(own.cloneNode(true));
    }
  });
}

if (self !== top || asked.has("embed")) {
  root.classList.add("framed");
  // To whatever host it is: a height and a step's id tell nothing of the parent who reads.
  const tell = (message) => self !== parent && parent.postMessage(message, "*");

  let told = 0;
  let due = false;
  // A host that gives the frame less than its height has a shade at its foot, as long as there is more below.
  const shade = () => root.classList.toggle("more", root.scrollHeight - innerHeight - scrollY > 24); // px
  const measure = () => {
    due = false;
    shade();
    // The box, not `scrollHeight`: that is never less than the frame, which then could not shrink.
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height && height !== told) tell({ type: "guide:height", height: (told = height) });
  };
  const watch = () => {
    // Engines without an observer are asked again and again; what is the same is not told twice.
    if (!self.ResizeObserver) return setInterval(measure, 500);
    const changed = () => {
      if (!due) requestAnimationFrame(measure);
      due = true;
    };
    new ResizeObserver(changed).observe(root);
  };

  const arrive = () => {
    // By the address itself: the browser may know no target yet when the document has just come.
    const named = document.getElementById(location.hash.slice(1));
    const step = named && named.matches(".step") ? named : document.querySelector(".first");
    if (step) tell({ type: "guide:step", step: step.id });
    const apart = document.querySelector(".apart");
    if (apart) apart.href = location.pathname + location.hash;
  };
  parsed.then(() => {
    arrive();
    // A frame out of sight draws nothing and would say nothing; its host need not wait for that.
    measure();
    watch();
  });
  // Whoever has framed it sees each load, also of an error page in its place: the guide is known by telling its height again.
  addEventListener("load", () => {
    setTimeout(() => {
      told = 0;
      measure();
    }, 99); // ms: by then the host has seen it
  });
  addEventListener("scroll", shade, { passive: true });
  addEventListener("resize", shade);
  // Links that leave the page. A call or a letter would be a navigation of this frame, which the host's policy may forbid:
  // Chromium then shows an error in the guide's place. In a frame within it only the guide's own policy counts, and nothing
  // is left behind, unlike the empty tab of Firefox and WebKit. But where a page may be the mail program, a letter needs
  // a tab. WebKit downloads from a frame only what is said to be a download.
  let outlet;
  const leave = ({ target }) => {
    const link = target.closest && target.closest("a[href^='tel:'], a[href^='mailto:'], a[href$='.ics']");
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
  // In the capturing phase: islands make links later, too, and none keeps its click to itself.
  if (self !== top) addEventListener("click", leave, true);

  addEventListener("hashchange", () => {
    arrive();
    // As far as the host lets it: the step's top comes into view if it is not there.
    const header = document.querySelector(".top");
    if (header) header.scrollIntoView({ block: "nearest" });
  });
}
