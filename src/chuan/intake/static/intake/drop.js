// Files dragged over the page fall into the form of "Nhập từ tệp" and are sent at once.
// Without this file the form works as it stands: choose files, press the button.
"use strict";
for (const form of document.querySelectorAll("form[data-drop]")) {
  const input = form.querySelector("input[type=file]");
  const button = form.querySelector("button[type=submit]");
  for (const words of form.querySelectorAll(".drop-drag")) words.hidden = false;

  const carriesFiles = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  let depth = 0;
  const mark = (step) => {
    depth = Math.max(0, depth + step);
    form.classList.toggle("is-over", depth > 0);
  };

  addEventListener("dragenter", (event) => { if (carriesFiles(event)) mark(1); });
  addEventListener("dragleave", (event) => { if (carriesFiles(event)) mark(-1); });
  addEventListener("dragover", (event) => { if (carriesFiles(event)) event.preventDefault(); });
  addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    mark(-depth);
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    form.requestSubmit(button);
  });

  let sending = false;
  form.addEventListener("submit", (event) => {
    if (sending) { event.preventDefault(); return; }
    sending = input.files.length > 0;
    if (sending) button.lastChild.textContent = form.dataset.sending;
  });
  // Back from another page: the browser may show this one as it was left.
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
}
