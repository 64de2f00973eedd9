// Enter in the search's field closes a phone's keyboard and goes to the first answer, else to the sentence.
addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (key !== "Enter" || target.id !== "find") return;
  // Else Firefox would follow the link that the rest of this key falls on.
  event.preventDefault();
  target.blur();
  (document.querySelector(".find li a") || document.querySelector(".find p")).focus();
});
// The search's button leads back to the field, which loads again at each turn to it what could not be loaded.
addEventListener("click", ({ target }) => {
  if (!target.closest(".find button")) return;
  const field = document.getElementById("find");
  field.blur();
  field.focus();
});

