/** Sends a person's words and files: shown at once, replaced when the server has them, kept for a retry when not. */

import { draft } from "./message.js";

export class Sending {
  constructor(log) {
    this.log = log;
    this.again = new Map();
  }

  /** `content` is what to show meanwhile; `ask` does the request and returns the server's message. */
  async send(content, ask) {
    const shown = draft(content);
    this.again.set(shown.id, ask);
    await this.attempt(shown);
  }

  retry(message) {
    return this.attempt({ ...message, state: "pending" });
  }

  discard({ id }) {
    this.again.delete(id);
    this.log.remove(id);
  }

  async attempt(shown) {
    this.log.put(shown);
    try {
      const sent = await this.again.get(shown.id)();
      this.discard(shown);
      this.log.put(sent);
    } catch (problem) {
      this.log.put({ ...shown, state: "failed", reason: problem.message });
    }
  }
}
