// What the address asks of the page, and what a page in a frame owes its host. Ahead of the program, and without it.
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
    const known = document.querySelector("template[data-institutions]")?.content.children ?? [];
    const own = [...known].find((card) => card.dataset.institution === asked.get("institution"));
    if (own) for (const place of document.querySelectorAll("[data-contact]")) place.replaceChildren(own.cloneNode(true));
  });
}

if (self !== top || asked.has("embed")) {
  root.classList.add("framed");
  // To whatever host it is: a height and a step's id tell nothing of the parent who reads.
  const tell = (message) => self !== parent && parent.postMessage(message, "*");

  let told = 0;
  let due = false;
  const measure = () => {
    due = false;
    // The box, not `scrollHeight`: that is never less than the frame, which then could not shrink.
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height && height !== told) tell({ type: "guide:height", height: (told = height) });
  };
  const watch = new ResizeObserver(() => (due ||= Boolean(requestAnimationFrame(measure))));

  const arrive = () => {
    const step = document.querySelector(".step:target")?.id ?? document.querySelector("[data-start]")?.dataset.start;
    if (step) tell({ type: "guide:step", step });
    const apart = document.querySelector(".apart");
    if (apart) apart.href = location.pathname + location.hash;
  };
  parsed.then(() => {
    arrive();
    // A frame out of sight draws nothing and would say nothing; its host need not wait for that.
    measure();
    watch.observe(root);
  });
  addEventListener("hashchange", () => {
    arrive();
    // As far as the host lets it: the step's top comes into view if it is not there.
    document.querySelector(".top")?.scrollIntoView({ block: "nearest" });
  });
}
