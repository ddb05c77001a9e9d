/** The line icons of the page, drawn by hand on a 24 by 24 grid. */

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  alert: "M12 7v6M12 16.5v.5M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
  block: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM6.5 6.5l11 11",
  clip: "M20 11.5l-8 8a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4l7.7-7.7",
  clock: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4l2.5 2",
  close: "M6 6l12 12M18 6L6 18",
  cloud: "M7 18a4 4 0 0 1-.5-8 5.5 5.5 0 0 1 10.6-1A4.5 4.5 0 0 1 17 18z",
  copy: "M9 9h10v11H9zM6 15H5V4h10v2",
  down: "M6 9.5l6 6 6-6",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  keyboard: "M3 7h18v11H3zM7 11h.01M11 11h.01M15 11h.01M8 14.5h8",
  link: "M8 16L17 7M9.5 7H17v7.5",
  menu: "M5 7h14M5 12h14M5 17h14",
  pencil: "M4 20l1-4L16 5l3 3L8 19z",
  photo: "M4 5h16v14H4zM4 16l5-5 4 4 2.5-2.5L20 16M15.5 9h.01",
  pin: "M12 21c4-5 6.5-8.3 6.5-11.5a6.5 6.5 0 0 0-13 0C5.5 12.7 8 16 12 21zM12 7.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
  reply: "M10 7L4 12l6 5v-3.5c5 0 8 1.5 10 4.5-.5-5-3.5-8-10-8z",
  sent: "M5 12.5l4.5 4.5L19 7.5",
  read: "M2.5 12.5L7 17l8.5-9.5M11.5 16.5l.5.5 9.5-9.5",
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

export function sendIcon() {
  const svg = icon("sent");
  svg.setAttribute("class", "icon filled");
  svg.firstChild.setAttribute("d", "M3.5 20.3L21 12 3.5 3.7 3.5 10l11 2-11 2z");
  return svg;
}
