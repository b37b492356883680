/* Answering a survey: what is filled in is kept at once. Every page works without this file. */
(() => {
  "use strict";

  document.querySelectorAll("[data-forget-draft]").forEach((place) => {
    localStorage.removeItem(place.dataset.forgetDraft);
  });

  const form = document.querySelector("form[data-survey]");
  if (!form) return;
  const questions = [...form.querySelectorAll("[data-question]")];
  const fieldsOf = (question) => [...question.querySelectorAll("input, textarea")];
  const say = (words) => { form.querySelector("[data-status]").textContent = words; };

  // «Answered: 7 of 12» follows every change; of a table every row counts.
  const isAnswered = (question) => {
    const groups = new Map();
    fieldsOf(question).forEach((field) => {
      const filled = field.type === "textarea" ? field.value.trim() !== "" : field.checked;
      groups.set(field.name, groups.get(field.name) || filled);
    });
    return groups.size > 0 && [...groups.values()].every(Boolean);
  };
  const count = () => {
    const place = form.querySelector("[data-count]");
    place.textContent = place.dataset.words
      .replace("%(done)s", questions.filter(isAnswered).length).replace("%(total)s", questions.length);
  };

  // With names: only the question just changed goes to the server, so that two devices do not undo each other.
  const waiting = new Map();
  const inTime = () => new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  const send = async (question) => {
    clearTimeout(waiting.get(question));
    waiting.delete(question);
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.append("code", question.dataset.question);
    fieldsOf(question).forEach((field) => {
      if (field.type === "textarea" || field.checked) body.append(field.name, field.value);
    });
    try {
      const answer = await fetch(form.dataset.save, { method: "POST", body, keepalive: true, redirect: "error" });
      const said = await answer.json();
      if (!said.saved) { say(said.refusal); return; }
      say(`${form.dataset.wordsSaved} ${inTime()}`);
      if (!waiting.size) delete form.dataset.changed;
    } catch {
      say(form.dataset.wordsFailed);
      waiting.set(question, setTimeout(() => send(question), 15000));
    }
  };
  const sendSoon = (question, delay) => {
    clearTimeout(waiting.get(question));
    waiting.set(question, setTimeout(() => send(question), delay));
  };
  const flush = () => { [...waiting.keys()].forEach(send); };

  // Without names: the draft stays in this browser.
  const keep = () => {
    const values = fieldsOf(form).filter((field) => field.name.startsWith("q-") && (field.type === "textarea" || field.checked))
      .map((field) => [field.name, field.value]);
    localStorage.setItem(form.dataset.draft, JSON.stringify(values));
    delete form.dataset.changed;
    say(form.dataset.wordsKept);
  };
  const restore = () => {
    let values;
    try { values = JSON.parse(localStorage.getItem(form.dataset.draft) || "[]"); } catch { values = []; }
    const known = new Set(values.map(([name, value]) => `${name}=${value}`));
    const texts = new Map(values);
    fieldsOf(form).forEach((field) => {
      if (!field.name.startsWith("q-")) return;
      if (field.type === "textarea") field.value = texts.get(field.name) || field.value;
      else field.checked = field.checked || known.has(`${field.name}=${field.value}`);
    });
  };

  const changed = (event) => {
    const question = event.target.closest("[data-question]");
    if (!question) return;
    count();
    if (form.dataset.draft) keep();
    else sendSoon(question, event.target.type === "textarea" && event.type === "input" ? 1200 : 250);
  };
  // On a slow phone people tick and write before this file arrives: that is kept too.
  const isTouched = (field) => (field.type === "textarea" ? field.value !== field.defaultValue : field.checked !== field.defaultChecked);
  const early = questions.filter((question) => fieldsOf(question).some(isTouched));
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  if (form.dataset.draft) {
    if (!("bound" in form.dataset)) restore();
    if (early.length) keep();
    const forget = form.querySelector("[data-forget]");
    forget.hidden = false;
    forget.addEventListener("click", () => {
      localStorage.removeItem(form.dataset.draft);
      fieldsOf(form).filter((field) => field.name.startsWith("q-")).forEach((field) => {
        if (field.type === "textarea") field.value = "";
        else field.checked = false;
      });
      delete form.dataset.changed;
      count();
      say("");
    });
  } else {
    early.forEach((question) => sendSoon(question, 250));
    document.addEventListener("visibilitychange", () => { if (document.hidden) flush(); });
    window.addEventListener("online", flush);
  }
  // Nothing more is kept once the answers are on their way: the whole form carries them.
  form.addEventListener("submit", () => { waiting.forEach(clearTimeout); waiting.clear(); });
  count();
})();
