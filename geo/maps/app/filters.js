// What the reader lets through: kinds, certainty, who, by whom, where, words, a period, and what has no date.

const alones = new Map();

/** A list of one value, the same list each time: thousands of movements share a few. */
const alone = (value) => alones.get(value) ?? alones.set(value, [value]).get(value);

/** One way to narrow the map; `open` facets let everything through until a value is asked for. */
const FACETS = [
  { key: "types", open: false, valuesOf: ({ type }) => alone(type), say: (type) => capital(words.type[type]), picture: (type) => sample({ type, status: "reported", flow: FLOW_TYPES.includes(type) }) },
  { key: "statuses", open: false, valuesOf: ({ status }) => alone(status), say: (status) => capital(words.status[status]), picture: (status) => sample({ type: null, status }) },
  { key: "sides", open: true, valuesOf: ({ side }) => alone(side ?? ""), say: (side) => (side ? sayRegion(side) : words.app.no_side) },
  { key: "sources", open: true, valuesOf: ({ sources }) => sources, say: (source) => source },
  { key: "reports", open: true, valuesOf: ({ reports }) => reports, say: (report) => joined(data.reports[report].title ?? data.reports[report].name, data.reports[report].publisher) },
  { key: "places", open: true, valuesOf: placesOf, say: (place) => data.places[place].name },
];
const facetValues = FACETS.map(({ valuesOf }) => movements.map(valuesOf));
const options = new Map(); // of each facet: value -> {input, count}

const dayEnds = movements.filter(isDated).flatMap(({ startDay, endDay }) => [startDay ?? endDay, endDay ?? startDay]);
const firstDay = dayEnds.reduce((least, day) => Math.min(least, day), Infinity);
const lastDay = dayEnds.reduce((most, day) => Math.max(most, day), -Infinity);
const undatedCount = movements.filter((movement) => !isDated(movement)).length;

/** Text as it is compared: without case and accents. */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

const haystacks = [];

/** All that the page says of a movement, folded; made when first asked for. */
function haystack(movement) {
  haystacks[movement.position] ??= fold(
    [
      movement.heading,
      sayRegion(movement.side, ""),
      ...movement.sources,
      ...placesOf(movement).map((place) => data.places[place].name),
      ...movement.claims.map((claim) => data.claims[claim]).flatMap(({ who, quotes, report }) => [
        who ?? "",
        ...quotes.map((pieces) => pieces.map(([text]) => text).join("")),
        data.reports[report].title ?? "",
        data.reports[report].publisher ?? "",
      ]),
    ].join("\n"),
  );
  return haystacks[movement.position];
}

const holdsWords = (movement, wanted) => wanted.every((word) => haystack(movement).includes(word));

/** An open end reaches as far as the data does. */
function overlaps(movement, from, to) {
  return (movement.startDay ?? -Infinity) <= to && (movement.endDay ?? Infinity) >= from;
}

const isInPeriod = (movement) => (isDated(movement) ? overlaps(movement, state.from, state.to) : state.undated);

/** One place, or an arrow between two. */
function isAtSpot(movement) {
  if (state.spot.length === 2) return movement.flow.length === 2 && state.spot.every((place, end) => movement.flow[end] === place);
  return state.spot.every((place) => placesOf(movement).includes(place));
}

/** Whether a facet keeps anything out; one that is not open starts with all of its values. */
const isNarrowing = ({ key, open }) => (open ? state[key].size > 0 : state[key].size < (key === "types" ? TYPES : STATUSES).length);

/**
 * The movements that pass everything, and how many each value of a facet would show.
 * A value's count leaves its own facet out of account, so that it tells what ticking it would bring.
 */
