/** Sends a person's words and files: shown at once, replaced when the server has them, kept for a retry when not. */

import { draft, fromServer } from "./message.js";

export class Sending {
  constructor(log) {
    this.log = log;
    this.again = new Map();
  }

  /** `content` is what to show meanwhile; `ask` does the request and returns the server's message. */
  async send(content, ask) {
    const shown = draft(content);
    this.again.set(shown.message_id, ask);
    await this.attempt(shown);
  }

  retry(message) {
    return this.attempt({ ...message, state: "pending" });
  }

  discard({ message_id: id }) {
    this.again.delete(id);
    this.log.remove(id);
  }

  async attempt(shown) {
    this.log.put(shown);
    try {
      const told = await this.again.get(shown.message_id)();
      this.discard(shown);
      this.log.put(fromServer(told));
    } catch (problem) {
      this.log.put({ ...shown, state: "failed", reason: problem.status ? problem.message : "" });
    }
  }
}
