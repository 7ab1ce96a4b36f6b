// SPDX-License-Identifier: Apache-2.0
// Places in the text: what is selected as code points, and code points as what is shown. A page counts in UTF-16 units.

/** Count the code points of a string up to a UTF-16 offset. */
function points(words, offset) {
  let count = 0;
  for (const _ of words.slice(0, offset)) count += 1;
  return count;
}

/** Give the UTF-16 offset of a code point of a string. */
function units(words, point) {
  let at = 0;
  for (const letter of words) {
    if (point <= 0) break;
    at += letter.length;
    point -= 1;
  }
  return at;
}

function length(leaf) {
  return leaf.dataset.e ? Number(leaf.dataset.e) - Number(leaf.dataset.s) : points(leaf.textContent, Infinity);
}

/** Give the place of a boundary of a range; a withheld name counts whole, to the side that is asked for. */
function place(text, node, offset, end) {
  const within = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.(".w");
  if (within) {
    const start = Number(within.dataset.s);
    if (within.dataset.e) return end ? Number(within.dataset.e) : start;
    return start + (node.nodeType === Node.TEXT_NODE ? points(node.data, offset) : (offset ? length(within) : 0));
  }
  // Between leaves: the nearest leaf on the inner side.
  const range = document.createRange();
  range.setStart(node, offset);
  const leaves = [...text.querySelectorAll(".w")];
  if (end) {
    const before = leaves.filter((leaf) => range.comparePoint(leaf, 0) < 0).at(-1);
    return before ? Number(before.dataset.s) + length(before) : null;
  }
  const after = leaves.find((leaf) => range.comparePoint(leaf, 0) >= 0);
  return after ? Number(after.dataset.s) : null;
}

/** Give what is selected in the text as {start, end, words}, without white space around it; null where nothing is. */
export function chosen(text) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(text) || !inWords(range.startContainer, text) || !inWords(range.endContainer, text)) return null;
  let start = place(text, range.startContainer, range.startOffset, false);
  let end = place(text, range.endContainer, range.endOffset, true);
  if (start === null || end === null || start >= end) return null;
  const words = leavesOf(text, start, end).map((leaf) => part(leaf, start, end)).join("");
  start += points(words, words.length - words.trimStart().length);
  end -= points(words.slice(words.trimEnd().length), Infinity);
  return start < end ? { start, end, words: words.trim().replace(/\s+/gu, " ") } : null;
}

function inWords(node, text) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  return text.contains(element) && !element.closest(".notes");
}

function part(leaf, start, end) {
  if (leaf.dataset.e) return leaf.textContent;
  const from = Number(leaf.dataset.s);
  return [...leaf.textContent].slice(Math.max(0, start - from), end - from).join("");
}

/** Give the leaves that share characters with a span, in order. */
export function leavesOf(text, start, end) {
  return [...text.querySelectorAll(".w")].filter((leaf) => {
    const from = Number(leaf.dataset.s);
    return from < end && from + length(leaf) > start;
  });
}

/** Show a span, exactly where the browser can, else by whole leaves. */
export function highlight(text, start, end) {
  for (const leaf of text.querySelectorAll(".w.target")) leaf.classList.remove("target");
  const leaves = leavesOf(text, start, end);
  if (!leaves.length) return;
  if (!("highlights" in CSS)) {
    for (const leaf of leaves) leaf.classList.add("target");
    return;
  }
  const ranges = leaves.map((leaf) => {
    const range = document.createRange();
    const node = leaf.firstChild;
    const from = Number(leaf.dataset.s);
    if (leaf.dataset.e || !node) { range.selectNodeContents(leaf); return range; }
    range.setStart(node, units(node.data, Math.max(0, start - from)));
    range.setEnd(node, units(node.data, end - from));
    return range;
  });
  CSS.highlights.set("target", new Highlight(...ranges));
}
