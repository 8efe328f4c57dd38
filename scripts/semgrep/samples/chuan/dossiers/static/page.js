box.innerHTML = text; // found: script-that-trusts
localStorage.setItem("a", "b"); // found: script-that-trusts
eval(text); // found: script-that-trusts
box.textContent = text;
