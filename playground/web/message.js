/** Turns a message as the server tells it into the one shape that the page draws. */

export function fromServer(told) {
  return { ...told, entities: told.entities ?? [], caption_entities: told.caption_entities ?? [] };
}

let lastDraft = 0;

/** A message on its way: its negative number keeps it last until the server has numbered it. */
export function draft(content) {
  lastDraft -= 1;
  return { message_id: lastDraft, date: Date.now() / 1000, state: "pending", ...content };
}
