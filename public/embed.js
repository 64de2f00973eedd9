// Puts the guide into a school's page: a frame into each element that names the guide's address in `data-guide`. Where this
// script lies, when it comes and how often says nothing: optimisers move, copy, join and repeat scripts.
// It reads nothing of the page but these elements and their wishes, keeps nothing, leaves no name behind.
(() => {
  "use strict";
  const MOST = 20000; // px: whatever a frame says, no page becomes endless
  const RESERVED = 640; // px: the place kept until the frame tells its height, where the page keeps none itself
  const PATIENCE = 5000; // ms from a frame's load to its first word
  const LONGEST = 20000; // ms from a frame's coming into view to its first word: not every browser says that a host is down
  const MOUNTED = Symbol.for("guide"); // the same for every copy of this script
  const CELL = "grid-area:1/1;";
  const frames = [];
  let known; // the address of the page's first guide

  const warn = (wish, value, example) =>
    console.warn(`GUIDE_IGNORED data-${wish}="${value}". GUIDE_INSTEAD data-${wish}="${example}"`);
  const pixels = (value) => value > 0 && value <= MOST;
  // No rule of a theme is stronger than what stands inline and is important.
  const important = (style) => style.replace(/;/g, "!important;");

  const mount = (place, page, wishes) => {
    // A wish that makes no sense is as good as none.
    const wish = (name, sound, example) => {
      const value = wishes[name] || "";
      if (!value || sound(value)) return value;
      warn(name, value, example);
      return "";
    };
    const theme = wish("theme", (value) => /^(light|dark|auto)$/.test(value), "dark");
    const least = +wish("height", pixels, RESERVED);
    const most = wish("width", pixels, 480);
    const top = +wish("top", pixels, 80);
    const start = wishes.start || page.hash.slice(1);
    page.hash = start;

    // A page that was saved as it stood carries the frame of then, which nobody listens to.
    for (const old of place.querySelectorAll("iframe")) old.remove();
    let link = place.querySelector("a");
    if (!link) {
      link = document.createElement("a");
      link.textContent = wishes.title || "GUIDE_TITLE";
      link.href = page.href;
      link.target = "_blank";
      link.rel = "noopener";
      place.append(link);
    }
    const links = [...place.children]
      .filter(({ localName }) => localName !== "script")
      .map((element) => ({ element, own: element.style.cssText }));

    page.searchParams.set("embed", "");
    if (theme && theme !== "auto") page.searchParams.set("theme", theme);
    if (wishes.institution) page.searchParams.set("institution", wishes.institution);
    const frame = document.createElement("iframe");
    frame.title = wishes.title || link.textContent.trim();
    frame.loading = "lazy";
    frame.referrerPolicy = "no-referrer";
    frame.allow = "clipboard-write" + (navigator.share ? "; web-share" : "");
    frame.src = page.href;

    let height;
    const show = (px, linked) => {
      // One cell of a grid holds both, the link above the frame's blank: nothing beside them moves when it goes.
      const style = CELL + (linked ? "display:block;place-self:start;z-index:1;background:Canvas;color:LinkText;" : "display:none;");
      for (const { element, own } of links) element.style.cssText = own + ";" + important(style);
      if (px === height) return;
      // What is inherited stays so: a closed accordion hides its frame, a dark page has a dark one.
      frame.style.cssText = important(
        `all:unset;${CELL}display:block;width:100%;height:${px}px;scroll-margin-top:${top}px;` +
          (px ? "" : "visibility:hidden;") +
          (most && `max-width:${most}px;`) +
          (theme && `color-scheme:${theme === "auto" ? "light dark" : theme};`),
      );
      // Layouts that reckon with heights reckon again.
      if (height !== undefined) dispatchEvent(new Event("resize"));
      height = px;
    };
    let told, loaded, arrived, waiting;
    // A frame that is refused or lost leaves the link, and no blank; one that has lost its script only may be in use.
    const giveUp = () => (told || document.activeElement !== frame) && show(0, true);
    const wait = (time) => {
      clearTimeout(waiting);
      waiting = setTimeout(giveUp, time);
    };
    frames.push({
      page,
      frame,
      giveUp,
      hear(data) {
        if (data.type === "guide:height" && typeof data.height === "number" && pixels(data.height)) {
          told = true;
          clearTimeout(waiting);
          show(Math.max(least, Math.ceil(data.height)), false);
        } else if (data.type === "guide:step") {
          if (arrived && frame.getBoundingClientRect().top < top) frame.scrollIntoView();
          if (!arrived && start && data.step !== start) warn("start", start, "GUIDE_STEP");
          arrived = true;
        }
      },
    });
    // The first height may come before the frame has loaded; after a later load the frame tells it once more.
    frame.addEventListener("load", () => {
      if (!told || loaded) wait(PATIENCE);
      loaded = true;
    });
    if (self.IntersectionObserver) {
      const sight = new IntersectionObserver(([{ isIntersecting }]) => {
        if (!isIntersecting) return;
        sight.disconnect();
        if (!told && !loaded) wait(LONGEST);
      });
      sight.observe(frame);
    }
    // Higher than a link is what the page has reserved; from now on the frame keeps that place.
    const reserved = place.clientHeight > 199 ? place.clientHeight : RESERVED;
    place.style.cssText += ";" + important(
      "display:grid;grid-template-columns:minmax(0,1fr);height:auto;min-height:0;width:-moz-available;width:-webkit-fill-available;",
    );
    show(least || reserved, true);
    place.append(frame);
  };

  // The guide's address, as the element names it.
  const address = (element) => {
    const named = element.dataset.guide;
    try {
      const page = new URL(named);
      if (/^https?:$/.test(page.protocol)) return page;
    } catch (_) {}
    warn("guide", named, "GUIDE_URL");
  };

  const scan = () => {
    const parsing = document.readyState === "loading";
    for (const element of document.querySelectorAll("[data-guide]")) {
      // Of an element that is still being parsed the link may be missing yet.
      if (element[MOUNTED] || (parsing && !element.nextSibling)) continue;
      if (element.localName === "script") {
        // The code of earlier years: the script's own place, and its own folder.
        const within = element.closest("body");
        if (!element.src || (parsing && !within)) continue;
        element[MOUNTED] = true;
        const place = document.createElement("div");
        if (within) element.after(place);
        else document.body.append(place);
        mount(place, new URL(".", element.src), element.dataset);
        continue;
      }
      element[MOUNTED] = true;
      const page = address(element);
      if (!page) continue;
      // A page that came encrypted may show no other.
      if (location.protocol === "https:") page.protocol = "https:";
      const guide = page.origin + page.pathname;
      known = known || guide;
      if (guide === known) mount(element, page, element.dataset);
      else warn("guide", element.dataset.guide, known);
    }
  };

  addEventListener("message", ({ source, origin, data }) => {
    const from = source && frames.find(({ frame }) => frame.contentWindow === source);
    // A page that itself has no origin gives none to its frames either.
    if (from && data && (origin === from.page.origin || self.origin === "null")) from.hear(data);
  });
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, disposition }) => {
    if (effectiveDirective !== "frame-src" || disposition === "report") return;
    for (const { page, frame, giveUp } of frames) {
      if (!blockedURI.startsWith(page.origin)) continue;
      giveUp();
      frame.remove();
    }
  });
  scan();
  new MutationObserver(scan).observe(document, { childList: true, subtree: true, attributeFilter: ["data-guide"] });
  document.addEventListener("DOMContentLoaded", scan);
})();
