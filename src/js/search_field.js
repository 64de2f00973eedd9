// Enter in the search field closes a phone's keyboard and moves the focus to the first result, or to the sentence if there is none.
addEventListener("keydown", (event) => {
  const { target } = event;
  if (event.key !== "Enter" || target.id !== "find") return;
  // Otherwise Firefox would follow the link, as the key is released on it.
  event.preventDefault();
  target.blur();
  (document.querySelector(".find li a") || document.querySelector(".find p")).focus();
});
// The button «try again» moves the focus back to the field: each time it gets the focus it loads what could not be loaded.
addEventListener("click", ({ target }) => {
  if (!target.closest(".find button")) return;
  const field = document.getElementById("find");
  field.blur();
  field.focus();
});
