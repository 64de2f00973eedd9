// Has a text read aloud by a screen reader, 0.7 s after the last call: at once, the next key would cut it off. Without a
// text, what is waiting goes on waiting.
let region, waiting, timer, again;
const announce = (text) => {
  if (text !== undefined) waiting = text;
  clearTimeout(timer);
  timer = setTimeout(speak, 700);
  if (!waiting || region) return;
  // An empty live region is a stop for those who read on, so it is there only when needed; a screen reader notices a text
  // only in a region that was there before it.
  region = document.createElement("p");
  region.className = "visually-hidden";
  region.setAttribute("role", "status");
  document.body.append(region);
};
const speak = () => {
  if (waiting) {
    // The same text twice would be dropped the second time.
    again = !again;
    region.textContent = waiting + (again ? "\u00a0" : "");
    waiting = "";
    timer = setTimeout(speak, 10000);
  } else if (region) {
    region.remove();
    region = undefined;
  }
};
// Whoever goes on to another step need not hear of the one before.
addEventListener("hashchange", () => announce(""));

