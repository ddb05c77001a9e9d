/** Follows the server's ordered events by long polling and says when the server goes away and returns. */

import * as api from "./api.js";

const PAUSES = [500, 1000, 2000, 4000];

export async function follow({ onReady, onEvent, onAway }) {
  for (let failures = 0; ; failures += 1) {
    try {
      let cursor = await onReady();
      failures = 0;
      for (;;) cursor = await once(cursor, onEvent);
    } catch {
      onAway();
      await pause(PAUSES[Math.min(failures, PAUSES.length - 1)]);
    }
  }
}

async function once(cursor, onEvent) {
  const batch = await api.events(cursor, AbortSignal.timeout(40_000));
  batch.events.forEach(onEvent);
  return batch.cursor ?? batch.events.at(-1)?.id ?? cursor;
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
