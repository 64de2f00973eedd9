// Copies a text to the clipboard. Resolves to whether that was possible.
const copyText = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (_) {
    return false;
  }
};
