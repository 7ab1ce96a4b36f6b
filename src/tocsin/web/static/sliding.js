// SPDX-License-Identifier: Apache-2.0
// The slider over the published clock: its date is told while it moves; when it rests, the page is asked for at it.

const range = document.getElementById("day");
if (range) {
  const told = document.getElementById("day-says");
  const words = () => range.value === range.max ? "any day" : dated(Number(range.value));
  let resting = 0;
  range.addEventListener("input", () => {
    told.textContent = words();
    range.setAttribute("aria-valuetext", words());
    clearTimeout(resting);
  });
  range.addEventListener("change", () => {
    clearTimeout(resting);
    resting = setTimeout(() => range.form.requestSubmit(), 500);
  });
  range.setAttribute("aria-valuetext", words());
  if (location.hash === "#day") range.focus({ preventScroll: true });
}

/** Write a day's number, counted from 1 on 1 January of the year 1, as a date. */
function dated(number) {
  return new Date((number - 719163) * 86400000).toISOString().slice(0, 10);
}
