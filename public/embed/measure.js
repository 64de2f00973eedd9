// The height of a frame that can't follow its content: chosen from the real heights of the steps, which a frame out of sight tells.
(() => {
  "use strict";
  const PHONE = 344; // px: what a page leaves of a phone's 360. Wider frames are that narrow there, and most parents come by phone.
  const TIME = 3000; // ms: a guide of hundreds of steps is not measured to its end
  const TURN = 30; // ms of work, then the page's own turn
  const MOST = 2000; // px: one endless step makes no endless frame
  const sample = document.querySelector("#frame");
  const [way, told] = [sample.closest("details"), sample.querySelector(".measured")];
  const part = (name) => sample.querySelector(`[data-part=${name}]`);
  const frame = document.createElement("iframe");
  for (const [name, value] of [["aria-hidden", "true"], ["inert", ""], ["tabindex", "-1"]]) frame.setAttribute(name, value);
  let measured = ""; // the choices that were measured last, or are being

  // The guide in the frame, once it is there: with this query, for an institution's card is a part of its steps.
  const load = (query) =>
    new Promise((loaded) => {
      const address = new URL("../?embed" + query, location.href).href;
      if (frame.isConnected && frame.contentWindow.location.href.split("#")[0] === address) return loaded();
      frame.addEventListener("load", loaded, { once: true });
      if (frame.isConnected) return frame.contentWindow.location.replace(address);
      frame.src = address;
      document.body.append(frame);
    });

  // The heights of the steps in px, the first step's first, and where its answers end. Null if other choices have come since.
  const walk = async (choices) => {
    const { contentWindow, contentDocument } = frame;
    const address = contentWindow.location.href.split("#")[0];
    const root = contentDocument.documentElement;
    const first = contentDocument.querySelector(".first");
    const steps = [first, ...contentDocument.querySelectorAll(".step:not(.first)")];
    const lower = (element) => element.getBoundingClientRect().bottom - root.getBoundingClientRect().top;
    const heights = [];
    let answers = 0;
    // A step takes the focus when it is shown, which is the reader's here.
    for (const step of steps) step.removeAttribute("tabindex");
    let turn = performance.now();
    const end = turn + TIME;
    for (const step of steps) {
      // In the place of the entry before: the way back leads out of this page as it did.
      contentWindow.location.replace(address + "#" + step.id);
      heights.push(Math.ceil(root.getBoundingClientRect().height));
      if (step === first) answers = Math.ceil(Math.max(...[...step.querySelectorAll(".choices")].map(lower)));
      const now = performance.now();
      if (now > end) break;
      if (now < turn + TURN) continue;
      await new Promise((done) => setTimeout(done));
      if (measured !== choices) return null;
      turn = performance.now();
    }
    return { heights, answers, all: heights.length === steps.length };
  };

  const measure = async () => {
    const query = part("query").textContent.replace(/&amp;/g, "&");
    const width = Math.min(PHONE, +part("width").textContent);
    const choices = width + query;
    if (!way.open || measured === choices) return;
    measured = choices;
    // Out of sight at the left, where nothing can be scrolled to.
    frame.style.cssText = `position:fixed;right:100%;top:0;width:${width}px;height:600px;border:0;visibility:hidden`;
    await load(query);
    const found = await walk(choices);
    if (!found) return;
    // Every step is whole but the first, if that is longer: below its answers stands what is found on other steps too.
    const [start, ...others] = found.heights;
    const longest = Math.max(...others, 0);
    part("height").textContent = Math.min(MOST, Math.max(longest, found.answers)) + "px";
    const values = { width, start, longest, n: found.heights.length };
    const sentence = told.dataset.measured + (found.all ? "" : " " + told.dataset.partly);
    told.textContent = sentence.replace(/{(\w+)}/g, (_, name) => values[name]);
    document.dispatchEvent(new Event("guide:codes"));
  };

  way.addEventListener("toggle", measure);
  document.addEventListener("guide:codes", measure);
})();
