// Has a screen reader read a text aloud, 0.7 s after the last call: a key pressed at once would cut it off. A call without a
// text only puts off what is waiting.
let region, pending, timer, repeated;
const announce = (text) => {
  if (text !== undefined) pending = text;
  clearTimeout(timer);
  timer = setTimeout(speak, 700);
  if (pending && !region) {
    // A screen reader stops at an empty live region too, so there is one only while it is needed. It has to be there for a
    // while before a text in it is noticed.
    region = document.createElement("p");
    region.className = "visually-hidden";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
};
const speak = () => {
  if (pending) {
    // A screen reader drops a text that equals the one before, so every second one ends in a no-break space.
    repeated = !repeated;
    region.textContent = pending + (repeated ? "\u00a0" : "");
    pending = "";
    timer = setTimeout(speak, 10000);
  } else if (region) {
    region.remove();
    region = undefined;
  }
};
// What was said of one step is not read at the next.
addEventListener("hashchange", () => announce(""));
