/** Follows the server's ordered events by long polling and says when the server goes away and returns. */

import * as api from "./api.js";

const PAUSES_MS = [500, 1000, 2000, 4000];
const PATIENCE_MS = 40_000;

/** `onReady` loads all and returns the cursor; so it does again when `onEvent` returns "reload". */
export async function follow({ onReady, onEvent, onAway }) {
  for (let failures = 0; ; failures += 1) {
    try {
      let cursor = await onReady();
      failures = 0;
      for (;;) cursor = (await next(cursor, onEvent)) ?? (await onReady());
    } catch (problem) {
      if (!(problem instanceof api.Refused)) throw problem;
      onAway();
      await pause(PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)]);
    }
  }
}

async function next(after, onEvent) {
  const { events, cursor } = await api.events(after, AbortSignal.timeout(PATIENCE_MS));
  return events.map(onEvent).includes("reload") ? null : cursor;
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
