// Mounts the guide in a school's page: a frame in each element that names the guide's address in `data-guide`. It works wherever
// the script is loaded from, whenever and how often, as optimisers move, copy, join and repeat scripts.
// It reads nothing of the page but these elements and their options, stores nothing and defines no global name.
(() => {
  "use strict";
  const MAX_HEIGHT = 20000; // px: the largest height that a frame or an option may ask for
  const RESERVED_HEIGHT = 640; // px: reserved until the frame posts its height, where the page reserves none itself
  const TIMEOUT_MS = 5000; // from a frame's load to its first message
  const VIEW_TIMEOUT_MS = 20000; // from a frame's coming into view to its first message: not every browser says that a host is down
  const MOUNTED = Symbol.for("guide"); // the same for every copy of this script
  const CELL = "grid-area:1/1;";
  const frames = [];
  let known; // the address of the page's first guide

  const warn = (option, value, example) =>
    console.warn(`GUIDE_IGNORED data-${option}="${value}". GUIDE_INSTEAD data-${option}="${example}"`);
  const isPixels = (value) => value > 0 && value <= MAX_HEIGHT;
  // No rule of a theme overrides an inline style that is important.
  const important = (style) => style.replace(/;/g, "!important;");

  const mount = (container, page, options) => {
    // An option that is not valid counts as none.
    const option = (name, isValid, example) => {
      const value = options[name] || "";
      if (!value || isValid(value)) return value;
      warn(name, value, example);
      return "";
    };
    const theme = option("theme", (value) => /^(light|dark|auto)$/.test(value), "dark");
    const minHeight = +option("height", isPixels, RESERVED_HEIGHT);
    const maxWidth = option("width", isPixels, 480);
    const top = +option("top", isPixels, 80);
    const start = options.start || page.hash.slice(1);
    page.hash = start;

    // A page that was saved from a browser contains the frame of that time, which no script listens to.
    for (const old of container.querySelectorAll("iframe")) old.remove();
    let link = container.querySelector("a");
    if (!link) {
      link = document.createElement("a");
      link.textContent = options.title || "GUIDE_TITLE";
      link.href = page.href;
      link.target = "_blank";
      link.rel = "noopener";
      container.append(link);
    }
    const links = [...container.children]
      .filter(({ localName }) => localName !== "script")
      .map((element) => ({ element, own: element.style.cssText }));

    // An address from the QR code of a printed sheet has the sheet's date.
    page.searchParams.delete("d");
    page.searchParams.set("embed", "");
    if (theme && theme !== "auto") page.searchParams.set("theme", theme);
    if (options.institution) page.searchParams.set("institution", options.institution);
    const frame = document.createElement("iframe");
    frame.title = options.title || link.textContent.trim();
    frame.loading = "lazy";
    frame.referrerPolicy = "no-referrer";
    frame.allow = "clipboard-write" + (navigator.share ? "; web-share" : "");
    frame.src = page.href;

    let height;
    const show = (px, linked) => {
      // Both are in one cell of a grid, the link above the empty frame, so nothing moves when the link is hidden.
      const style = CELL + (linked ? "display:block;place-self:start;z-index:1;background:Canvas;color:LinkText;" : "display:none;");
      for (const { element, own } of links) element.style.cssText = own + ";" + important(style);
      if (px === height) return;
      // Inherited properties are left alone: a closed accordion hides its frame, and a dark page has a dark one.
      frame.style.cssText = important(
        `all:unset;${CELL}display:block;width:100%;height:${px}px;scroll-margin-top:${top}px;` +
          (px ? "" : "visibility:hidden;") +
          (maxWidth && `max-width:${maxWidth}px;`) +
          (theme && `color-scheme:${theme === "auto" ? "light dark" : theme};`),
      );
      // Layouts that depend on heights compute them again.
      if (height !== undefined) dispatchEvent(new Event("resize"));
      height = px;
    };
    let hasHeight, loaded, hasStep, timer;
    // A frame that is refused or lost is replaced by the link alone. But a frame that works without its script may be in use.
    const giveUp = () => (hasHeight || document.activeElement !== frame) && show(0, true);
    const wait = (time) => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, time);
    };
    frames.push({
      page,
      frame,
      giveUp,
      onMessage(data) {
        if (data.type === "guide:height" && typeof data.height === "number" && isPixels(data.height)) {
          hasHeight = true;
          clearTimeout(timer);
          show(Math.max(minHeight, Math.ceil(data.height)), false);
        } else if (data.type === "guide:step") {
          if (hasStep && frame.getBoundingClientRect().top < top) frame.scrollIntoView();
          if (!hasStep && start && data.step !== start) warn("start", start, "GUIDE_STEP");
          hasStep = true;
        }
      },
    });
    // The first height may come before the frame has loaded; after each later load the frame posts it again.
    frame.addEventListener("load", () => {
      if (!hasHeight || loaded) wait(TIMEOUT_MS);
      loaded = true;
    });
    if (self.IntersectionObserver) {
      const observer = new IntersectionObserver(([{ isIntersecting }]) => {
        if (!isIntersecting) return;
        observer.disconnect();
        if (!hasHeight && !loaded) wait(VIEW_TIMEOUT_MS);
      });
      observer.observe(frame);
    }
    // An element higher than a link has a height that the page reserves; from now on the frame reserves it.
    const reserved = container.clientHeight > 199 ? container.clientHeight : RESERVED_HEIGHT;
    container.style.cssText += ";" + important(
      "display:grid;grid-template-columns:minmax(0,1fr);height:auto;min-height:0;width:-moz-available;width:-webkit-fill-available;",
    );
    show(minHeight || reserved, true);
    container.append(frame);
  };

  // The guide's address that the element names.
  const address = (element) => {
    const text = element.dataset.guide;
    try {
      const page = new URL(text);
      if (/^https?:$/.test(page.protocol)) return page;
    } catch (_) {}
    warn("guide", text, "GUIDE_URL");
  };

  const scan = () => {
    const parsing = document.readyState === "loading";
    for (const element of document.querySelectorAll("[data-guide]")) {
      // While an element is being parsed its link may be missing.
      if (element[MOUNTED] || (parsing && !element.nextSibling)) continue;
      if (element.localName === "script") {
        // The code of earlier versions: the guide is mounted beside the script, from the script's folder.
        const within = element.closest("body");
        if (!element.src || (parsing && !within)) continue;
        element[MOUNTED] = true;
        const container = document.createElement("div");
        if (within) element.after(container);
        else document.body.append(container);
        mount(container, new URL(".", element.src), element.dataset);
        continue;
      }
      element[MOUNTED] = true;
      const page = address(element);
      if (!page) continue;
      // A page loaded by HTTPS may not frame one of HTTP.
      if (location.protocol === "https:") page.protocol = "https:";
      const guide = page.origin + page.pathname;
      known = known || guide;
      if (guide === known) mount(element, page, element.dataset);
      else warn("guide", element.dataset.guide, known);
    }
  };

  addEventListener("message", ({ source, origin, data }) => {
    const from = source && frames.find(({ frame }) => frame.contentWindow === source);
    // In a page without an origin the frames have none either.
    if (from && data && (origin === from.page.origin || self.origin === "null")) from.onMessage(data);
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