function filtered() {
  const wanted = fold(state.query).split(/\s+/).filter(Boolean);
  const counts = FACETS.map(() => new Map());
  const narrowing = FACETS.map((_, at) => at).filter((at) => isNarrowing(FACETS[at]));
  const bars = (at, { position }) => !facetValues[at][position].some((value) => state[FACETS[at].key].has(value));
  const all = []; // but for the period, which the bars are drawn of
  const shown = movements.filter((movement) => {
    const [barring = -1, second = -1] = narrowing.length ? narrowing.filter((at) => bars(at, movement)) : NONE;
    if (second >= 0 || !isAtSpot(movement) || !holdsWords(movement, wanted)) return false;
    if (barring < 0) all.push(movement);
    if (!isInPeriod(movement)) return false;
    FACETS.forEach((_, at) => {
      if (barring >= 0 && at !== barring) return;
      for (const value of facetValues[at][movement.position]) counts[at].set(value, (counts[at].get(value) ?? 0) + 1);
    });
    return barring < 0;
  });
  return { shown, counts, all };
}

function checkbox(text, picture, checked, onChange) {
  const input = make("input", { type: "checkbox", checked });
  const count = make("span", { class: "count" });
  input.addEventListener("change", () => onChange(input.checked));
  const label = make("label", { class: "check" }, input, picture, make("span", { class: "check-text", dir: "auto" }, text), count);
  return { label, input, count };
}

const capital = (text) => text.charAt(0).toLocaleUpperCase(data.language) + text.slice(1);

function chooseValue(key, value, on) {
  if (on) state[key].add(value);
  else state[key].delete(value);
  update();
}

/** The values of a facet that occur, those with most movements first; kinds and certainty in their own order. */
function occurring(at, { key, open, say }) {
  const totals = new Map();
  for (const values of facetValues[at]) {
    for (const value of values) totals.set(value, (totals.get(value) ?? 0) + 1);
  }
  if (!open) return (key === "types" ? TYPES : STATUSES).filter((value) => totals.has(value));
  const text = new Map([...totals.keys()].map((value) => [value, say(value)]));
  return [...totals.keys()].sort((a, b) => totals.get(b) - totals.get(a) || (text.get(a) < text.get(b) ? -1 : 1));
}

const MOST_VALUES = 400; // boxes of one facet; more can be found by their words

function startFacet(facet, at) {
  const { key, open, say: sayValue, picture } = facet;
  const values = occurring(at, facet);
  const boxes = values.slice(0, MOST_VALUES).map((value) => {
    const box = checkbox(sayValue(value), picture?.(value), !open, (on) => chooseValue(key, value, on));
    return [value, box];
  });
  options.set(key, new Map(boxes));
  byId(key).append(...boxes.map(([, { label }]) => label));
  const rest = values.length - boxes.length;
  if (rest > 0) byId(key).append(make("p", { class: "facet-rest" }, say(words.app.facet_rest, { n: sayNumber(rest) })));
  if (open) byId(`${key}-facet`).hidden = values.length < 2 && key !== "places";
}

/** Let the boxes and their counts follow what is chosen. */
function showFacets(counts) {
  FACETS.forEach(({ key, open }, at) => {
    for (const [value, { label, input, count }] of options.get(key)) {
      const number = counts[at].get(value) ?? 0;
      input.checked = state[key].has(value);
      count.textContent = sayNumber(number);
      label.classList.toggle("none", number === 0);
    }
    if (open) byId(`${key}-chosen`).textContent = state[key].size ? sayNumber(state[key].size) : "";
  });
  byId("search").value = byId("search") === document.activeElement ? byId("search").value : state.query;
  byId("reset").hidden = !isNarrowed();
}

const isNarrowed = () =>
  FACETS.some(isNarrowing) ||
  state.query !== "" || !state.undated || state.spot.length > 0 || (dayEnds.length > 0 && (state.from !== firstDay || state.to !== lastDay));

function resetFilters() {
  state.types = new Set(TYPES);
  state.statuses = new Set(STATUSES);
  for (const { key, open } of FACETS) if (open) state[key] = new Set();
  state.query = "";
  state.undated = true;
  state.spot = [];
  if (dayEnds.length) resetPeriod();
  update();
}

function startFilters() {
  FACETS.forEach(startFacet);
  startPeriod();
  byId("search").addEventListener("input", () => {
    state.query = byId("search").value;
    update();
  });
  byId("reset").addEventListener("click", () => {
    resetFilters();
    byId("list").focus({ preventScroll: true }); // the button goes
  });
}
