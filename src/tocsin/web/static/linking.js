// SPDX-License-Identifier: Apache-2.0
// Words that are selected: what can be done with them stands beside them; they may answer an ask.

import { ask, tell } from "/static/room.js";

const bar = document.getElementById("chosen");
const answering = document.getElementById("answering");
const asks = document.getElementById("answering-asks");
let span = null;
let searching = 0;

/** Show what can be done with the words that are selected, under their last line; nothing where none are. */
export function offer(chosen) {
  if (!chosen) { if (!bar.contains(document.activeElement)) bar.hidden = true; return; }
  span = chosen;
  bar.hidden = false;
  const boxes = getSelection().rangeCount ? getSelection().getRangeAt(0).getClientRects() : [];
  const last = boxes[boxes.length - 1];
  if (!last) return;
  const left = Math.min(Math.max(8, last.right - bar.offsetWidth / 2), innerWidth - bar.offsetWidth - 8);
  bar.style.insetInlineStart = "auto";
  bar.style.left = `${left + scrollX}px`;
  bar.style.top = `${last.bottom + scrollY + 8}px`;
}

/** Ask which ask the selected words answer. */
export function answer(chosen) {
  if (!chosen) { tell("Select words in the text first"); return; }
  span = chosen;
  bar.hidden = true;
  answering.elements.span.value = `${span.start}:${span.end}`;
  document.getElementById("answering-words").textContent = span.words;
  answering.hidden = false;
  if (asks && !asks.childElementCount) find("");
  (document.getElementById("answering-search") ?? answering.elements.response).focus();
}

export function quiet() {
  const open = !answering.hidden || !bar.hidden;
  answering.hidden = bar.hidden = true;
  return open;
}

async function find(words) {
  const got = await ask(`${answering.dataset.askables}?q=${encodeURIComponent(words)}`);
  if (!got.ok) { tell(`The asks could not be listed (${got.status})`); return; }
  const made = new DOMParser().parseFromString(await got.text(), "text/html").querySelector(".askables");
  asks.replaceChildren(document.importNode(made, true));
}

document.getElementById("answering-search")?.addEventListener("input", (event) => {
  clearTimeout(searching);
  searching = setTimeout(() => find(event.target.value), 250);
});
document.getElementById("answering-search")?.addEventListener("keydown", (event) => {
  if (event.key === "Enter") event.preventDefault();
  if (event.key === "ArrowDown") { event.preventDefault(); asks.querySelector("input")?.focus(); }
});
answering.querySelector("[data-cancel]").addEventListener("click", quiet);

answering.addEventListener("submit", async (event) => {
  event.preventDefault();
  const got = await ask(answering.action, { method: "POST", body: new URLSearchParams(new FormData(answering)) });
  if (!got.ok) {
    const page = new DOMParser().parseFromString(await got.text(), "text/html");
    tell(page.querySelector(".refusal p:not(.eyebrow)")?.textContent ?? `Not recorded (${got.status})`);
    return;
  }
  const { entry } = await got.json();
  quiet();
  document.querySelector(".held")?.remove();
  tell("Recorded as an answer", "Undo", async () => {
    const undone = await ask("/undo", { method: "POST", body: new URLSearchParams({ id: entry, why: "taken back" }) });
    tell(undone.ok ? "Undone: the answer is withdrawn" : "It could not be withdrawn");
  });
});

// A card in the text is a page of its own elsewhere: its forms come back to this document, at their finding.
document.addEventListener("submit", (event) => {
  const form = event.target.closest(".note .tie");
  if (!form) return;
  const note = form.closest(".note");
  form.elements.back.value = `${location.pathname}?at=${note.dataset.start}-${note.dataset.end}#f-${note.id.slice(2)}`;
});

/** Let the buttons of the bar do what their keys do. */
export function buttons(does) {
  bar.addEventListener("mousedown", (event) => event.preventDefault()); // the words stay selected
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) { bar.hidden = true; does[button.dataset.do](); }
  });
}
