// What a reader takes away: the data that is shown, a picture of the map, a citation of a claim.

const stamp = () => data.read ?? "";

/** Hand a file to the reader; the browser keeps it wherever downloads go. */
function download(name, content, type) {
  const link = make("a", { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

const rounded = (value) => Math.round(value * 1e6) / 1e6;
const within = (lon) => ((((lon + 180) % 360) + 360) % 360) - 180;
const pointOf = (place) => [rounded(within(data.places[place].lon)), rounded(data.places[place].lat)];

/** A straight line between two points, cut at the 180th meridian as RFC 7946 asks for. */
function wayBetween(start, end) {
  const far = end[0] - start[0];
  if (Math.abs(far) <= 180) return { type: "LineString", coordinates: [start, end] };
  const edge = far > 0 ? -180 : 180; // it leaves over this edge and comes back over the other
  const goal = end[0] + 2 * edge;
  const part = (edge - start[0]) / (goal - start[0]);
  const lat = rounded(start[1] + part * (end[1] - start[1]));
  return { type: "MultiLineString", coordinates: [[start, [edge, lat]], [[-edge, lat], end]] };
}

function geometryOf({ flow, marks }) {
  if (flow.length) return wayBetween(...flow.map(pointOf));
  if (marks.length === 1) return { type: "Point", coordinates: pointOf(marks[0]) };
  return marks.length ? { type: "MultiPoint", coordinates: marks.map(pointOf) } : null;
}

function propertiesOf(movement) {
  const claims = movement.claims.map((claim) => data.claims[claim]);
  const reports = [...new Set(claims.map(({ report }) => data.reports[report]))];
  return {
    id: movement.id,
    type: movement.type,
    status: movement.status,
    side: movement.side,
    who: movement.who,
    where: movement.heading,
    number: movement.howMany,
    start: movement.start,
    end: movement.end,
    when: movement.when,
    origin_inferred: movement.inferred,
    claims: claims.map(({ id }) => id).join(" "),
    sources: movement.sources.join("; "),
    reports: reports.map((report) => joined(report.title ?? report.name, report.publisher, report.published, report.url)).join("; "),
    quotes: claims.map(({ quotes }) => quotes.map((pieces) => pieces.map(([text]) => text).join("")).join(" […] ")).join("\n"),
  };
}

function saveGeoJson() {
  const features = listed.map((movement) => ({ type: "Feature", id: movement.id, geometry: geometryOf(movement), properties: propertiesOf(movement) }));
  download("movements.geojson", JSON.stringify({ type: "FeatureCollection", features }), "application/geo+json");
}

/** A cell that no spreadsheet takes for a formula; a number is none, west and south of zero either. */
function cell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = typeof value !== "number" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const CSV_PLACES = ["origin", "origin_lat", "origin_lon", "destination", "destination_lat", "destination_lon", "places"];

function placeCells({ flow, marks }) {
  const ends = [flow[0], flow[1]].flatMap((place) => (place === undefined ? ["", "", ""] : [data.places[place].name, ...pointOf(place).reverse()]));
  return [...ends, marks.map((place) => `${data.places[place].name} (${pointOf(place).reverse().join(" ")})`).join("; ")];
}

function saveCsv() {
  const kept = listed.map((movement) => [Object.values(propertiesOf(movement)), placeCells(movement)].flat());
  const head = [...(movements.length ? Object.keys(propertiesOf(movements[0])) : []), ...CSV_PLACES];
  // A mark at the start tells spreadsheets that this is UTF-8.
  download("movements.csv", `\ufeff${[head, ...kept].map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`, "text/csv;charset=utf-8");
}

/** The map as it stands, with its names and whose outlines these are, on one canvas. */
function picture() {
  const { x: width, y: height } = geoMap.getSize();
  const foot = 22;
  const scale = Math.max(window.devicePixelRatio, 2);
  const canvas = make("canvas", { width: width * scale, height: (height + foot) * scale, role: "img", "aria-label": byId("title").textContent });
  const context = canvas.getContext("2d");
  context.scale(scale, scale);
  const style = getComputedStyle(document.documentElement);
  const color = (name) => style.getPropertyValue(name).trim();
  context.fillStyle = color("--sea");
  context.fillRect(0, 0, width, height);
  const frame = geoMap.getContainer().getBoundingClientRect();
  context.save();
  context.beginPath();
  context.rect(0, 0, width, height); // on paper what lies beyond the edge would be drawn too
  context.clip();
  for (const part of geoMap.getContainer().querySelectorAll(".leaflet-pane canvas")) {
    const { left, top, width: across, height: down } = part.getBoundingClientRect();
    context.drawImage(part, left - frame.left, top - frame.top, across, down);
  }
  labelPane.querySelectorAll(".label").forEach((label) => drawLabel(context, label, frame, color("--paper")));
  context.restore();
  context.fillStyle = color("--paper");
  context.fillRect(0, height, width, foot);
  context.fillStyle = color("--soft");
  context.font = "11px system-ui, sans-serif";
  context.fillText(joined(byId("title").textContent, stamp(), data.share, words.app.picture_credit), 8, height + 15, width - 16);
  return canvas;
}

function drawLabel(context, label, frame, halo) {
  const box = label.getBoundingClientRect();
  const { color, font, opacity, textTransform, direction } = getComputedStyle(label);
  context.save();
  Object.assign(context, { font, direction, globalAlpha: Number(opacity), textBaseline: "middle", textAlign: "center", lineJoin: "round", lineWidth: 3, strokeStyle: halo, fillStyle: color });
  const text = textTransform === "uppercase" ? label.textContent.toLocaleUpperCase(data.language) : label.textContent;
  const [x, y] = [box.left - frame.left + box.width / 2, box.top - frame.top + box.height / 2];
  context.strokeText(text, x, y, box.width);
  context.fillText(text, x, y, box.width);
  context.restore();
}

const savePicture = () => picture().toBlob((blob) => download("map.png", blob, "image/png"));

/** A claim as it can be cited: its words, its report, and where it is found here. */
function citation(position) {
  const { id, quotes, report, sources } = data.claims[position];
  const { title, publisher, published, url, name } = data.reports[report];
  const said = quotes.map((pieces) => pieces.map(([text]) => text).join("")).join(" […] ");
  const by = sources.length ? say(words.app.cited_by, { source: sources.join(" ← ") }) : null;
  const told = [publisher, title ?? name, published ?? words.app.no_date, url].filter(Boolean).join(", ");
  const here = say(words.app.cited_here, { title: byId("title").textContent, claim: id });
  return say(words.app.citation, { quote: said, by: by ? ` (${by})` : "", report: told, here });
}

/** Show a citation, ready to be copied; copy it where the browser lets a page do so. */
function citeClaim(position, button, cited) {
  cited.hidden = !cited.hidden;
  button.setAttribute("aria-expanded", String(!cited.hidden));
  if (cited.hidden) return;
  cited.textContent = citation(position);
  pointAtClaim(position);
  getSelection().selectAllChildren(cited);
  cited.focus({ preventScroll: true });
  navigator.clipboard?.writeText(cited.textContent).catch(() => undefined); // it stands there to be copied by hand
}

function startTakeaway() {
  byId("save-geojson").addEventListener("click", saveGeoJson);
  byId("save-csv").addEventListener("click", saveCsv);
  byId("save-picture").addEventListener("click", savePicture);
  const about = byId("about");
  byId("about-open").addEventListener("click", () => about.showModal());
  byId("about-close").addEventListener("click", () => about.close());
}
