// SPDX-License-Identifier: Apache-2.0
// A document: sheets loaded as they are reached, findings walked by keys, cards opened beside the words, words selected.

import { answer as answerWith, buttons, offer, quiet } from "/static/linking.js";
import { ask, beside, hush, tell, typing } from "/static/room.js";
import { chosen, highlight, leavesOf } from "/static/selecting.js";

const document_ = document.querySelector(".document");
const text = document_.querySelector(".text");
const adding = document.getElementById("adding");
const KINDS = ["ask", "warning", "claim", "citation", "time", "quantity"];
let now = null; // the note that is open or was reached last
let selected = null; // the span selected last, {start, end, words}

// ---- sheets

const ANCHORED = CSS.supports("overflow-anchor", "auto"); // the browser itself keeps what is read where it is

const later = new IntersectionObserver((entries) => {
  for (const entry of entries) if (entry.isIntersecting) load(entry.target);
}, { rootMargin: "1500px 0px" });

async function load(sheet) {
  if (sheet.dataset.loaded !== undefined || sheet.dataset.loading) return sheet.loading;
  later.unobserve(sheet);
  sheet.dataset.loading = "1";
  sheet.loading = fetched(sheet, sheet.dataset.from);
  return sheet.loading;
}

async function fetched(sheet, address) {
  let answer = await ask(address);
  while (answer.status === 202) { // the document is still being opened
    await new Promise((ready) => setTimeout(ready, 500));
    answer = await ask(address);
  }
  if (!answer.ok) { tell(`This part could not be loaded (${answer.status})`); return sheet; }
  const made = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".sheet");
  const shift = !ANCHORED && sheet.getBoundingClientRect().bottom < 0 ? sheet.offsetHeight : null;
  const fresh = document.importNode(made, true);
  sheet.replaceWith(fresh);
  if (shift !== null) scrollBy(0, fresh.offsetHeight - shift); // what is read stays where it is
  return fresh;
}

async function again(sheet) {
  const recorded = document_.dataset.recordedBy;
  const query = recorded ? `?recorded-by=${encodeURIComponent(recorded)}` : "";
  const fresh = await fetched(sheet, `/documents/${document_.dataset.document}/sheets/${sheet.dataset.number}${query}`);
  return fresh;
}

function sheetAt(place) {
  let found = null;
  for (const sheet of text.querySelectorAll(".sheet")) if (Number(sheet.dataset.start) <= place) found = sheet;
  return found;
}

/** Give parts that are not loaded about the height that they will have, so that the scroll bar tells the truth. */
function reserve() {
  const loaded = text.querySelector(".sheet[data-loaded]");
  const size = (sheet) => Math.max(1, sheet.dataset.end - sheet.dataset.start);
  const each = loaded ? loaded.offsetHeight / size(loaded) : 0.4;
  for (const sheet of text.querySelectorAll(".sheet.later")) {
    sheet.style.minBlockSize = `${Math.round(size(sheet) * each)}px`;
  }
}


// ---- notes

function notes() {
  return [...text.querySelectorAll(".note")].filter((note) => note.offsetParent !== null);
}

function mark(note) {
  for (const leaf of text.querySelectorAll(".w.now")) leaf.classList.remove("now");
  if (!note) return;
  const name = note.id.slice(2);
  for (const leaf of text.querySelectorAll(`.w[data-f~="${CSS.escape(name)}"]`)) leaf.classList.add("now");
}

function reach(note, { focus = true } = {}) {
  if (now && now !== note) close(now);
  now = note;
  note.classList.add("now");
  mark(note);
  if (focus) note.querySelector(".open").focus({ preventScroll: true });
  const words = text.querySelector(".w.now") ?? note;
  const box = words.getBoundingClientRect();
  if (box.top < 90 || box.bottom > innerHeight - 220) scrollBy({ top: box.top - innerHeight * 0.3 });
}

function close(note) {
  note.classList.remove("now");
  note.querySelector(".card")?.remove();
  note.closest(".sheet")?.classList.remove("opened");
  note.querySelector(".open").setAttribute("aria-expanded", "false");
}

async function open(note) {
  reach(note);
  if (note.querySelector(".card")) return note.querySelector(".card");
  const recorded = document_.dataset.recordedBy;
  const answer = await ask(`/findings/${note.dataset.finding}${recorded ? `?recorded-by=${encodeURIComponent(recorded)}` : ""}`);
  return answer.ok ? put(note, await answer.text()) : tell(`The card could not be loaded (${answer.status})`);
}

