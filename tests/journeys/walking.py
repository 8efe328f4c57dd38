"""A walk through every page that a person reaches by links, cheap: pages are fetched and laid out in one tab.

One page stands for each address pattern. Scripts do not run on the way: every page works without them.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.urls import resolve
from django.urls.exceptions import Resolver404
from playwright.sync_api import Page

NOT_PAGES = ("account_logout", "account_login", "home", "healthz")
FILES = (
    ".xlsx", ".pdf", ".docx", ".json", ".toml", ".csv", ".eml", "/tep-goc/", "/tai/", "/tai-ve/", "/excel/",
    "/minh-chung/", "/goc/",
)  # fmt: skip

FETCH = """async (paths) => {
  window.walked ??= new Map();
  const one = async (path) => {
    const answer = await fetch(path, {headers: {Accept: "text/html"}, redirect: "follow"});
    const html = (answer.headers.get("Content-Type") || "").includes("html");
    const body = await answer.text();
    if (!html || answer.redirected) return {path, status: answer.status, links: []};
    const page = new DOMParser().parseFromString(body, "text/html");
    window.walked.set(path, page);
    const links = [...page.querySelectorAll("a[href]")].map(a => a.getAttribute("href"));
    return {path, status: answer.status, links: links.filter(to => to.startsWith("/"))};
  };
  const found = [];
  for (let i = 0; i < paths.length; i += 4) found.push(...await Promise.all(paths.slice(i, i + 4).map(one)));
  return found;
}"""

LAY_OUT = """async (path) => {
  const page = window.walked.get(path);
  for (const link of page.querySelectorAll("link[rel=stylesheet]")) {
    const href = link.getAttribute("href");
    if (document.querySelector(`link[href="${href}"]`)) continue;
    const mine = document.createElement("link");
    mine.rel = "stylesheet"; mine.href = href;
    const loaded = new Promise(done => { mine.onload = mine.onerror = done; });
    document.head.append(mine);
    await loaded;
  }
  document.body.replaceWith(document.importNode(page.body, true));
  window.scrollTo(0, 0);
}"""

MEASURE = """() => {
  const faults = new Set(), name = e => `<${e.tagName.toLowerCase()} class="${e.getAttribute("class") || ""}">`;
  const say = (what, e) => faults.add(`${what}: ${name(e)} ${(e.textContent || e.name || "").trim().slice(0, 50)}`);
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 1) {
    faults.add(`cuộn ngang ${wide} px`);
    const out = [...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > innerWidth + 1);
    if (out.length) say("rộng quá", out.at(-1));
  }
  const boxOf = e => (["checkbox", "radio"].includes(e.type) && e.labels?.[0] || e).getBoundingClientRect();
  for (const e of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
    if (e.matches(".skip") || !e.checkVisibility({visibilityProperty: true})) continue;
    const box = boxOf(e), words = [...e.parentElement.childNodes].some(n => n !== e && n.textContent.trim());
    if (getComputedStyle(e).display === "inline" && words) continue;  // a link within a sentence (2.5.8, inline)
    if (box.width && (box.height < 24 || box.width < 24)) say(`${box.width | 0}×${box.height | 0} px`, e);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n = texts.nextNode(); n; n = texts.nextNode()) {
    const e = n.parentElement;
    if (!n.textContent.trim() || !e.checkVisibility() || e.closest("svg")) continue;
    if (parseFloat(getComputedStyle(e).fontSize) < 12) say("chữ dưới 12 px", e);
    for (let up = e; up !== document.body; up = up.parentElement)
      if (getComputedStyle(up).overflowX === "hidden" && up.clientWidth > 2 && up.scrollWidth > up.clientWidth + 1)
        say("chữ bị cắt", up);
  }
  return [...faults];
}"""

REFLOW = """() => {
  const wide = document.documentElement.scrollWidth - innerWidth;
  return wide > 1 ? [`cuộn ngang ${wide} px`] : [];
}"""


def every_page(page: Page, begin: tuple[str, ...] = ("/viec-cua-toi/", "/tai-khoan/")) -> dict[str, str]:
    """Address patterns reached by links from ``begin``, each with the first address that stood for it."""
    seen: dict[str, str] = {}
    wave = list(_new(begin, seen))
    while wave:
        found = page.evaluate(FETCH, wave)
        broken = [f"{one['path']}: {one['status']}" for one in found if one["status"] >= 400]
        assert not broken, broken
        wave = list(_new([to for one in found for to in one["links"]], seen))
    kept = set(page.evaluate("() => [...window.walked.keys()]"))
    return {name: path for name, path in seen.items() if path in kept}


def measured(page: Page, paths: dict[str, str], how: str = MEASURE) -> dict[str, list[str]]:
    """What is wrong with each page at the window's width now; pages without a fault are left out."""
    found = {}
    for path in paths.values():
        page.evaluate(LAY_OUT, path)
        if faults := page.evaluate(how):
            found[path] = faults
    return found


def _new(links: tuple[str, ...] | list[str], seen: dict[str, str]) -> Iterator[str]:
    for to in links:
        path = urlsplit(to).path
        if path.endswith(FILES) or path.startswith("/static/"):
            continue
        try:
            name = resolve(path).view_name
        except Resolver404:
            continue
        if name not in seen and name not in NOT_PAGES:
            seen[name] = to
            yield to
