// The buttons that copy a code or a text. Without the shared scripts they stay hidden.
((announce, copyText) => {
  "use strict";
  const text = (selector) => document.querySelector(selector).textContent;

  // With links for a visual editor, and without for a field that takes plain text alone.
  const copyRich = async () => {
    const [html, plain] = [text("#html-text code"), text("#plain-text code")];
    try {
      const blob = (type, content) => new Blob([content], { type });
      const both = { "text/html": blob("text/html", html), "text/plain": blob("text/plain", plain) };
      await navigator.clipboard.write([new ClipboardItem(both)]);
      return true;
    } catch (_) {
      // Not every engine can copy more than plain text.
      return copyText(plain);
    }
  };

  for (const sample of document.querySelectorAll(".sample")) {
    const [button, outcome] = [sample.querySelector(".copy"), sample.querySelector(".said")];
    const source = sample.querySelector("code, .rich");
    const copy = source.localName === "code" ? () => copyText(source.textContent) : copyRich;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const copied = await copy();
      // What can't be copied is selected, so that a key can copy it.
      if (!copied) getSelection().selectAllChildren(source);
      outcome.textContent = copied ? outcome.dataset.copied : outcome.dataset.notCopied;
      announce(outcome.textContent);
    });
  }
})(announce, copyText);
