// SPDX-License-Identifier: Apache-2.0
// What is being worked out: ask until it is ready, then show it, or have the file saved.

import { ask } from "/static/room.js";

const section = document.querySelector("[data-working]");
const address = section.dataset.working;
const seconds = section.querySelector("[data-seconds]");
const begun = Date.now() - 1000 * Number(section.dataset.begun);
const ticking = setInterval(() => { seconds.textContent = Math.round((Date.now() - begun) / 1000); }, 1000);
let wait = 300;

async function look() {
  let answer;
  try { answer = await ask(address); } catch { clearInterval(ticking); return; } // the room was closed
  if (answer.status === 202) {
    wait = Math.min(2000, wait * 1.3);
    setTimeout(look, wait);
    return;
  }
  clearInterval(ticking);
  if (answer.status === 204 && section.dataset.file !== undefined) {
    section.querySelector(".progress").remove();
    section.querySelector("h1").textContent = "Written";
    section.querySelector("[role=status]").textContent = "The file is saved where this browser saves files.";
    document.title = document.title.replace(/^[^–]*/, "Written ");
  }
  location.replace(address);
}
look();
