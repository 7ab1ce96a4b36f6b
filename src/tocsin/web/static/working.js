// SPDX-License-Identifier: Apache-2.0
// What is being worked out: ask until it is ready, then show it.

import { ask } from "/static/room.js";

const address = document.querySelector("[data-working]").dataset.working;

async function look() {
  const answer = await ask(address);
  if (answer.status === 202) setTimeout(look, 300);
  else location.replace(address);
}
look();
