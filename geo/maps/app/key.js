// How to read the map: what the type and certainty filters do not already show.

const KEY_WIDTHS = [1, 0.25, 0.04]; // of the largest number: a width, half of it, a fifth

/** Two leading digits are enough for a scale. */
function roundFigure(number) {
  const unit = 10 ** Math.max(Math.floor(Math.log10(number)) - 1, 0);
  return Math.max(1, Math.round(number / unit) * unit);
}

function keyEntry(picture, text) {
  return make("li", {}, picture, make("span", {}, text));
}

function keyPicture(...shapes) {
  return makeSvg("svg", { class: "sample sample-null", viewBox: "0 0 34 14", "aria-hidden": "true" }, ...shapes);
}

const keyLine = (width) => makeSvg("line", { x1: 1, y1: 7, x2: 33, y2: 7, class: "stroke", "stroke-width": width });

/** The unit that most arrows are measured in; widths of others have a scale of their own. */
function commonUnit() {
  const counts = new Map();
  for (const { unit, amount, flow } of movements) {
    if (flow.length && amount !== null) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].reduce((best, entry) => (best === null || entry[1] > best[1] ? entry : best), null);
}

function widthEntries() {
  const common = commonUnit();
  if (!common) return [];
  const [unit] = common;
  const figures = [...new Set(KEY_WIDTHS.map((part) => roundFigure(largest.get(unit) * part)))];
  const lines = figures.map((figure) => keyEntry(keyPicture(keyLine(widthOf(figure, unit))), sayNumber(figure)));
  const title = unit ? say(words.app.key_width, { unit: Object.hasOwn(words.unit, unit) ? words.unit[unit] : unit }) : words.app.key_width_bare;
  return [make("li", { class: "key-title" }, title), ...lines, keyEntry(keyPicture(keyLine(MIN_WIDTH)), words.app.key_thin)];
}

/** A mark that occurs, which shows or hides what is drawn so. */
function keyToggle(key, value, picture, text) {
  const button = make("button", { type: "button", class: "key-toggle", "aria-pressed": "true" }, picture, make("span", {}, text));
  button.addEventListener("click", () => chooseValue(key, value, !state[key].has(value)));
  keyToggles.push([key, value, button]);
  return make("li", {}, button);
}

const keyToggles = [];

function showKey() {
  for (const [key, value, button] of keyToggles) button.setAttribute("aria-pressed", String(state[key].has(value)));
}

const keyTogglesOf = (key) => {
  const { say: sayValue, picture } = FACETS.find((facet) => facet.key === key);
  return [...options.get(key).keys()].map((value) => keyToggle(key, value, picture(value), sayValue(value)));
};

const COAST = "M3 4 L11 1 L20 2 L30 1 L31 8 L26 13 L17 12 L8 14 L2 10 Z"; // of no state in particular

/** Marks of places, those that occur: ends of arrows, several movements at once, areas, states. */
function placeEntries() {
  const ends = new Set(movements.flatMap(({ flow }) => flow));
  const own = new Map();
  movements.forEach(({ marks }) => marks.forEach((place) => own.set(place, (own.get(place) ?? 0) + 1)));
  const used = [...new Set([...ends, ...own.keys()])];
  const isOutlined = (place) => data.places[place].kind === "country" && countries.has(data.places[place].country);
  const precise = used.filter((place) => data.places[place].precise);
  const wide = used.filter((place) => !data.places[place].precise);
  const number = makeSvg("text", { x: 17, y: 10.2, class: "number" }, "2");
  return [
    [precise.some((place) => !own.has(place)), [makeSvg("circle", { cx: 17, cy: 7, r: 4, class: "node" })], "key_end"],
    [precise.some((place) => own.get(place) > 1), [makeSvg("circle", { cx: 17, cy: 7, r: 6.5, class: "ring" }), number], "key_several"],
    [!wide.every(isOutlined), [makeSvg("circle", { cx: 17, cy: 7, r: 6, class: "halo" })], "key_area"],
    [wide.some(isOutlined), [makeSvg("path", { d: COAST, class: "coast" })], "key_country"],
  ].flatMap(([occurs, shapes, text]) => (occurs ? [keyEntry(keyPicture(...shapes), words.app[text])] : []));
}

const besideMap = window.matchMedia("(min-width: 761px) and (min-height: 600px)"); // as in the style

function startKey() {
  byId("key-list").append(
    make("li", { class: "key-toggles" }, make("ul", {}, ...keyTogglesOf("types")), make("ul", {}, ...keyTogglesOf("statuses"))),
    ...widthEntries(),
    ...(movements.some(({ inferred }) => inferred) ? [keyEntry(sample({ type: null, status: "reported", inferred: true }), words.app.key_inferred)] : []),
    ...placeEntries(),
  );
  byId("key").open = besideMap.matches;
  const makeRoom = () => unprinted === null && geoMap.invalidateSize({ animate: false });
  byId("key").addEventListener("toggle", makeRoom);
  makeRoom();
}
