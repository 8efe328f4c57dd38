// An enhancement: a button puts the words of a textarea on the clipboard. Without script they are selected by hand.
"use strict";
const copied = (area) => {
  area.select();
  const done = document.execCommand("copy"); // works on plain http too, where navigator.clipboard is missing
  area.setSelectionRange(0, 0);
  return done;
};

for (const button of document.querySelectorAll("button[data-copy-words]")) {
  const told = document.getElementById(button.dataset.told);
  button.hidden = false;
  button.addEventListener("click", () => {
    const done = copied(document.getElementById(button.dataset.copyWords));
    told.textContent = done ? button.dataset.done : button.dataset.failed;
  });
}
