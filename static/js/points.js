/* Points of an order: moved, numbered, removed and put back at once. Without this file the buttons ask the server. */
(() => {
  "use strict";
  const box = document.querySelector("[data-points]");
  if (!box) return;
  const form = box.closest("form");
  const list = box.querySelector("[data-rows]");
  const gone = box.querySelector("[data-removed]");
  const rows = () => [...list.children];
  const areaOf = (row) => row.querySelector("textarea");
  const depthOf = (row) => row.querySelector("select");
  const say = (words) => { box.querySelector("[data-say]").textContent = words; };
  const changed = () => { form.dataset.changed = "1"; };
  const fresh = (name) => box.querySelector(name).content.firstElementChild.cloneNode(true);

  // ---------- numbers: the place of a point names its fields, its label is the number on the paper ----------
  const renumber = (row, place) => {
    const pattern = new RegExp(`${box.dataset.points}-(?:\\d+|__prefix__)-`, "g");
    row.querySelectorAll("*").forEach((each) => {
      ["id", "name", "for", "aria-describedby"].forEach((name) => {
        const value = each.getAttribute(name);
        if (value) each.setAttribute(name, value.replace(pattern, `${box.dataset.points}-${place}-`));
      });
      if (each.name === "do") each.value = each.value.replace(/\d+$/, place);
    });
  };
  const labelOf = (row) => row.querySelector("label[for$='-text']");
  const number = () => {
    let first = 0;
    let second = 0;
    rows().forEach((row, place, all) => {
      renumber(row, place);
      if (!place) depthOf(row).value = "1";
      const below = depthOf(row).value === "2";
      if (below) second += 1;
      else { first += 1; second = 0; }
      row.dataset.number = below ? `${first}.${second}` : String(first);
      row.classList.toggle("below", below);
      labelOf(row).textContent = box.dataset.label.replace("{number}", row.dataset.number);
      row.querySelector("[value^='up-']").disabled = !place;
      row.querySelector("[value^='down-']").disabled = place === all.length - 1;
    });
    ["TOTAL", "INITIAL"].forEach((each) => {
      form.elements[`${box.dataset.points}-${each}_FORMS`].value = rows().length;
    });
    [...gone.children].forEach((each, place) => { each.querySelector("button").value = `restore-${place}`; });
  };
  const settle = (row) => {
    number();
    changed();
    say(box.dataset.wordsMoved.replace("{number}", row.dataset.number));
  };

  // ---------- deeds ----------
  const move = (row, step) => {
    const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (step < 0) other.before(row);
    else other.after(row);
    settle(row);
    areaOf(row).focus();
    row.scrollIntoView({ block: "nearest" });
  };
  const deepen = (row, depth) => {
    if (depth === "2" && !row.previousElementSibling) return;
    depthOf(row).value = depth;
    settle(row);
  };
  const insert = (after, text = "", depth = "") => {
    const row = fresh("[data-new-point]");
    if (after) after.after(row);
    else list.append(row);
    areaOf(row).value = text;
    depthOf(row).value = depth || (after ? depthOf(after).value : "1");
    settle(row);
    count(areaOf(row));
    areaOf(row).focus();
    return row;
  };
  const remove = (row) => {
    const next = row.nextElementSibling || row.previousElementSibling;
    const text = areaOf(row).value;
    if (text.trim()) {
      const bar = fresh("[data-new-removed]");
      const values = { text, depth: depthOf(row).value, at: rows().indexOf(row) };
      Object.entries(values).forEach(([name, value]) => {
        const field = bar.querySelector(`[name='removed-${name}']`);
        Object.assign(field, { value, disabled: false });
      });
      bar.querySelector("[data-title]").textContent = box.dataset.wordsRemoved.replace("{number}", row.dataset.number);
      bar.querySelector("[data-text]").textContent = text.length > 160 ? `${text.slice(0, 160)}…` : text;
      gone.append(bar);
      bar.querySelector("button").focus();
    } else if (next) {
      areaOf(next).focus();
    }
    row.remove();
    number();
    changed();
  };
  const restore = (bar) => {
    const value = (name) => bar.querySelector(`[name='removed-${name}']`).value;
    const place = Math.min(Number(value("at")), rows().length);
    bar.remove();
    const row = insert(rows().at(-1), value("text"), value("depth"));
    if (place < rows().length - 1) rows()[place].before(row);
    settle(row);
    areaOf(row).focus();
  };

  box.addEventListener("click", (event) => {
    const button = event.target.closest("button[name='do']");
    if (!button) return;
    event.preventDefault();
    const row = button.closest("[data-point]");
    const deeds = {
      up: () => move(row, -1),
      down: () => move(row, 1),
      below: () => insert(row),
      remove: () => remove(row),
      restore: () => restore(button.closest("[data-gone]")),
      add: () => insert(rows().at(-1), "", "1"),
    };
    deeds[button.value.split("-")[0]]();
  });
  box.addEventListener("change", (event) => {
    const row = event.target.closest("[data-point]");
    if (row && event.target === depthOf(row)) settle(row);
  });
  box.addEventListener("keydown", (event) => {
    const row = event.target.closest("[data-point]");
    if (!row) return;
    const arrows = {
      ArrowUp: () => move(row, -1),
      ArrowDown: () => move(row, 1),
      ArrowRight: () => deepen(row, "2"),
      ArrowLeft: () => deepen(row, "1"),
    };
    if (event.altKey && !event.ctrlKey && arrows[event.key]) {
      event.preventDefault();
      arrows[event.key]();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      insert(row);
    }
  });

  // ---------- letters: how many of how many, red when a text is too long ----------
  const count = (area) => {
    const place = area.parentElement;
    const shown = place.querySelector("[data-count]") || place.appendChild(document.createElement("small"));
    Object.assign(shown, { className: "letters muted" });
    shown.dataset.count = "";
    const limit = Number(area.dataset.limit);
    shown.classList.toggle("over", area.value.length > limit);
    shown.textContent = box.dataset.wordsCount.replace("{n}", area.value.length).replace("{limit}", limit);
  };
  const countAll = () => { form.querySelectorAll("textarea[data-limit]").forEach(count); };
  form.addEventListener("input", (event) => { if (event.target.dataset.limit) count(event.target); });
  document.addEventListener("htmx:afterSwap", countAll);

  // ---------- fields of a wording: a word goes where the cursor was, a part into a point of its own ----------
  let last = null;
  form.addEventListener("focusin", (event) => { if (event.target.matches("textarea")) last = event.target; });
  document.querySelectorAll("[data-insert]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      const row = last?.closest("[data-point]");
      if ("part" in button.dataset) { insert(row || rows().at(-1), button.dataset.insert, "1"); return; }
      const area = last?.isConnected ? last : areaOf(rows().at(-1) || insert(null));
      area.setRangeText(button.dataset.insert, area.selectionStart, area.selectionEnd, "end");
      area.focus();
      count(area);
      changed();
    });
  });

  box.querySelector("[data-keys]").hidden = false;
  number();
  countAll();
})();
