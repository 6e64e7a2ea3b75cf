// The list of movements: the map's content in words, and the way to it without a pointer.

const PAGE_ROWS = 200; // rows that are made at once: a browser lays out thousands at leisure, not in a blink

let listed = []; // what passes the filters
let rowCount = PAGE_ROWS;
const rows = new Map(); // position -> row, of those that were shown

/** A small picture of how a movement is drawn; no type gives a neutral one, no status a filled disc. */
function sample({ type, status, flow = true, inferred = false }) {
  const shape = flow ? arrowSample(status, inferred, type === "supply") : markSample(status, type);
  return makeSvg("svg", { class: `sample sample-${status === "denied" ? "denied" : type}`, viewBox: "0 0 34 14", "aria-hidden": "true" }, ...shape);
}

function arrowSample(status, inferred, laden) {
  const dashes = dashOf(status, 2.5).join(" ");
  const line = { x1: inferred ? 6 : 1, y1: 7, x2: 25, y2: 7, "stroke-width": 2.5, "stroke-dasharray": dashes || null };
  const shaft = makeSvg("line", { ...line, class: "stroke", "stroke-linecap": status === "denied" ? "round" : "butt" });
  const head = makeSvg("path", { d: "M24 2 L33 7 L24 12 Z", class: inferred ? "hollow" : "fill" });
  const ring = makeSvg("circle", { cx: 4, cy: 7, r: 3, class: "hollow" });
  const cross = makeSvg("path", { d: "M9 3 L17 11 M17 3 L9 11", class: "stroke", "stroke-width": 1.6 });
  const crate = makeSvg("rect", { x: 9, y: 3.5, width: 7, height: 7, class: "fill" });
  return [shaft, head, ...(laden ? [crate] : []), ...(inferred ? [ring] : []), ...(status === "denied" ? [cross] : [])];
}

/** The outline of a type's mark. */
function markShape(type, radius, attributes) {
  if (!(type in CORNERS)) return makeSvg("circle", { cx: 17, cy: 7, r: radius, ...attributes });
  const corners = CORNERS[type].map(([across, down]) => `${17 + across * radius},${7 + down * radius}`);
  return makeSvg("polygon", { points: corners.join(" "), ...attributes });
}

function markSample(status, type) {
  if (status === "reported" || status === "confirmed") return [markShape(type, 5.5, { class: "fill" })];
  const dash = { unconfirmed: "4 2", expected: "1.6 2", denied: "1.6 2" }[status];
  const ring = markShape(type, 5, { class: "hollow", "stroke-dasharray": dash });
  const cross = makeSvg("path", { d: "M14.5 4.5 L19.5 9.5 M19.5 4.5 L14.5 9.5", class: "stroke", "stroke-width": 1.4 });
  return status === "denied" ? [ring, cross] : [ring];
}

const sampleOf = (movement) => sample({ ...movement, flow: movement.flow.length > 0 });

/** How much a movement rests on; one claim is one source, which goes without saying. */
function sayBasis({ claims, independent }) {
  return joined(sayCount("claim", claims.length), claims.length > 1 ? independent : null);
}

const joined = (...parts) => parts.filter(Boolean).join(" · ");

function row(movement) {
  const { heading, who, howMany, when, status, type, disagreements } = movement;
  const drawnNowhere = placesOf(movement).length ? null : make("span", { class: "tag" }, words.app.not_drawn);
  const differs = disagreements.length ? make("span", { class: "tag tag-differ" }, words.app.differ_short) : null;
  const statusWord = make("span", { class: `status status-${status}` }, words.status[status]);
  const body = make(
    "span",
    { class: "row-body" },
    make("span", { class: "row-when" }, when ?? words.app.no_day),
    make("span", { class: "row-heading", dir: "auto" }, heading),
    make("span", { class: "row-who", dir: "auto" }, joined(who ?? sayRegion(movement.side, null), howMany)),
    make("span", { class: "row-meta" }, `${words.type[type]}, `, statusWord, " · ", sayBasis(movement)),
    differs || drawnNowhere ? make("span", { class: "tags" }, differs, drawnNowhere) : null,
  );
  const button = make("button", { type: "button", class: `row row-${status}` }, sampleOf(movement), body);
  button.addEventListener("click", () => select(movement.position));
  return make("li", {}, button);
}

const rowOf = (movement) => {
  if (!rows.has(movement.position)) rows.set(movement.position, row(movement));
  return rows.get(movement.position);
};

function showList(shown) {
  listed = shown;
  const visible = shown.slice(0, rowCount);
  const items = visible.map(rowOf);
  visible.forEach(({ position }, at) => {
    if (position === state.selected) items[at].firstChild.setAttribute("aria-current", "true");
    else items[at].firstChild.removeAttribute("aria-current");
  });
  replaceItems(byId("list"), items);
  byId("more").hidden = visible.length === shown.length;
  byId("more").textContent = say(words.app.more, { n: sayNumber(Math.min(PAGE_ROWS, shown.length - visible.length)) });
  const text = say(words.app.shown, { shown: sayNumber(shown.length), total: sayNumber(data.whole?.movements ?? movements.length) });
  if (byId("shown").textContent !== text) byId("shown").textContent = text;
  byId("grip-count").textContent = text;
  byId("nothing").hidden = shown.length > 0;
  byId("nothing").textContent = movements.length ? words.app.none_match : words.app.empty;
  showSpotChip();
}

/** Change only what is another item, so that the focus stays where it is. */
function replaceItems(list, items) {
  const same = list.children.length === items.length && items.every((item, at) => item === list.children[at]);
  if (same) return;
  const focused = list.contains(document.activeElement) ? document.activeElement : null;
  list.replaceChildren(...items);
  if (focused && list.contains(focused)) focused.focus({ preventScroll: true });
}

/** Make sure that a movement's row is there, and return it; null where the filters hide it. */
function revealRow(position) {
  const at = listed.findIndex((movement) => movement.position === position);
  if (at < 0) return null;
  if (at >= rowCount) {
    rowCount = Math.ceil((at + 1) / PAGE_ROWS) * PAGE_ROWS;
    showList(listed);
  }
  return rows.get(position);
}

/** Say that the list is narrowed to one place or one bundle of arrows, and offer the way back. */
function showSpotChip() {
  const chip = byId("at-place");
  chip.hidden = state.spot.length === 0;
  if (chip.hidden) return;
  const [first, second] = state.spot.map((place) => data.places[place]);
  const text = second ? `${first.name} → ${second.name}` : say(words.app.at_place, { place: first.name });
  const clear = make("button", { type: "button", class: "quiet" }, words.app.at_place_clear);
  clear.addEventListener("click", () => {
    showSpot([]);
    byId("list").focus();
  });
  chip.replaceChildren(make("strong", { dir: "auto" }, text), make("span", {}, second ? "" : first.reach), clear);
}

function startList() {
  byId("more").addEventListener("click", () => {
    const before = rowCount;
    rowCount += PAGE_ROWS;
    showList(listed);
    rows.get(listed[before].position).firstChild.focus();
  });
}
