// SPDX-License-Identifier: Apache-2.0
// Bringing in: each dropped file is sent by itself; the list is asked for again while something is being read.

import { ask, tell } from "/static/room.js";

const drop = document.getElementById("drop");
const field = document.getElementById("files");
const list = document.getElementById("takings");
const limit = Number(drop.dataset.limit);
let watching = false;

function part(name, words, inside = []) {
  const made = document.createElement(name);
  if (words) made.textContent = words;
  made.append(...inside);
  return made;
}

function row(one) {
  const name = part("span");
  if (one.document) {
    const link = part("a", one.name);
    link.href = `/documents/${one.document.replace("sha256:", "")}`;
    name.append(link);
  } else {
    name.textContent = one.name;
  }
  name.className = "name";
  const status = part("span", one.status);
  status.className = "status";
  const found = part("span", one.findings ? `${one.findings} findings` : "");
  found.className = "soft";
  const problems = one.problems.map((problem) => {
    const line = part("p", problem);
    line.className = "soft small";
    return line;
  });
  const made = part("li", "", [name, status, found, ...problems]);
  made.className = `taking t-${one.status}`;
  return made;
}

async function watch() {
  if (watching) return;
  watching = true;
  for (;;) {
    const answer = await ask("/bring-in/takings");
    if (!answer.ok) break;
    const takings = await answer.json();
    list.replaceChildren(...takings.map(row));
    if (!takings.some((one) => one.status === "waiting" || one.status === "reading")) break;
    await new Promise((done) => setTimeout(done, 300));
  }
  watching = false;
}

async function send(files) {
  let sent = 0;
  for (const file of files) {
    if (file.size > limit) {
      tell(`${file.name}: too large for the browser; \`tocsin read\` takes it`);
      continue;
    }
    try {
      const headers = { "X-Tocsin-Name": encodeURIComponent(file.name), "Content-Type": "application/octet-stream" };
      const answer = await ask("/bring-in/files", { method: "POST", body: file, headers });
      if (answer.ok) sent += 1;
      else tell(`${file.name}: not taken (${answer.status}); load this page again`);
    } catch {
      tell(`${file.name}: could not be sent; is it a folder?`);
    }
    watch();
  }
  if (sent) tell(`${sent} ${sent === 1 ? "file is" : "files are"} being read`);
}

for (const kind of ["dragenter", "dragover"]) {
  document.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
}
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("over"); });
document.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  send([...event.dataTransfer.files]);
});
drop.addEventListener("submit", (event) => event.preventDefault());
field.addEventListener("change", () => { send([...field.files]); field.value = ""; });
watch();
