// Puts the guide where this script stands on a school's page. It needs nothing, keeps nothing, leaves no name behind.
(() => {
  "use strict";
  const MOST = 20000; // px: whatever a frame says, no page becomes endless
  const PATIENCE = 5000; // ms from a frame's load to its first word
  const script = document.currentScript || document.querySelector("script[data-guide]:not([data-guide=on])");
  if (!script || script.dataset.guide === "on") return;
  const wish = script.dataset;
  wish.guide = "on";

  const page = new URL(".", script.src);
  const link = document.createElement("a");
  link.textContent = wish.title || "GUIDE_TITLE";
  link.href = page.href + (wish.start ? "#" + wish.start : "");
  link.target = "_blank";
  link.rel = "noopener";
  page.searchParams.set("embed", "");
  if (wish.theme === "light" || wish.theme === "dark") page.searchParams.set("theme", wish.theme);
  if (wish.institution) page.searchParams.set("institution", wish.institution);
  page.hash = wish.start || "";

  const sound = (height) => typeof height === "number" && height > 0 && height <= MOST;
  const least = sound(+wish.height) ? +wish.height : 0;
  const frame = document.createElement("iframe");
  frame.title = link.textContent;
  frame.loading = "lazy";
  frame.referrerPolicy = "no-referrer";
  frame.allow = "clipboard-write" + (navigator.share ? "; web-share" : "");
  const { style } = frame;
  style.cssText = "display:block;width:100%;border:0";
  style.height = (least || 640) + "px";
  if (sound(+wish.width)) style.maxWidth = wish.width + "px";
  if (wish.theme) style.colorScheme = wish.theme === "auto" ? "light dark" : wish.theme;

  let steps = 0;
  addEventListener("message", ({ source, origin, data }) => {
    // A page that itself has no origin gives none to its frames either.
    if (source !== frame.contentWindow || (origin !== page.origin && self.origin !== "null") || !data) return;
    if (data.type === "guide:height" && sound(data.height)) {
      style.height = Math.max(least, Math.ceil(data.height)) + "px";
      clearTimeout(waiting);
      link.remove();
    } else if (data.type === "guide:step" && steps++ && frame.getBoundingClientRect().top < 0) {
      frame.scrollIntoView();
    }
  });

  // Where no frame may be, or none answers, there is a link.
  let waiting;
  const giveUp = () => frame.after(link);
  frame.addEventListener("load", () => {
    if (!steps) waiting = setTimeout(giveUp, PATIENCE);
  });
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    if (effectiveDirective !== "frame-src" || !blockedURI.startsWith(page.origin)) return;
    giveUp();
    frame.remove();
  });

  frame.src = page.href;
  const put = () => (script.closest("body") ? script.after(frame) : document.body.append(frame));
  if (document.body) put();
  else addEventListener("DOMContentLoaded", put, { once: true });
})();
