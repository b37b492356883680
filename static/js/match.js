/* Comfort only: a mentee dragged to a mentor; without this file «Move» leads to the same choice. */
(() => {
  "use strict";
  const place = document.querySelector("[data-match]");
  const form = document.getElementById("match-move");
  if (!place || !form) return;
  let dragged = null;

  place.querySelectorAll("tr[data-line]").forEach((row) => { row.draggable = true; });
  place.querySelectorAll(".drag-hint").forEach((hint) => { hint.hidden = false; });

  const seats = () => place.querySelectorAll("[data-mentor]");
  const clear = () => {
    dragged = null;
    seats().forEach((seat) => {
      const effect = seat.querySelector("[data-effect]");
      effect.hidden = true;
      effect.textContent = "";
      seat.classList.remove("may", "no", "over");
    });
  };

  // What each mentor would change stands beside the name as soon as the dragging begins.
  const showEffects = async (row) => {
    const answer = await fetch(row.dataset.move, { headers: { "X-Requested-With": "fetch" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (dragged !== row) return;
    seats().forEach((seat) => {
      const found = page.querySelector(`[data-candidate="${seat.dataset.mentor}"]`);
      if (!found) return;
      const sentence = [...found.querySelectorAll("[data-sentence]")].map((each) => each.textContent).join(" ");
      const effect = seat.querySelector("[data-effect]");
      const change = [...found.querySelector("[data-change]").childNodes].map((each) => each.textContent.trim());
      effect.textContent = sentence || change.filter(Boolean).join(", ");
      effect.hidden = false;
      seat.classList.add(sentence ? "no" : "may");
    });
  };

  place.addEventListener("dragstart", (event) => {
    const row = event.target.closest("tr[data-line]");
    if (!row) return;
    dragged = row;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", row.id);
    showEffects(row);
  });
  place.addEventListener("dragend", clear);
  place.addEventListener("dragover", (event) => {
    const seat = event.target.closest("[data-mentor]");
    if (!dragged || !seat) return;
    event.preventDefault();
    seats().forEach((each) => each.classList.toggle("over", each === seat));
  });

  // The server decides: what it refuses comes back as its own page with the sentence.
  place.addEventListener("drop", (event) => {
    const seat = event.target.closest("[data-mentor]");
    if (!dragged || !seat) return;
    event.preventDefault();
    form.action = dragged.dataset.move;
    const values = { mentor: seat.dataset.mentor, version: dragged.dataset.line };
    Object.entries(values).forEach(([name, value]) => {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value });
      form.append(field);
    });
    form.requestSubmit();
  });
})();
