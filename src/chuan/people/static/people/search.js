// Keys on the search page: "/" goes to the box, the arrows walk through the hits. Everything works without.
(() => {
  "use strict";
  const box = document.getElementById("tim-gi");
  const hits = [...document.querySelectorAll(".hits .what a")];
  const step = (from, by) => (from + by < 0 ? box : hits[Math.min(from + by, hits.length - 1)]);

  document.addEventListener("keydown", (event) => {
    const at = document.activeElement;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "/" && !(at && at.matches("input, textarea, select"))) {
      event.preventDefault();
      box.focus();
      box.select();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const from = at === box ? -1 : hits.indexOf(at);
      if (!hits.length || (from < 0 && at !== box) || (at === box && event.key === "ArrowUp")) return;
      event.preventDefault();
      step(from, event.key === "ArrowDown" ? 1 : -1).focus();
    }
  });
})();
