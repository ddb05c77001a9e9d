/** The messages of the page: as the server tells them, and drafts that are still on their way. */

let lastDraft = 0;

/** A draft's negative number keeps it last until the server has numbered it. */
export function draft(content) {
  lastDraft -= 1;
  return { id: lastDraft, date: Date.now() / 1000, state: "pending", ...content };
}

/** The attached file, whatever its kind. */
export function fileOf(message) {
  const { video, video_note: round, voice, audio, document, sticker } = message;
  return document ?? video ?? round ?? voice ?? audio ?? sticker;
}

/** What a line in the middle of the chat says, or nothing for an ordinary message. */
export function serviceWords(message, { words, money }) {
  const { successful_payment: payment, service } = message;
  return payment ? words.paid(money(payment.total_amount, payment.currency)) : service;
}

/** A message in one line, for quotes and for the reply bar. */
export function summary(message, words) {
  const said = message.text || message.caption || message.invoice?.title || message.contact?.first_name;
  const kind = (message.photo && words.photo) || (message.location && words.location);
  return (said || kind || fileOf(message)?.name || "").slice(0, 120);
}
