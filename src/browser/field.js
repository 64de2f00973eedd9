// Enter in the search's field closes a phone's keyboard and goes to the first answer, else to the sentence.
addEventListener("keydown", ({ key, target }) => {
  if (key !== "Enter" || target.id !== "find") return;
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