function put(note, markup) {
  const card = new DOMParser().parseFromString(markup, "text/html").querySelector(".card");
  note.querySelector(".card")?.remove();
  note.append(document.importNode(card, true));
  note.closest(".sheet").classList.add("opened"); // the card may be taller than its part
  note.querySelector(".open").setAttribute("aria-expanded", "true");
  beside(note);
  return note.querySelector(".card");
}

function walk(step) {
  const all = notes();
  if (!all.length) return;
  const wasOpen = Boolean(now?.querySelector(".card"));
  let at = now ? all.indexOf(now) + step : all.findIndex((note) => note.getBoundingClientRect().top > 80);
  if (at < 0 && !now) at = all.length - 1;
  const next = all[Math.min(Math.max(at, 0), all.length - 1)];
  if (wasOpen) open(next); else reach(next);
}

// ---- decisions

async function judge(note, fields) {
  const body = new URLSearchParams(fields);
  const answer = await ask(`/findings/${note.dataset.finding}/judgements`, { method: "POST", body });
  const markup = answer.status === 204 ? "" : await answer.text();
  if (!answer.ok) {
    const page = new DOMParser().parseFromString(markup, "text/html");
    if (page.querySelector(".card")) put(note, markup);
    tell(page.querySelector(".problem p, .refusal p:not(.eyebrow)")?.textContent ?? `Not done (${answer.status})`);
    return;
  }
  const page = new DOMParser().parseFromString(markup, "text/html");
  const name = page.querySelector(".card")?.dataset.finding ?? note.dataset.finding;
  const was = note.dataset.finding;
  const stands = page.querySelector(".card")?.dataset.standing ?? "withdrawn";
  await refresh(note.closest(".sheet"), name);
  const verdict = fields.verdict;
  const words = { confirm: "Confirmed", reject: "Rejected", correct: "Corrected", undo: `Undone: ${stands}` }[verdict];
  tell(words, verdict === "undo" ? "" : "Undo", () => undo(was));
}

async function undo(name) {
  const body = new URLSearchParams({ verdict: "undo" });
  const answer = await ask(`/findings/${name}/judgements`, { method: "POST", body });
  const markup = answer.status === 204 ? "" : await answer.text();
  const card = new DOMParser().parseFromString(markup, "text/html").querySelector(".card");
  tell(answer.ok ? `Undone: ${card?.dataset.standing ?? "withdrawn"}` : "There is nothing to undo");
  if (answer.ok) await refresh(now?.closest(".sheet") ?? text.querySelector(".sheet[data-loaded]"), name);
}

/** Have a sheet laid out again; stay at a finding, or where it was. */
async function refresh(sheet, name) {
  const at = now ? notes().indexOf(now) : -1;
  const wasOpen = Boolean(now?.querySelector(".card"));
  const top = scrollY;
  now = null;
  await again(sheet);
  scrollTo({ top });
  const note = document.getElementById(`n-${name.slice(0, 12)}`);
  if (note && note.offsetParent !== null) {
    if (wasOpen) await open(note); else reach(note);
  } else if (at >= 0) {
    const left = notes();
    if (left.length) reach(left[Math.min(at, left.length - 1)]);
  }
}

function press(verdict) {
  if (!now) return;
  judge(now, { verdict, ...(verdict === "undo" ? {} : { seen: now.dataset.seen }) });
}

text.addEventListener("submit", (event) => {
  const form = event.target.closest(".judging");
  if (!form) return;
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(form, event.submitter));
  if (fields.verdict === "undo") delete fields.seen;
  judge(form.closest(".note"), fields);
});

text.addEventListener("click", (event) => {
  const link = event.target.closest(".note > .open");
  if (link && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    const note = link.closest(".note");
    if (note.querySelector(".card")) close(note); else open(note);
    return;
  }
  const leaf = event.target.closest(".w.m");
  if (leaf && getSelection().isCollapsed) {
    // Of the findings over these words, the next after the one that is open.
    const names = leaf.dataset.f.split(" ").filter((name) => document.getElementById(`n-${name}`)?.offsetParent);
    if (!names.length) return;
    const at = names.indexOf(now?.id.slice(2));
    open(document.getElementById(`n-${names[(at + 1) % names.length]}`));
  }
});

// ---- words that are selected

document.addEventListener("selectionchange", () => {
  const span = chosen(text);
  if (span) selected = span;
  offer(span);
});
buttons({ add, answer: () => answerWith(selected), address: link });

