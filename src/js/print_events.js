// Prepares the document for printing, and restores it afterwards. Firefox prints a copy that has no `:target`, so a class names
// the step; engines that have no style for it need closed messages opened.
const opensByStyle = CSS.supports("selector(details::details-content)");
let opened = [];
addEventListener("beforeprint", () => {
  const step = document.querySelector(".step:target");
  if (step) step.classList.add("printed");
  if (!opensByStyle) opened = [...document.querySelectorAll("details:not([open])")];
  for (const message of opened) message.open = true;
});
addEventListener("afterprint", () => {
  const step = document.querySelector(".printed");
  if (step) step.classList.remove("printed");
  for (const message of opened.splice(0)) message.open = false;
});
