// An enhancement: frames are drawn on the picture by mouse, touch and keys. Without script the same form takes
// ticks, two numbers and the whole page.
"use strict";

const STEP = 0.005, LARGE = 0.02, LEAST = 0.004;
const ROUND = 1e6;

function busy(form, words) {
  const told = form.querySelector(".busy");
  if (told) told.textContent = words;
  for (const button of form.querySelectorAll("button[type=submit]")) button.setAttribute("aria-disabled", "true");
}

for (const form of document.querySelectorAll("form[data-busy]:not([data-find])")) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) { event.preventDefault(); return; }
    sent = true;
    busy(form, form.dataset.busy);
  });
}

for (const form of document.querySelectorAll("form[data-find]")) finding(form);

function finding(form) {
  const pages = Number(form.dataset.pages), bar = form.querySelector("progress");
  const told = form.querySelector(".busy");
  let running = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (running) return;
    running = true;
    busy(form, form.dataset.busy);
    const sent = new FormData(form);
    sent.set("het", String(pages));
    bar.hidden = false;
    bar.max = pages;
    let found = 0;
    for (let page = 1; page <= pages; page += 1) {
      bar.value = page - 1;
      told.textContent = form.dataset.says.replace("#", page).replace("{n}", pages);
      sent.set("trang", String(page));
      sent.set("da_thay", String(found));
      const answer = await asked(form.action, sent);
      if (!answer) { location.reload(); return; }
      if (answer.refusal) {
        told.textContent = answer.refusal;
        bar.hidden = true;
        running = false;
        return;
      }
      found += answer.found;
      if (page === pages) { form.reset(); location.assign(answer.next); }
    }
  });
}

async function asked(address, sent) {
  try {
    const answer = await fetch(address, { method: "POST", body: sent, headers: { Accept: "application/json" } });
    const kind = answer.headers.get("Content-Type") || "";
    return kind.startsWith("application/json") ? await answer.json() : null;
  } catch {
    return null;
  }
}

const form = document.querySelector("form[data-marking]");
if (form) marking(form);