function add() {
  if (!selected) { tell("Select words in the text first"); return; }
  const correcting = now?.querySelector(".correcting[open]");
  if (correcting) {
    correcting.closest("form").elements.span.value = `${selected.start}:${selected.end}`;
    const words = correcting.querySelector(".new-words");
    words.hidden = false;
    words.querySelector("q").textContent = selected.words;
    correcting.querySelector("button").focus();
    return;
  }
  adding.elements.span.value = `${selected.start}:${selected.end}`;
  document.getElementById("adding-words").textContent = selected.words;
  adding.hidden = false;
  adding.elements.kind.focus();
}

function members() {
  for (const fields of adding.querySelectorAll("fieldset")) {
    fields.hidden = fields.disabled = fields.dataset.kind !== adding.elements.kind.value;
  }
}

adding.elements.kind.addEventListener("change", members);
adding.querySelector("[data-cancel]").addEventListener("click", () => { adding.hidden = true; });
adding.addEventListener("submit", async (event) => {
  event.preventDefault();
  const answer = await ask(adding.action, { method: "POST", body: new URLSearchParams(new FormData(adding)) });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const card = page.querySelector(".card");
  if (!answer.ok || !card) { tell(page.querySelector(".refusal p:not(.eyebrow)")?.textContent ?? `Not added (${answer.status})`); return; }
  adding.hidden = true;
  const span = adding.elements.span.value.split(":").map(Number);
  const name = card.dataset.finding;
  await refresh(sheetAt(span[0]), name);
  tell("Added", "Undo", () => undo(name));
});
members();

// ---- kinds

function toggle(button) {
  const on = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(on));
  text.classList.toggle(`off-${button.dataset.kind}`, !on);
}

const toggles = [...document_.querySelectorAll(".toggle")];
for (const button of toggles) {
  text.classList.toggle(`off-${button.dataset.kind}`, button.getAttribute("aria-pressed") !== "true");
  button.addEventListener("click", () => toggle(button));
}

// ---- keys

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event)) return;
  if (document.getElementById("help").open) return;
  const digit = Number(event.key);
  if (event.key === "j") walk(1);
  else if (event.key === "k") walk(-1);
  else if (event.key === "c") press("confirm");
  else if (event.key === "r") press("reject");
  else if (event.key === "u") press("undo");
  else if (event.key === "e" && now) {
    event.preventDefault();
    open(now).then((card) => {
      const form = card?.querySelector(".correcting");
      if (form) { form.open = true; form.querySelector(".fields :is(input, select)")?.focus(); }
    });
  } else if (event.key === "a") { event.preventDefault(); add(); }
  else if (event.key === "w") { event.preventDefault(); answerWith(selected); }
  else if (event.key === "l" && selected) link();
  else if (digit >= 1 && digit <= KINDS.length) toggle(toggles[digit - 1]);
  else if (event.key === "Escape") {
    hush();
    if (!adding.hidden) adding.hidden = true;
    else if (quiet()) return;
    else if (now) { const note = now; close(note); note.querySelector(".open").focus({ preventScroll: true }); }
  }
});

async function link() {
  const address = new URL(`/documents/${document_.dataset.document}?at=${selected.start}-${selected.end}#a=${selected.start}-${selected.end}`, location.href);
  history.replaceState(null, "", address);
  highlight(text, selected.start, selected.end);
  tell("The address bar names these words now");
}

// ---- addresses of places

async function goTo() {
  const words = /^#a=(\d+)-(\d+)$/.exec(location.hash);
  const finding = /^#f-([0-9a-f]{12})$/.exec(location.hash);
  if (words) {
    const [start, end] = [Number(words[1]), Number(words[2])];
    await load(sheetAt(start) ?? text.querySelector(".sheet"));
    highlight(text, start, end);
    const leaf = leavesOf(text, start, end)[0];
    leaf?.scrollIntoView({ block: "center" });
    const first = leaf && document.getElementById(`n-${(leaf.dataset.f ?? "").split(" ")[0]}`);
    if (first?.offsetParent) { now = first; first.classList.add("now"); }
  } else if (finding) {
    const note = document.getElementById(`n-${finding[1]}`);
    if (note) {
      const kind = KINDS.find((name) => note.classList.contains(`k-${name}`));
      if (text.classList.contains(`off-${kind}`)) toggle(toggles[KINDS.indexOf(kind)]);
      await open(note);
    }
  }
}

addEventListener("hashchange", goTo);
reserve();
goTo().then(() => { for (const sheet of text.querySelectorAll(".sheet.later")) later.observe(sheet); });
