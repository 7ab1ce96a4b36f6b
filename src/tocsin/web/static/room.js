// SPDX-License-Identifier: Apache-2.0
// The room: the session's token, what is told, and the keys that every page has.

export const token = document.querySelector('meta[name="token"]').content;

export function ask(address, options = {}) {
  const headers = { "X-Tocsin-Token": token, "X-Tocsin-Part": "1", ...options.headers };
  return fetch(address, { ...options, headers, credentials: "same-origin" });
}

/** Put what stands beside something where it belongs, once it is worked out. */
export function beside(within) {
  return Promise.all([...within.querySelectorAll("[data-beside]")].map(fill));
}

async function fill(place) {
  const recorded = document.querySelector(".document")?.dataset.recordedBy;
  const address = place.dataset.beside + (recorded ? `?recorded-by=${encodeURIComponent(recorded)}` : "");
  let answer = await ask(address);
  for (let wait = 400; answer.status === 202 && place.isConnected; wait = Math.min(3000, wait * 1.5)) {
    await new Promise((ready) => setTimeout(ready, wait));
    answer = await ask(address);
  }
  const made = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".beside");
  if (!made) return;
  place.querySelector("p")?.remove();
  place.append(document.importNode(made, true));
}
beside(document);

// What entries came after is shown meanwhile; once it is worked out again, the page shows it where it was scrolled to.
const behind = document.querySelector("[data-behind]");
if (behind) {
  let wait = 500;
  const look = async () => {
    const answer = await ask(behind.dataset.behind, { headers: { "X-Tocsin-Fresh": "1" } }).catch(() => null);
    wait = Math.min(3000, wait * 1.4);
    if (answer?.status === 202) setTimeout(look, wait);
    else if (answer?.ok && !document.activeElement?.matches("input, select")) location.reload();
  };
  setTimeout(look, wait);
}

let fading = 0;

/** Tell something at the foot of the page, with at most one thing to do about it. */
export function tell(words, action, done) {
  const line = document.createElement("p");
  const said = document.createElement("span");
  said.textContent = words;
  line.append(said);
  if (action) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = action;
    button.addEventListener("click", () => { hush(); done(); });
    line.append(button);
  }
  document.getElementById("told").replaceChildren(line);
  clearTimeout(fading);
  fading = setTimeout(hush, action ? 9000 : 4000);
}

export function hush() {
  document.getElementById("told").replaceChildren();
}

/** Say whether a key belongs to what is being typed. */
export function typing(event) {
  return event.target.closest("input, select, textarea, [contenteditable]") && event.key !== "Escape";
}

export function help() {
  const list = document.getElementById("help");
  if (!list.open) list.showModal();
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-help]")) help();
  const open = document.querySelector(".who[open]");
  if (open && !event.target.closest(".who")) open.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event)) return;
  if (event.key === "?") { event.preventDefault(); help(); }
  if (event.key === "/") {
    event.preventDefault();
    const field = document.getElementById("q");
    if (field) { field.focus(); field.select(); } else { location.assign("/search"); }
  }
});
document.querySelector(".bar nav [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
document.getElementById("q")?.focus({ preventScroll: true });
