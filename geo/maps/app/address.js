// The view as an address: what stands behind "#" reopens the same map with the same claim.

const idAt = (key) => lazily(() => new Map(data[key].map(({ id }, position) => [id, position])));
const [movementAt, claimAt, placeAt, reportAt] = ["movements", "claims", "places", "reports"].map(idAt);

/** How the values of each facet are written, and read again; what this page does not hold is left out. */
const WRITTEN = {
  types: [(type) => type, (text) => (TYPES.includes(text) ? text : undefined)],
  statuses: [(status) => status, (text) => (STATUSES.includes(text) ? text : undefined)],
  sides: [(side) => side, (text) => text],
  sources: [(source) => source, (text) => text],
  reports: [(report) => data.reports[report].id, (text) => reportAt().get(text)],
  places: [(place) => data.places[place].id, (text) => placeAt().get(text)],
};
const NAMES = { types: "type", statuses: "status", sides: "side", sources: "source", reports: "report", places: "place" };
const isoDay = (day) => new Date(day * DAY).toISOString().slice(0, 10);

let written = "";
let viewMoved = false; // an address holds a view only once the reader has left that of all

function address() {
  const out = new URLSearchParams();
  if (isEmbedded()) out.set("embed", "");
  for (const { key, open } of FACETS) {
    const whole = key === "types" ? TYPES.length : STATUSES.length;
    const chosen = [...state[key]].map(WRITTEN[key][0]);
    if (open) chosen.forEach((value) => out.append(NAMES[key], value));
    else if (chosen.length < whole) out.set(NAMES[key], chosen.join(" "));
  }
  if (state.query) out.set("words", state.query);
  if (dayEnds.length && state.from !== firstDay) out.set("from", isoDay(state.from));
  if (dayEnds.length && state.to !== lastDay) out.set("to", isoDay(state.to));
  if (!state.undated) out.set("undated", "no");
  if (state.spot.length) state.spot.forEach((place) => out.append("at", data.places[place].id));
  if (state.selected !== null) out.set("movement", movements[state.selected].id);
  if (state.claim !== null) out.set("claim", data.claims[state.claim].id);
  if (viewMoved) {
    const { lat, lng } = geoMap.getCenter();
    out.set("view", `${geoMap.getZoom()}/${lat.toFixed(3)}/${lng.toFixed(3)}`);
  }
  return out.toString().replace(/=(?=&|$)/g, "");
}

const isEmbedded = () => document.body.classList.contains("embed");

let writing = null;

/** Keep the address up with the view, but not within each step of it: a browser allows some changes a second. */
function writeAddress() {
  clearTimeout(writing);
  writing = setTimeout(writeAddressNow, 150);
}

function writeAddressNow() {
  const text = address();
  if (text === written) return;
  written = text;
  history.replaceState(null, "", text ? `#${text}` : "#");
}

function readDay(text, otherwise) {
  const day = text && /^\d{4}-\d\d-\d\d$/.test(text) ? toDay(text) : NaN;
  return Number.isNaN(day) ? otherwise : Math.min(Math.max(day, firstDay), lastDay);
}

/** Take over what an address asks for; it may come from anybody. */
function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  document.body.classList.toggle("embed", asked.has("embed"));
  for (const { key, open } of FACETS) {
    const read = WRITTEN[key][1];
    const texts = open ? asked.getAll(NAMES[key]) : (asked.get(NAMES[key]) ?? "").split(" ");
    const values = texts.map(read).filter((value) => value !== undefined);
    const whole = key === "types" ? TYPES : STATUSES;
    state[key] = new Set(open || asked.has(NAMES[key]) ? values : whole);
  }
  state.query = asked.get("words") ?? "";
  state.undated = asked.get("undated") !== "no";
  state.spot = asked.getAll("at").map((id) => placeAt().get(id)).filter((place) => place !== undefined).slice(0, 2);
  if (dayEnds.length) {
    state.from = readDay(asked.get("from"), firstDay);
    state.to = Math.max(readDay(asked.get("to"), lastDay), state.from);
  }
  const claim = asked.has("claim") ? claimAt().get(asked.get("claim")) ?? null : null;
  const named = asked.has("movement") ? movementAt().get(asked.get("movement")) : undefined;
  const movement = named ?? (claim === null ? null : movementOfClaim().get(claim)) ?? null;
  return { claim: movement === null ? null : claim, movement, view: readView(asked.get("view")) };
}

function readView(text) {
  const [zoom, lat, lon] = (text ?? "").split("/").map(Number);
  return [zoom, lat, lon].every(Number.isFinite) && Math.abs(lat) <= 90 ? { zoom, lat, lon } : null;
}

/** Show what the address asks for. */
function followAddress() {
  const wasEmbedded = isEmbedded();
  const { claim, movement, view } = readAddress();
  written = location.hash.slice(1);
  if (wasEmbedded !== isEmbedded()) {
    geoMap.invalidateSize({ animate: false }); // the panels came or went
    if (!view) fitAll();
  }
  if (movement !== null) select(movement, { claim, keepView: view !== null });
  else if (state.selected !== null) select(null);
  if (view) { // last, since the words that open make the map lower
    viewMoved = true;
    geoMap.setView([view.lat, view.lon], view.zoom, { animate: false });
  }
  update();
}

function startAddress() {
  window.addEventListener("hashchange", () => location.hash.slice(1) !== written && followAddress());
  followAddress();
  geoMap.on("moveend", () => {
    viewMoved = true;
    writeAddress();
  });
}
