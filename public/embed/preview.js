// Shows the codes at work: each just as it is copied, but from this very site.
(() => {
  "use strict";
  const here = new URL("..", location.href).href;
  const shown = new Map();

  const show = (sample) => {
    const code = sample.querySelector("code").textContent;
    if (shown.get(sample) === code) return;
    shown.set(sample, code);
    const site = document.querySelector("[data-part=site]").textContent;
    // The page's policy takes no style from markup, only from a script.
    let own = code.split(site).join(here).replace(/ style="/g, ' data-style="');
    // A browser that can't share complains of being asked to allow it.
    if (!navigator.share) own = own.replace("; web-share", "");
    const { body } = new DOMParser().parseFromString(own, "text/html");
    for (const element of body.querySelectorAll("[data-style]")) {
      element.style.cssText = element.dataset.style;
      element.removeAttribute("data-style");
    }
    const place = sample.querySelector(".preview");
    // The height may be measured while the guide is coming into its frame, which need not begin anew.
    const [frame, wanted] = [place, body].map((within) => within.querySelector("iframe"));
    if (frame && wanted && frame.getAttribute("src") === wanted.getAttribute("src")) {
      frame.style.cssText = wanted.style.cssText;
      return;
    }
    place.textContent = "";
    place.append(...body.childNodes);
    // What was parsed as a text never runs, nor does what was put into it.
    for (const parsed of place.querySelectorAll("script")) {
      const script = document.createElement("script");
      script.src = parsed.src;
      parsed.replaceWith(script);
    }
  };

  // The guide's program, and a frame full of links: only for those who want to see it.
  for (const button of document.querySelectorAll(".show")) {
    button.hidden = false;
    button.addEventListener("click", () => show(button.closest(".sample")));
  }
  document.addEventListener("guide:codes", () => {
    for (const sample of [...shown.keys()]) show(sample);
  });
})();
