// Stands in the page itself, at its end: requests the program while the script that starts it is still on its way, so that both take one
// round trip after the page. Where the browser asks to save data, and on a page without an origin, `boot.js` decides when and how.
{
  const { saveData, effectiveType } = navigator.connection || {};
  if (self.origin !== "null" && !saveData && !/2g/.test(effectiveType)) {
    self.guideProgram = fetch("WASM_PATH", { integrity: "WASM_INTEGRITY" });
    // Where the script does not come either, nobody else would hear that this has failed.
    self.guideProgram.catch(() => {});
  }
}
