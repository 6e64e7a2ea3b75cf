// What the page shows, what the reader has chosen, and the few tools that every part uses.

const byId = (id) => document.getElementById(id);
const readBlock = (id) => JSON.parse(byId(id).textContent);

/** What is made when it is first asked for, and kept. */
function lazily(make) {
  let made = null;
  return () => (made ??= make());
}

const NONE = [];
const OPEN_CLAIM = { who: null, side: null, howMany: null, when: null, whenBasis: "", from: null, to: null, at: NONE, means: null, sources: NONE, notes: NONE, corrections: NONE, placed: NONE, quotes: NONE };

const data = readBlock("geo-data");
// Reading all claims takes a while, and the map, the list and the filters do without them.
Object.defineProperty(data, "claims", { get: lazily(() => readBlock("geo-claims").map((claim) => ({ ...OPEN_CLAIM, ...claim }))) });
const land = readBlock("geo-land");
const words = data.words;
const TYPES = Object.keys(words.type);
const STATUSES = Object.keys(words.status);
const FLOW_TYPES = ["movement", "supply"];
const DAY = 86400000;

const state = {
  types: new Set(TYPES), // these two hold what is let through,
  statuses: new Set(STATUSES),
  sides: new Set(), // the others what is asked for: none asked for lets all through
  sources: new Set(),
  reports: new Set(),
  places: new Set(),
  query: "",
  from: null, // days since 1970, both ends inclusive; null where nothing is dated
  to: null,
  undated: true,
  spot: [], // positions in data.places: one place, or the two ends of a bundle of arrows; empty for all
  selected: null, // position in data.movements, or null
  stands: false, // whether the selected movement passes the filters, so that others step back
  claim: null, // position in data.claims of the claim that is pointed at, or null
};

/** Make an element; text is always a text node, so that no report's words are read as markup. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

function makeSvg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
}

/** Fill {gaps}; a value is never read as a phrase itself. */
function say(phrase, values) {
  return phrase.replace(/\{(\w+)\}/g, (gap, name) => (name in values ? String(values[name]) : gap));
}

function sayNumber(number) {
  return String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, words.thousands);
}

function sayCount(key, number) {
  const form = words.plural_one.includes(number) ? "one" : "other";
  return say(words.count[`${key}_${form}`], { n: sayNumber(number) });
}

function sayDay(day) {
  const date = new Date(day * DAY);
  const number = date.getUTCDate() === 1 ? words.first_day : date.getUTCDate();
  return say(words.day, { day: number, month: words.months[date.getUTCMonth()], year: date.getUTCFullYear() });
}

const regionNames = new Intl.DisplayNames([data.language], { type: "region", fallback: "none" });

/** A state's name in the page's language, from the browser; `otherwise` where it knows none. */
function sayRegion(code, otherwise = code) {
  return (/^[A-Z]{2}$/.test(code ?? "") && regionNames.of(code)) || otherwise;
}

// The gazetteer's names are English; a browser knows what states are called in other languages.
if (data.language !== "en") {
  for (const place of data.places) if (place.kind === "country") place.name = sayRegion(place.country, place.name);
}
const placeNames = data.places.map(({ name }) => name);

/** Fill the gaps of places' positions with their names. */
const sayPlaces = (text) => say(text, placeNames);

const toDay = (iso) => (iso === null ? null : Math.round(Date.parse(iso) / DAY));

/** The colours of the moment, light, dark or printed. */
function palette() {
  const style = getComputedStyle(document.documentElement);
  const names = ["ink", "soft", "paper", "land", "border", "denied", ...TYPES];
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

/** A movement with all that its record leaves open; named one by one, which is ten times as fast as to merge. */
function movementOf(told, position) {
  const { id, type, status, claims, reports, side = null, who = null, when = null, howMany = null, independent = null } = told;
  const { flow = NONE, marks = NONE, turns = 0, inferred = false, start = null, end = null, amount = null, unit = null } = told;
  const { sources = NONE, remarks = NONE, corrections = NONE, history = NONE, related = NONE, disagreements = NONE } = told;
  const heading = sayPlaces(told.heading);
  return {
    id, position, type, status, heading, claims, reports, side, who, when, howMany, independent,
    flow, marks, turns, inferred, start, end, startDay: toDay(start), endDay: toDay(end), amount, unit,
    sources, remarks, corrections, history, related, disagreements,
  };
}

const movements = data.movements.map(movementOf);
const isDated = (movement) => movement.startDay !== null || movement.endDay !== null;
const placesOf = ({ flow, marks }) => (marks.length === 0 ? flow : flow.length === 0 ? marks : [...flow, ...marks]);

/** The claim's movement, to go from a claim in a list to where it is shown. */
const movementOfClaim = lazily(() => new Map(movements.flatMap((each) => each.claims.map((claim) => [claim, each.position]))));
