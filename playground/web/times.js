/** Writes hours, days and sums in the phone's language. */

const DAY_MS = 86_400_000;

/** `amount` is in the currency's smallest unit, as the Bot API gives it. */
export function moneyFor(locale) {
  return (amount, currency) => {
    const format = new Intl.NumberFormat(locale, { style: "currency", currency });
    return format.format(amount / 10 ** format.resolvedOptions().maximumFractionDigits);
  };
}

/** The hour of a bubble and the day of a date line; dates are Unix seconds. */
export function timesFor(locale, words) {
  const hour = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const day = new Intl.DateTimeFormat(locale, { month: "long", day: "numeric" });
  const near = { 0: words.today, 1: words.yesterday };
  return {
    time: (seconds) => hour.format(seconds * 1000),
    day: (seconds) => near[daysAgo(seconds)] ?? day.format(seconds * 1000),
  };
}

function daysAgo(seconds) {
  const midnight = (date) => new Date(date).setHours(0, 0, 0, 0);
  return Math.round((midnight(Date.now()) - midnight(seconds * 1000)) / DAY_MS);
}
