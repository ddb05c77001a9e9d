/** Remembers which presses still wait for the bot's answer. */

import * as api from "./api.js";

export class Presses {
  constructor(person) {
    this.person = person;
    this.waiting = new Map();
    this.early = new Set();
  }

  /** Resolves when the bot has answered; the answer may overtake the request that it answers. */
  async press(messageId, data) {
    const { callback_query_id: id } = await api.press(this.person, messageId, data);
    if (this.early.delete(id)) return;
    await new Promise((resolve) => this.waiting.set(id, resolve));
  }

  answered(id) {
    if (!this.waiting.has(id)) this.early.add(id);
    this.waiting.get(id)?.();
    this.waiting.delete(id);
  }
}
