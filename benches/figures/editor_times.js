// Records when the editor's form, its preview, its findings and its archive are there. In the editor's own page only.
if (self === top) {
  self.times = {};
  const heading = () => {
    for (const frame of document.querySelectorAll("#view iframe")) {
      const shown = frame.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      const title = shown && frame.contentDocument && frame.contentDocument.querySelector("h1[data-step='STEP']");
      if (title) return title.textContent;
    }
  };
  const field = () => document.getElementById("FIELD");
  let begun, expected;
  self.waitForPreview = () => {
    times.shown = undefined;
    begun = undefined;
    expected = "preview";
  };
  self.waitForFinding = (wrong) => {
    times.found = undefined;
    begun = undefined;
    expected = wrong ? "true" : "false";
  };
  addEventListener("keydown", () => (begun = performance.now()), true);
  addEventListener("input", () => (begun = begun || performance.now()), true);
  // What is shown differs from what is in the file by no-break spaces alone.
  const plain = (text) => text.replace(/\s/g, " ");
  const look = () => {
    const now = performance.now();
    if (!times.form && field() && field().value) times.form = now;
    if (!times.preview && heading()) times.preview = now;
    if (!times.archive && document.getElementById("publish-save")) times.archive = now;
    if (begun && expected === "preview" && !times.shown && plain(heading() || "") === plain(field().value)) times.shown = now - begun;
    if (begun && expected !== "preview" && !times.found && (field().getAttribute("aria-invalid") || "false") === expected) times.found = now - begun;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
