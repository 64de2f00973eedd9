// Passes a text on: by the system's sheet where there is one and a title is given (an empty one: the text is no address),
// else by the clipboard. Tells whether it was copied; nothing where it was shared, or the sheet closed: that is seen.
const passOn = async (text, title) => {
  try {
    if (title !== undefined && navigator.share) return await navigator.share(title ? { title, url: text } : { text });
  } catch (why) {
    if ((why || {}).name === "AbortError") return undefined;
  }
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (why) {
    return false;
  }
};

