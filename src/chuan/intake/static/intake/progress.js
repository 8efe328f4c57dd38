// While a file is read or taken in, ask how far it is and open the page anew when it is done.
// Without this file the link "Xem lại" does the same by hand.
"use strict";
for (const bar of document.querySelectorAll("progress[data-ask]")) {
  const words = document.getElementById(bar.dataset.words);
  const ask = async () => {
    try {
      const answer = await fetch(bar.dataset.ask, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      const told = await answer.json();
      if (told.settled) { location.reload(); return; }
      if (told.total) { bar.max = told.total; bar.value = told.done; }
      if (words && words.textContent !== told.said) words.textContent = told.said;
    } catch { /* the network or the server rests: ask again */ }
    setTimeout(ask, 1000);
  };
  setTimeout(ask, 700);
}
