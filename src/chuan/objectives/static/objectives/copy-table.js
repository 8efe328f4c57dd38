// An enhancement: a button puts a table on the clipboard as a table (Word, Excel) and as text between tabs.
// Without script the page of plain text beside the button is selected and copied by hand.
"use strict";
const escaped = (words) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const cellsOf = (row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, " ").trim());

// Excel would read "1.1" as a number and "9/10" as a day: each cell says that it is text.
const packed = (table) => {
  const title = table.caption ? table.caption.textContent.replace(/\s+/g, " ").trim() : "";
  const rows = [...table.rows].map(cellsOf);
  const cell = (words, head) =>
    `<${head ? "th" : "td"} style="mso-number-format:'\\@';">${escaped(words)}</${head ? "th" : "td"}>`;
  const line = (row, at) => `<tr>${row.map((words) => cell(words, at === 0)).join("")}</tr>`;
  return {
    "text/html": `<p>${escaped(title)}</p><table border="1">${rows.map(line).join("")}</table>`,
    "text/plain": [[title], ...rows].map((row) => row.join("\t")).join("\r\n"),
  };
};

const put = async (kinds) => {
  let done = false;
  const give = (event) => {
    for (const [kind, words] of Object.entries(kinds)) event.clipboardData.setData(kind, words);
    event.preventDefault();
    done = true;
  };
  document.addEventListener("copy", give, { once: true });
  document.execCommand("copy"); // works on plain http too, where navigator.clipboard is missing
  document.removeEventListener("copy", give);
  if (done || !navigator.clipboard) return done;
  const item = {};
  for (const [kind, words] of Object.entries(kinds)) item[kind] = new Blob([words], { type: kind });
  await navigator.clipboard.write([new ClipboardItem(item)]);
  return true;
};

for (const button of document.querySelectorAll("button[data-copy-table]")) {
  const told = document.getElementById(button.dataset.told);
  button.hidden = false;
  button.addEventListener("click", async () => {
    let done = false;
    try {
      done = await put(packed(document.getElementById(button.dataset.copyTable)));
    } catch {
      done = false;
    }
    told.textContent = done ? button.dataset.done : button.dataset.failed;
  });
}
