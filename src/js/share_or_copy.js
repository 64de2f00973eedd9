// Opens the system's share sheet where there is one and a title is given (an empty title: the text is no address); otherwise
// copies the text. Resolves to whether it was copied, or to nothing if the sheet was shown, as its outcome is seen.
const shareOrCopy = async (text, title) => {
  try {
    if (title !== undefined && navigator.share) return await navigator.share(title ? { title, url: text } : { text });
  } catch (why) {
    // The sheet was closed on purpose.
    if ((why || {}).name === "AbortError") return undefined;
  }
  return copyText(text);
};
