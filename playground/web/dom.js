/** Builds DOM nodes; nothing on this page ever parses a string as markup. */

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) assign(node, name, value);
  node.append(...children.flat().filter(isShown));
  return node;
}

export function replaceAll(node, ...children) {
  node.replaceChildren(...children.flat().filter(isShown));
  return node;
}

function assign(node, name, value) {
  if (!isShown(value)) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else node.setAttribute(name, value === true ? "" : value);
}

function isShown(value) {
  return value !== null && value !== undefined && value !== false;
}
