// An enhancement: a button puts a table on the clipboard as a table (Word, Excel) and as text between tabs.
// Without script the bare table behind the link beside the button is selected and copied by hand.
"use strict";
const escaped = (words) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

// The text: a title, the heads, then rows, cells between tabs.
// Excel would read "1.1" as a number and "9/10" as a day: each cell says that it is text.
const packed = (text) => {
  const [title, ...lines] = text.trim().split(/\r?\n/);
  const cell = (words, kind) => `<${kind} style="mso-number-format:'\\@';">${escaped(words)}</${kind}>`;
  const row = (line, at) => line.split("\t").map((words) => cell(words, at ? "td" : "th")).join("");
  const rows = lines.map((line, at) => `<tr>${row(line, at)}</tr>`).join("");
  return {
    "text/html": `<p>${escaped(title)}</p><table border="1">${rows}</table>`,
    "text/plain": [title, ...lines].join("\r\n"),
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
      done = await put(packed(document.getElementById(button.dataset.copyTable).value));
    } catch {
      done = false;
    }
    told.textContent = done ? button.dataset.done : button.dataset.failed;
  });
}
