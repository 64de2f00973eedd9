// The buttons that copy a code or a text.
(() => {
  "use strict";
  const text = (selector) => document.querySelector(selector).textContent;

  // Pasted into a visual editor it has its links; where no links can be, it is the text that needs none.
  const copyRich = () => {
    const { clipboard } = navigator;
    const [html, plain] = [text("#html-text code"), text("#plain-text code")];
    if (!self.ClipboardItem || !clipboard.write) return clipboard.writeText(plain);
    const blob = (type, content) => new Blob([content], { type });
    const both = { "text/html": blob("text/html", html), "text/plain": blob("text/plain", plain) };
    return clipboard.write([new ClipboardItem(both)]).catch(() => clipboard.writeText(plain));
  };

  for (const sample of document.querySelectorAll(".sample")) {
    const [button, said] = [sample.querySelector(".copy"), sample.querySelector(".said")];
    const source = sample.querySelector("code, .rich");
    const copy = source.localName === "code" ? () => navigator.clipboard.writeText(source.textContent) : copyRich;
    let again = false;
    // A live region only now, as an empty one is a stop for those who listen; it has to be there for a while before its
    // text is noticed, and the same text twice would not be.
    const say = (text) => {
      said.setAttribute("role", "status");
      again = !again;
      setTimeout(() => (said.textContent = text + (again ? "" : "\u00a0")), 200);
    };
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await copy();
        say(said.dataset.copied);
      } catch (_) {
        getSelection().selectAllChildren(source);
        say(said.dataset.notCopied);
      }
    });
  }
})();
