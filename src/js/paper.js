// While printing. Firefox prints a copy of the document that has no target, so the step is named once more; engines that
// know no style for it have closed messages opened.
const styled = CSS.supports("selector(details::details-content)");
let opened = [];
addEventListener("beforeprint", () => {
  const step = document.querySelector(".step:target");
  if (step) step.classList.add("printed");
  if (!styled) opened = [...document.querySelectorAll("details:not([open])")];
  for (const message of opened) message.open = true;
});
addEventListener("afterprint", () => {
  const step = document.querySelector(".printed");
  if (step) step.classList.remove("printed");
  for (const message of opened.splice(0)) message.open = false;
});
