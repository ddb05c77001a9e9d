/** Writes the hour of a bubble and the day of a date line in the phone's language; dates are Unix seconds. */

const DAY_MS = 86_400_000;

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