function marking(form) {
  const words = form.dataset;
  const sheet = form.querySelector("[data-mark]"), list = form.querySelector("[data-frames]");
  const told = form.querySelector("[data-told]"), drawn = sheet.querySelector(".frames");
  const none = form.querySelector("[data-none]");
  let boxes = [...list.querySelectorAll("input")].map((one) => read(one.value));
  const before = [];
  let changed = false, drawing = false;

  // The copy is black 5 points beyond each frame; a page is drawn with 200 dots an inch, 72 points an inch.
  const picture = sheet.querySelector("img");
  const beyond = () => {
    if (!picture.naturalWidth) return;
    const dots = (5 * 200) / 72;
    sheet.style.setProperty("--beyond", `${(dots * picture.clientWidth) / picture.naturalWidth}px`);
  };
  picture.addEventListener("load", beyond);
  new ResizeObserver(beyond).observe(picture);
  beyond();

  form.querySelector(".tools").hidden = false;
  for (const one of form.querySelectorAll(".script-hint")) one.hidden = false;
  for (const one of form.querySelectorAll(".no-script")) one.hidden = true;
  sheet.classList.toggle("drawing", !matchMedia("(pointer: coarse)").matches);
  const whole = form.querySelector("input[name=ca_trang]");
  whole.addEventListener("change", () => { changed = true; cover(); });

  function read(value) {
    const parts = value.split(" ");
    const [l, t, r, b] = parts.slice(0, 4).map(Number);
    return { l, t, r, b, wide: parts[4] === "ngang", tall: parts[4] === "doc" };
  }
  function written(box) {
    const sides = [box.l, box.t, box.r, box.b].map((side) => Math.round(side * ROUND) / ROUND);
    return sides.join(" ") + (box.wide ? " ngang" : box.tall ? " doc" : "");
  }
  function remember() {
    before.push(boxes.map((box) => ({ ...box })));
    changed = true;
  }
  function say(text) { told.textContent = text; }
  function numbered(text, number) { return text.replace("{n}", number); }

  function cover() {
    drawn.replaceChildren();
    if (!whole.checked) return;
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    rect.setAttribute("width", "100%");
    rect.setAttribute("height", "100%");
    drawn.append(rect);
  }
  function place(element, box) {
    const left = box.wide ? 0 : box.l, right = box.wide ? 1 : box.r;
    const top = box.tall ? 0 : box.t, bottom = box.tall ? 1 : box.b;
    element.style.left = `${100 * left}%`;
    element.style.top = `${100 * top}%`;
    element.style.width = `${100 * (right - left)}%`;
    element.style.height = `${100 * (bottom - top)}%`;
  }
  function show(focus) {
    for (const one of sheet.querySelectorAll(".frame")) one.remove();
    list.replaceChildren(...boxes.map(row));
    sheet.append(...boxes.map(frame));
    if (none) none.hidden = boxes.length > 0;
    cover();
    if (focus !== undefined) sheet.querySelectorAll(".frame")[focus]?.focus({ preventScroll: true });
  }
  function frame(box, at) {
    const one = document.createElement("button");
    one.type = "button";
    one.className = "frame";
    one.setAttribute("aria-label", `${numbered(words.frame, at + 1)}. ${words.keys}`);
    const mark = document.createElement("span");
    mark.textContent = at + 1;
    one.append(mark);
    place(one, box);
    one.addEventListener("keydown", (event) => keyed(event, at));
    one.addEventListener("pointerdown", (event) => moved(event, at, one));
    return one;
  }
  function row(box, at) {
    const line = document.createElement("li"), name = document.createElement("span");
    const kept = Object.assign(document.createElement("input"), { type: "hidden", name: "vung", value: written(box) });
    name.className = "name";
    const edges = words.where.replace("{t}", Math.round(100 * box.t)).replace("{b}", Math.round(100 * box.b));
    name.textContent = `${numbered(words.frame, at + 1)}: ${edges}`;
    const wide = button(words.wholeLine, () => { remember(); box.wide = !box.wide; box.tall = false; show(); list.children[at].querySelector("button").focus(); });
    wide.setAttribute("aria-pressed", String(box.wide));
    wide.setAttribute("aria-label", `${words.wholeLine}, ${numbered(words.frame, at + 1)}`);
    const gone = button(numbered(words.remove, at + 1), () => remove(at));
    line.append(kept, name, wide, gone);
    return line;
  }
  function button(text, pressed) {
    const one = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-quiet btn-sm", textContent: text });
    one.addEventListener("click", pressed);
    return one;
  }
  function remove(at) {
    remember();
    boxes.splice(at, 1);
    show(boxes.length ? Math.min(at, boxes.length - 1) : undefined);
    say(words.removed);
  }
  function add(box, focus) {
    remember();
    boxes.push(box);
    show(focus ? boxes.length - 1 : undefined);
    say(numbered(words.added, boxes.length));
  }
  function keyed(event, at) {
    const step = event.altKey ? LARGE : STEP;
    const [x, y] = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key] || [0, 0];
    if (event.key === "Delete" || event.key === "Backspace") { event.preventDefault(); remove(at); return; }
    if (!x && !y) return;
    event.preventDefault();
    remember();
    const box = boxes[at];
    if (event.shiftKey) {
      box.r = Math.min(1, Math.max(box.l + LEAST, box.r + x));
      box.b = Math.min(1, Math.max(box.t + LEAST, box.b + y));
    } else shift(box, x, y);
    show(at);
  }
  function shift(box, x, y) {
    const across = Math.min(1 - box.r, Math.max(-box.l, x)), down = Math.min(1 - box.b, Math.max(-box.t, y));
    box.l += across; box.r += across; box.t += down; box.b += down;
  }
  function point(event) {
    const area = sheet.getBoundingClientRect();
    const inside = (value) => Math.min(1, Math.max(0, value));
    return [inside((event.clientX - area.left) / area.width), inside((event.clientY - area.top) / area.height)];
  }
  function moved(event, at, element) {
    if (event.button !== 0 || !sheet.classList.contains("drawing")) return;
    event.stopPropagation();
    const box = boxes[at], start = { ...box }, [x, y] = point(event);
    let going = false;
    element.setPointerCapture(event.pointerId);
    element.onpointermove = (now) => {
      const [nx, ny] = point(now);
      if (!going && Math.hypot(nx - x, ny - y) < LEAST) return;
      if (!going) { remember(); going = true; }
      Object.assign(box, start);
      shift(box, nx - x, ny - y);
      place(element, box);
    };
    element.onpointerup = element.onpointercancel = () => {
      element.onpointermove = element.onpointerup = element.onpointercancel = null;
      if (going) show(at);
    };
  }

  sheet.addEventListener("dragstart", (event) => event.preventDefault());
  sheet.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !sheet.classList.contains("drawing") || drawing) return;
    event.preventDefault();
    drawing = true;
    const [x, y] = point(event), ghost = document.createElement("span");
    ghost.className = "frame";
    sheet.append(ghost);
    sheet.setPointerCapture(event.pointerId);
    const box = { l: x, t: y, r: x, b: y, wide: false, tall: false };
    sheet.onpointermove = (now) => {
      const [nx, ny] = point(now);
      Object.assign(box, { l: Math.min(x, nx), r: Math.max(x, nx), t: Math.min(y, ny), b: Math.max(y, ny) });
      place(ghost, box);
    };
    const end = (cancelled) => {
      sheet.onpointermove = sheet.onpointerup = sheet.onpointercancel = null;
      drawing = false;
      ghost.remove();
      if (!cancelled && box.r - box.l > LEAST && box.b - box.t > LEAST) add(box, false);
    };
    sheet.onpointerup = () => end(false);
    sheet.onpointercancel = () => end(true);
  });

  const deeds = {
    add: () => add({ l: 0.3, r: 0.7, t: 0.45, b: 0.48, wide: false, tall: false }, true),
    undo: () => {
      if (!before.length) { say(words.nothing); return; }
      boxes = before.pop();
      show();
      say(words.undone);
    },
    draw: (pressed) => {
      const on = sheet.classList.toggle("drawing");
      pressed.setAttribute("aria-pressed", String(on));
    },
    zoom: (pressed) => {
      const on = sheet.closest(".paper-page").classList.toggle("large");
      pressed.setAttribute("aria-pressed", String(on));
    },
  };
  for (const one of form.querySelectorAll("button[data-do]")) {
    one.addEventListener("click", () => deeds[one.dataset.do](one));
  }
  form.addEventListener("submit", () => { changed = false; });
  addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
  show();
}
