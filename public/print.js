// The button of the pages for printing. Without this script the page says which keys to press instead.
{
  const [button, hint] = document.querySelector(".act").children;
  button.addEventListener("click", () => print());
  button.hidden = false;
  hint.hidden = true;
}
