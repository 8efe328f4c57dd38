// An enhancement: every answer is kept in this browser as it is typed and sent when the line is up; nothing typed is
// lost. Without script the same page is one form. An answer goes with the version it was typed upon and a key of its
// own, so that the house writes it once, and shows both where somebody else wrote meanwhile.
"use strict";

const SOON = 1200, AGAIN = 15000, STALE = 10000;
const sheet = document.getElementById("phieu");
const state = document.getElementById("tinh-trang");
const said = sheet.dataset;
const items = new Map();
let leaving = 0;

function keyOf(item) { return `chuan-phieu:${said.who}:${item.address}`; }

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function read(item) {
  const chosen = item.box.querySelector(`[name=verdict_${item.number}]:checked`);
  return { verdict: chosen ? chosen.value : "", notes: item.notes.value, evidence: item.evidence.value };
}

function write(item, words) {
  for (const one of item.box.querySelectorAll(`[name=verdict_${item.number}]`)) one.checked = one.value === words.verdict;
  item.notes.value = words.notes;
  item.evidence.value = words.evidence;
}

function stored(item) {
  // nosemgrep: script-that-trusts - answers not sent yet; dropped when they are (docs/decisions/audits.md)
  try { return JSON.parse(localStorage.getItem(keyOf(item))); } catch { return null; }
}

function put(item) {
  const kept = { ...read(item), base: item.base.value, key: newKey() };
  // nosemgrep: script-that-trusts - answers not sent yet; dropped when they are (docs/decisions/audits.md)
  try { localStorage.setItem(keyOf(item), JSON.stringify(kept)); } catch { /* full or refused: the form still holds it */ }
  item.kept = kept;
  return kept;
}

function drop(item) {
  item.kept = null;
  // nosemgrep: script-that-trusts - answers not sent yet; dropped when they are (docs/decisions/audits.md)
  try { localStorage.removeItem(keyOf(item)); } catch { /* nothing was kept */ }
  item.box.classList.remove("is-kept");
}

function tell(item, words, kept) {
  item.told.textContent = words;
  item.box.classList.toggle("is-kept", Boolean(kept));
  const waiting = [...items.values()].filter((one) => one.kept).length;
  state.hidden = !waiting || !document.querySelector(".is-kept");
  state.textContent = waiting ? `${waiting} ${said.waiting}` : said.all;
}

function same(one, other) {
  return one.verdict === other.verdict && one.notes === other.notes && one.evidence === other.evidence;
}

async function send(item) {
  if (!item.kept || item.busy || item.asked) return;
  const going = item.kept, body = new FormData();
  body.set("csrfmiddlewaretoken", sheet.querySelector("[name=csrfmiddlewaretoken]").value);
  for (const name of ["verdict", "notes", "evidence", "base"]) body.set(`${name}_${item.number}`, going[name]);
  body.set("key", going.key);
  item.busy = true;
  let answer, told;
  try {
    answer = await fetch(item.address, { method: "POST", body, credentials: "same-origin", redirect: "manual" });
    told = answer.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : null;
  } catch { answer = null; }
  item.busy = false;
  if (!answer) tell(item, said.kept, true);
  else if (!told) tell(item, answer.status >= 500 ? said.kept : said.again, true);
  else if (answer.status === 409) choose(item, told);
  else if (!answer.ok) tell(item, told.sentence, true);
  else written(item, going, told);
}

function written(item, going, told) {
  item.base.value = told.version;
  // The page that is on its way may have been drawn before these words were written: it is to find them here.
  if (Date.now() - leaving < STALE) return;
  if (item.kept && item.kept.key === going.key) {
    drop(item);
    tell(item, `${said.saved} ${told.at}`, false);
  } else {
    item.kept = { ...item.kept, base: told.version };
    // nosemgrep: script-that-trusts - answers not sent yet; dropped when they are (docs/decisions/audits.md)
    try { localStorage.setItem(keyOf(item), JSON.stringify(item.kept)); } catch { /* the form still holds it */ }
    send(item);
  }
}

function choose(item, told) {
  item.asked = true;
  tell(item, told.sentence, true);
  const box = document.createElement("div");
  box.className = "both";
  box.setAttribute("role", "group");
  for (const words of [`${told.who} ${told.at}: ${told.verdict_words}`, told.notes, told.evidence]) {
    if (!words) continue;
    const line = document.createElement("p");
    line.className = "pre";
    line.textContent = words;
    box.append(line);
  }
  const mine = read(item);
  const joined = (first, then) => (first && then && !first.includes(then) ? `${first}\n${then}` : first || then);
  const both = {
    verdict: mine.verdict || told.verdict, notes: joined(told.notes, mine.notes),
    evidence: joined(told.evidence, mine.evidence),
  };
  for (const [words, kept] of [[said.mine, null], [said.theirs, told], [said.both, both]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-quiet btn-sm";
    button.textContent = words;
    button.addEventListener("click", () => settle(item, box, told, kept));
    box.append(button);
  }
  item.box.querySelector(".under").before(box);
}

function settle(item, box, told, kept) {
  if (kept) write(item, kept);
  item.asked = false;
  item.base.value = told.version;
  box.remove();
  if (kept === told) { drop(item); tell(item, `${said.saved} ${told.at}`, false); return; }
  put(item);
  send(item);
}

function begin(box) {
  const number = box.dataset.item;
  const item = {
    box, number, address: box.dataset.save, base: box.querySelector(`[name=base_${number}]`),
    notes: box.querySelector(`[name=notes_${number}]`), evidence: box.querySelector(`[name=evidence_${number}]`),
    told: box.querySelector("[data-told]"), kept: null, busy: false, asked: false, timer: 0,
  };
  items.set(number, item);
  box.addEventListener("input", (event) => {
    if (event.target.name && event.target.name.startsWith("keep_")) return;
    put(item);
    clearTimeout(item.timer);
    item.timer = setTimeout(() => { tell(item, said.sending, false); send(item); }, SOON);
  });
  const left = stored(item);
  if (!left) return;
  if (same(left, read(item))) {  // sent by the page before this one, which closed before it could say so
    drop(item);
    if (box.dataset.at) tell(item, `${said.saved} ${box.dataset.at}`, false);
    return;
  }
  write(item, left);
  item.kept = left;
  tell(item, said.sending, true);
}

for (const box of sheet.querySelectorAll("[data-item]")) begin(box);
const sendAll = () => { for (const item of items.values()) send(item); };
sendAll();
addEventListener("online", sendAll);
addEventListener("beforeunload", () => { leaving = Date.now(); });
setInterval(sendAll, AGAIN);
sheet.addEventListener("submit", () => {
  // The form goes as it stands, with everything in it; what it brings needs not be sent a second time.
  for (const item of items.values()) clearTimeout(item.timer);
});
