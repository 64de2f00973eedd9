// Previews of the codes: each as it is copied, but with the guide of the site that this page belongs to.
(() => {
  "use strict";
  const here = new URL("..", location.href).href;
  const shown = new Map();

  const show = (sample) => {
    const code = sample.querySelector("code").textContent;
    if (shown.get(sample) === code) return;
    shown.set(sample, code);
    const site = document.querySelector("[data-part=site]").textContent;
    // The page's policy allows no style in markup, only by a script.
    let html = code.split(site).join(here).replace(/ style="/g, ' data-style="');
    // A browser that can't share warns of a permission that it does not know.
    if (!navigator.share) html = html.replace("; web-share", "");
    const { body } = new DOMParser().parseFromString(html, "text/html");
    for (const element of body.querySelectorAll("[data-style]")) {
      element.style.cssText = element.dataset.style;
      element.removeAttribute("data-style");
    }
    const preview = sample.querySelector(".preview");
    // If only the height has changed, as it may while the guide is loading, the frame is not loaded again.
    const [frame, changed] = [preview, body].map((parent) => parent.querySelector("iframe"));
    if (frame && changed && frame.getAttribute("src") === changed.getAttribute("src")) {
      frame.style.cssText = changed.style.cssText;
      return;
    }
    preview.textContent = "";
    preview.append(...body.childNodes);
    // A script that `DOMParser` made never runs, so a new one takes its place.
    for (const parsed of preview.querySelectorAll("script")) {
      const script = document.createElement("script");
      script.src = parsed.src;
      parsed.replaceWith(script);
    }
  };

  // A preview loads the guide and adds its links to the page, so it is shown only on request.
  for (const button of document.querySelectorAll(".show")) {
    button.hidden = false;
    button.addEventListener("click", () => show(button.closest(".sample")));
  }
  document.addEventListener("guide:codes", () => {
    for (const sample of [...shown.keys()]) show(sample);
  });
})();
