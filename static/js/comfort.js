/* Comfort only: every page works without this file. */
(() => {
  "use strict";

  // Menus close on Escape and on a click elsewhere.
  const openMenus = () => document.querySelectorAll("details[data-menu][open]");
  document.addEventListener("click", (event) => {
    openMenus().forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    openMenus().forEach((menu) => { menu.open = false; menu.querySelector("summary").focus(); });
  });

  // A click anywhere in a row follows the row's link, unless text is being selected or something else was hit.
  document.addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-row-link]");
    if (!row || event.target.closest("a, button, input, label, summary, select, textarea")) return;
    if (String(window.getSelection())) return;
    row.querySelector("a[href]")?.click();
  });

  // A second press of a button does not send the form twice.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    // What opens beside the page may be asked for again and again, and sends nothing away.
    if (event.submitter?.formTarget) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    if (form.method === "post" && !form.hasAttribute("hx-post")) form.dataset.sent = "1";
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => { delete form.dataset.sent; });
  });

  // Leaving a form with something typed and not sent asks first.
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-guard]");
    if (form) form.dataset.changed = "1";
  });
  window.addEventListener("beforeunload", (event) => {
    if (document.querySelector("form[data-changed]:not([data-sent])")) event.preventDefault();
  });

  // One box ticks all rows; the bar of bulk actions counts them.
  const countTicked = (scope) => {
    const place = scope.querySelector("[data-ticked]");
    if (place) place.textContent = scope.querySelectorAll("input[data-tick]:checked").length;
  };
  document.addEventListener("change", (event) => {
    const scope = event.target.closest("form") || document;
    if (event.target.matches("input[data-tick-all]")) {
      scope.querySelectorAll("input[data-tick]").forEach((box) => { box.checked = event.target.checked; });
    }
    if (event.target.matches("input[data-tick-all], input[data-tick]")) countTicked(scope);
    if (event.target.matches("select[data-submit]")) event.target.form.requestSubmit();
  });

  // A button that prints; without the script it stays hidden.
  document.querySelectorAll("button[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });
})();
