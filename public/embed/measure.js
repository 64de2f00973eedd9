// The height for a frame that can't follow its content. It is chosen from the heights of the steps, as a hidden frame shows them.
(() => {
  "use strict";
  const PHONE_WIDTH = 344; // px: what a page leaves of a phone's 360. A wider frame is that narrow on a phone, as most parents have.
  const TIMEOUT_MS = 3000; // a guide of hundreds of steps is not measured to its end
  const TASK_MS = 30; // of work, then the page handles its events
  const MAX_HEIGHT = 2000; // px: one very long step makes no very long frame
  const sample = document.querySelector("#frame");
  const [way, output] = [sample.closest("details"), sample.querySelector(".measured")];
  const part = (name) => sample.querySelector(`[data-part=${name}]`);
  const frame = document.createElement("iframe");
  for (const [name, value] of [["aria-hidden", "true"], ["inert", ""], ["tabindex", "-1"]]) frame.setAttribute(name, value);
  let measured = ""; // the choices that are being measured, or were measured last

  // Loads the guide into the frame, with the query of the choices, as an institution's card is a part of the steps.
  const load = (query) =>
    new Promise((resolve) => {
      const address = new URL("../?embed" + query, location.href).href;
      if (frame.isConnected && frame.contentWindow.location.href.split("#")[0] === address) return resolve();
      frame.addEventListener("load", resolve, { once: true });
      if (frame.isConnected) return frame.contentWindow.location.replace(address);
      frame.src = address;
      document.body.append(frame);
    });

  // The heights of the steps in px, the first step's first, the lower edge of its answers, and whether all steps were measured.
  // Null if other choices were made meanwhile.
  const measureSteps = async (choices) => {
    const { contentWindow, contentDocument } = frame;
    const address = contentWindow.location.href.split("#")[0];
    const root = contentDocument.documentElement;
    const first = contentDocument.querySelector(".first");
    const steps = [first, ...contentDocument.querySelectorAll(".step:not(.first)")];
    const lowerEdge = (element) => element.getBoundingClientRect().bottom - root.getBoundingClientRect().top;
    const heights = [];
    let answers = 0;
    // A step would take the focus when it is shown, away from the element that the reader uses.
    for (const step of steps) step.removeAttribute("tabindex");
    let taskStart = performance.now();
    const end = taskStart + TIMEOUT_MS;
    for (const step of steps) {
      // `replace` adds no entry to the history: the back button leaves this page as before.
      contentWindow.location.replace(address + "#" + step.id);
      heights.push(Math.ceil(root.getBoundingClientRect().height));
      if (step === first) answers = Math.ceil(Math.max(...[...step.querySelectorAll(".choices")].map(lowerEdge)));
      const now = performance.now();
      if (now > end) break;
      if (now < taskStart + TASK_MS) continue;
      await new Promise((next) => setTimeout(next));
      if (measured !== choices) return null;
      taskStart = performance.now();
    }
    return { heights, answers, all: heights.length === steps.length };
  };

  const measure = async () => {
    const query = part("query").textContent.replace(/&amp;/g, "&");
    const width = Math.min(PHONE_WIDTH, +part("width").textContent);
    const choices = width + query;
    if (!way.open || measured === choices) return;
    measured = choices;
    // Outside of the left edge, where nobody can scroll to.
    frame.style.cssText = `position:fixed;right:100%;top:0;width:${width}px;height:600px;border:0;visibility:hidden`;
    let found;
    try {
      await load(query);
      found = await measureSteps(choices);
    } catch (_) {
      // The frame shows an error of the browser, such as without a network. The next time it is loaded again.
      frame.remove();
      measured = "";
    }
    if (!found) return;
    // Every step fits whole, but the first one only down to its answers: what follows them is on other steps too.
    const [start, ...others] = found.heights;
    const longest = Math.max(...others, 0);
    part("height").textContent = Math.min(MAX_HEIGHT, Math.max(longest, found.answers)) + "px";
    const values = { width, start, longest, n: found.heights.length };
    const sentence = output.dataset.measured + (found.all ? "" : " " + output.dataset.partly);
    output.textContent = sentence.replace(/{(\w+)}/g, (_, name) => values[name]);
    document.dispatchEvent(new Event("guide:codes"));
  };

  way.addEventListener("toggle", measure);
  document.addEventListener("guide:codes", measure);
})();
