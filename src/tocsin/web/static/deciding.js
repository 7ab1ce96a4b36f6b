// SPDX-License-Identifier: Apache-2.0
// Proposals: choosing by keys, and how many are chosen.

import { typing } from "/static/room.js";

const form = document.querySelector(".deciding");
if (form) {
  const rows = [...form.querySelectorAll(".choice")].filter((row) => row.querySelector('input[type="checkbox"]'));
  const boxes = rows.map((row) => row.querySelector('input[type="checkbox"]'));
  const all = form.querySelector("[data-all]");
  let now = -1;

  const count = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    for (const place of form.querySelectorAll("[data-chosen]")) place.textContent = chosen || "";
    all.textContent = chosen === boxes.length ? "Choose none" : "Choose all";
  };
  const go = (step) => {
    if (!rows.length) return;
    now = Math.min(Math.max(now + step, 0), rows.length - 1);
    rows.forEach((row, number) => row.classList.toggle("now", number === now));
    boxes[now].focus({ preventScroll: true });
    rows[now].scrollIntoView({ block: "center" });
  };
  all.hidden = !boxes.length;
  all.addEventListener("click", () => {
    const wanted = boxes.some((box) => !box.checked);
    for (const box of boxes) box.checked = wanted;
    count();
  });
  form.addEventListener("change", count);
  form.addEventListener("focusin", (event) => {
    const row = event.target.closest(".choice");
    if (row) { now = rows.indexOf(row); rows.forEach((one) => one.classList.toggle("now", one === row)); }
  });
  const press = (verdict) => {
    if (boxes.some((box) => box.checked)) form.querySelector(`.dock button[value="${verdict}"]`)?.click();
  };
  document.addEventListener("keydown", (event) => {
    const box = event.target.matches?.('input[type="checkbox"]');
    if (event.ctrlKey || event.metaKey || event.altKey || (typing(event) && !box)) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "x" && now >= 0) { boxes[now].checked = !boxes[now].checked; count(); }
    else if (event.key === "c") press("confirm");
    else if (event.key === "r") press("reject");
  });
  count();
}
