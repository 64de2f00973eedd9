// Says that there is a newer sheet to print, where the QR code of an older one has led here: the code has the date of the guide's last
// change, as the page has it, in six digits whose order is that of time. What is no date says nothing.
parsed.then(() => {
  const newer = document.querySelector("template[data-changed]");
  const date = options.get("d");
  if (!newer || !/^\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(date) || date >= newer.dataset.changed) return;
  const [line, text] = newer.content.children;
  // The sheet does not take the guide's place in a host's page.
  if (self !== top) text.firstChild.target = "_blank";
  document.body.append(line);
  // A screen reader notices a text only in a live region that was there before it.
  setTimeout(() => line.append(text), 100);
});
