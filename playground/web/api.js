/** Speaks to the playground's server: every request the page makes is named here. */

const ROOT = "/playground";

/** The server's no, or, with status 0, its silence. */
export class Refused extends Error {
  constructor(status, reason) {
    super(reason);
    this.status = status;
  }
}

export const people = () => ask("/people");
export const chat = (id) => ask(`/chats/${id}`);
export const setBlocked = (id, blocked) => ask(`/people/${id}`, json("PATCH", { blocked }));
export const faults = () => ask("/faults");
export const setFaults = (dials) => ask("/faults", json("PUT", dials));
export const sendText = (id, text, replyTo) =>
  ask(`/chats/${id}/messages`, json("POST", { text, ...(replyTo && { reply_to: replyTo }) }));
export const editText = (id, messageId, text) =>
  ask(`/chats/${id}/messages/${messageId}`, json("PATCH", { text }));
export const press = (id, messageId, data) =>
  ask(`/chats/${id}/presses`, json("POST", { message_id: messageId, data }));
export const shareContact = (id) => ask(`/chats/${id}/contacts`, json("POST", {}));
export const shareLocation = (id, place) => ask(`/chats/${id}/locations`, json("POST", place));
export const pay = (id, messageId) => ask(`/chats/${id}/payments`, json("POST", { message_id: messageId }));
export const events = (after, signal) => ask(`/events?after=${after}&timeout=25`, { signal });

export function upload(id, kind, file, { caption, replyTo } = {}) {
  const form = new FormData();
  form.append(kind, file, file.name);
  if (caption) form.append("caption", caption);
  if (replyTo) form.append("reply_to", String(replyTo));
  return ask(`/chats/${id}/${kind}s`, { method: "POST", body: form });
}

async function ask(path, options) {
  const answer = await fetch(ROOT + path, { cache: "no-store", ...options }).catch(() => {
    throw new Refused(0, "");
  });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(answer.status, body.error || answer.statusText);
  return body;
}

function json(method, body) {
  return { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}
