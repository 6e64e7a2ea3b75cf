// The map: the basemap below, and above it what the filters let through.

const LAND_RENDERER = L.canvas({ pane: "land", padding: 0.4 });
const MARK_RENDERER = L.canvas({ pane: "marks", padding: 0.4, tolerance: 3 });
const DIMMED = 0.22;

const landLayer = L.layerGroup().addTo(geoMap);
const markLayer = L.layerGroup().addTo(geoMap);
const landTurns = new Set();
const outlines = land?.features ?? [];
const countries = new Map(outlines.map((feature) => [feature.properties.id, feature]));
const bends = fannedBends();
let colors = palette();
let drawn = { flows: [], places: new Map() };

/** Rings as Leaflet wants them: latitude first, moved by whole turns of the globe. */
function ringsOf(feature, turns) {
  const polygons = feature.geometry.type === "Polygon" ? [feature.geometry.coordinates] : feature.geometry.coordinates;
  return polygons.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [lat, lon + 360 * turns])));
}

/** Borders without the stretches where the data was cut along the 180th meridian. */
function bordersOf(rings) {
  const lines = [];
  for (const ring of rings.flat()) {
    let line = [];
    ring.forEach((point, step) => {
      if (step > 0 && isCut(point[1]) && isCut(ring[step - 1][1])) {
        lines.push(line);
        line = [];
      }
      line.push(point);
    });
    lines.push(line);
  }
  return lines.filter((line) => line.length > 1);
}

const isCut = (lon) => Math.abs(((lon % 360) + 360) % 360 - 180) < 0.011;

function drawLand(turns) {
  if (!land || landTurns.has(turns)) return;
  landTurns.add(turns);
  const rings = outlines.map((feature) => ringsOf(feature, turns));
  const shared = { renderer: LAND_RENDERER, pane: "land", interactive: false };
  landLayer.addLayer(L.polygon(rings.flat(), { ...shared, stroke: false, fillColor: colors.land, fillOpacity: 1 }));
  const borders = { ...shared, color: colors.border, weight: 0.8, opacity: 1 };
  landLayer.addLayer(L.polyline(rings.flatMap(bordersOf), borders));
}

/** Draw as many copies of the world as the view shows. */
function drawLandInView() {
  const bounds = geoMap.getBounds();
  const last = Math.floor((bounds.getEast() + 180) / 360);
  for (let turns = Math.floor((bounds.getWest() + 180) / 360); turns <= last; turns += 1) drawLand(turns);
}

/** How much each arrow bends, so that arrows between the same two places lie side by side. */
function fannedBends() {
  const used = new Map();
  return movements.map(({ flow }) => {
    const pair = flow.slice().sort((a, b) => a - b).join();
    const before = used.get(pair) ?? 0;
    used.set(pair, before + 1);
    return 0.14 + 0.11 * before;
  });
}

const latLngOf = (place) => [data.places[place].lat, data.places[place].lon];
const colorOf = (movement) => (movement.status === "denied" ? colors.denied : colors[movement.type]);
const opacityOf = (movement) => (isApart(movement) ? DIMMED : 1);
const isApart = (movement) => state.selected !== null && movement.position !== state.selected;

/** Who is at each place, as a mark of its own and as an end of an arrow. */
function gather(shown) {
  const places = new Map();
  const at = (place) => places.get(place) ?? places.set(place, { marks: [], ends: [] }).get(place);
  for (const movement of shown) {
    movement.marks.forEach((place) => at(place).marks.push(movement));
    movement.flow.forEach((place) => at(place).ends.push(movement));
  }
  return places;
}

function drawMovements(shown) {
  markLayer.clearLayers();
  const places = gather(shown);
  const bySize = [...places].sort(([a], [b]) => data.places[b].radius - data.places[a].radius || a - b);
  bySize.filter(([place]) => !data.places[place].precise).forEach(([place, who]) => drawArea(place, who));
  const flows = shown.filter((movement) => movement.flow.length).sort((a, b) => isApart(b) - isApart(a));
  drawn = { flows: flows.map((movement) => [movement, drawFlow(movement)]), places };
  bySize.filter(([place]) => data.places[place].precise).forEach(([place, who]) => drawPoint(place, who));
  drawLabels();
}

function drawFlow(movement) {
  const [start, end] = movement.flow;
  const [lat, lon] = latLngOf(end);
  const denied = movement.status === "denied";
  const weight = Math.max(widthOf(movement.amount, movement.unit), denied ? 2.5 : 0); // dots need some body
  const line = new FlowLine([latLngOf(start), [lat, lon + 360 * movement.turns]], {
    renderer: MARK_RENDERER,
    pane: "marks",
    weight,
    color: colorOf(movement),
    paper: colors.paper,
    opacity: opacityOf(movement) * (movement.inferred ? 0.75 : 1),
    dash: dashOf(movement.status, weight),
    bend: bends[movement.position],
    gap: data.places[end].precise ? 6 : 0,
    hollow: movement.inferred,
    crossed: denied,
  });
  line.on("click", (event) => choose(event, () => select(movement.position)));
  line.bindTooltip(() => flowTip(movement), { sticky: true, className: "tip" });
  return line.addTo(markLayer);
}

function drawArea(place, { marks, ends }) {
  const all = [...marks, ...ends];
  const color = sharedColor(all);
  const faint = all.every(isApart) ? DIMMED : 1;
  const { kind, country, radius, turns } = data.places[place];
  const outline = kind === "country" && country ? countries.get(country) : undefined;
  const look = {
    renderer: MARK_RENDERER,
    pane: "marks",
    color,
    weight: outline ? 1 : 1.25,
    dashArray: outline ? "2 3" : "4 4", // a coast has many bends, where long dashes look restless
    opacity: (outline ? 0.55 : 0.9) * faint,
    fillColor: color,
    fillOpacity: 0.12 * faint,
  };
  const area = outline
    ? L.polygon(ringsOf(outline, turns), look)
    : new Halo(latLngOf(place), { ...look, radius: Math.max(radius, 1) * 1000 });
  addPlaceLayer(area, place, all);
}

function drawPoint(place, { marks, ends }) {
  const all = [...marks, ...ends];
  const common = { renderer: MARK_RENDERER, pane: "marks", opacity: all.every(isApart) ? DIMMED : 1 };
  if (marks.length === 0) {
    const node = { ...common, radius: 3.5, weight: 1.5, color: colors.ink, fillColor: colors.paper };
    addPlaceLayer(L.circleMarker(latLngOf(place), { ...node, fillOpacity: common.opacity }), place, all);
    return;
  }
  const mark = new PlaceMark(latLngOf(place), {
    ...common,
    radius: markRadius(marks.length),
    shares: sharesOf(marks),
    number: marks.length,
    status: marks[0].status,
    paper: colors.paper,
    ink: colors.ink,
  });
  addPlaceLayer(mark, place, all);
}

const markRadius = (number) => (number > 1 ? Math.min(8 + 1.5 * Math.sqrt(number), 16) : 6);

function addPlaceLayer(layer, place, all) {
  layer.on("click", (event) => choose(event, () => (all.length === 1 ? select(all[0].position) : showPlace(place))));
  layer.bindTooltip(() => placeTip(place, all), { sticky: true, className: "tip" });
  layer.addTo(markLayer);
}

function choose(event, act) {
  L.DomEvent.stopPropagation(event);
  act();
}

function sharedColor(all) {
  const found = new Set(all.map(colorOf));
  return found.size === 1 ? [...found][0] : colors.soft;
}

function sharesOf(marks) {
  const counts = new Map();
  for (const movement of marks) counts.set(colorOf(movement), (counts.get(colorOf(movement)) ?? 0) + 1);
  return [...counts].map(([color, count]) => ({ color, part: count / marks.length }));
}

function flowTip(movement) {
  const facts = [movement.howMany, movement.when, words.status[movement.status]].filter(Boolean).join(" · ");
  return make("div", {}, make("strong", { dir: "auto" }, movement.heading), make("span", { dir: "auto" }, facts));
}

function placeTip(place, all) {
  const { name, reach } = data.places[place];
  const one = all.length === 1 ? flowTip(all[0]).lastChild : sayCount("movement", all.length);
  return make("div", {}, make("strong", { dir: "auto" }, name), make("span", {}, reach), make("span", {}, one));
}

/** Names of places first, then numbers on arrows, then states that give a sense of where one is. */
function drawLabels() {
  const places = [...drawn.places].map(([place, who]) => placeLabel(place, who));
  const numbers = drawn.flows.filter(([each, line]) => each.howMany && line._length > 110 && !isApart(each));
  const labels = [...places, ...numbers.map(([each, line]) => numberLabel(each, line)), ...countryLabels()];
  placeLabels(labels, places.map(({ point, radius }) => boxAround(point, radius)));
}

const boxAround = ({ x, y }, half) => ({ left: x - half, right: x + half, top: y - half, bottom: y + half });

function placeLabel(place, { marks, ends }) {
  const { name, precise } = data.places[place];
  const all = [...marks, ...ends];
  return {
    text: !precise && all.length > 1 ? `${name} (${all.length})` : name,
    kind: all.every(isApart) ? "apart" : precise ? "point" : "area",
    point: geoMap.latLngToLayerPoint(latLngOf(place)),
    radius: precise ? (marks.length ? markRadius(marks.length) : 4) : 6,
    priority: 1000 + all.length + (all.every(isApart) ? -500 : 0),
    needed: all.length > 1 && !all.every(isApart),
  };
}

function numberLabel(movement, line) {
  const text = movement.howMany;
  return { text, kind: "number", point: line._middle, radius: 5, priority: 400 };
}

function countryLabels() {
  const states = [...drawn.places.keys()].map((place) => data.places[place]).filter(({ kind }) => kind === "country");
  const named = new Set(states.map(({ country }) => country));
  return outlines.filter(({ properties }) => !named.has(properties.id)).flatMap(countryLabel);
}

/** A state's name in the middle of its largest part, if it is wide enough on the screen to hold it. */
function countryLabel(feature) {
  const seat = countrySeat(feature);
  const turns = Math.round((geoMap.getCenter().lng - seat.lon) / 360);
  const west = geoMap.latLngToLayerPoint([seat.lat, seat.west + 360 * turns]);
  const east = geoMap.latLngToLayerPoint([seat.lat, seat.east + 360 * turns]);
  const text = sayRegion(feature.properties.id, feature.properties.name);
  if (east.x - west.x < text.length * 7.5) return [];
  const point = geoMap.latLngToLayerPoint([seat.lat, seat.lon + 360 * turns]);
  return [{ text, kind: "country", point, radius: 0, priority: east.x - west.x > 200 ? 2 : 1 }];
}

const seats = new Map();

/** The widest stretch of land on the parallel through the middle of a state's largest part. */
function countrySeat(feature) {
  if (!seats.has(feature)) {
    const parts = ringsOf(feature, 0).map(([outline]) => outline);
    const largestPart = parts.reduce((best, ring) => (ringArea(ring) > ringArea(best) ? ring : best));
    const lats = largestPart.map(([lat]) => lat);
    const lat = (Math.min(...lats) + Math.max(...lats)) / 2;
    const [west, east] = widestStretch(largestPart, lat);
    seats.set(feature, { lat, west, east, lon: (west + east) / 2 });
  }
  return seats.get(feature);
}

function ringArea(ring) {
  const sum = ring.reduce((total, [lat, lon], step) => {
    const [nextLat, nextLon] = ring[(step + 1) % ring.length];
    return total + lon * nextLat - nextLon * lat;
  }, 0);
  return Math.abs(sum) / 2;
}

function widestStretch(ring, lat) {
  const crossings = [];
  ring.forEach(([y, x], step) => {
    const [nextY, nextX] = ring[(step + 1) % ring.length];
    if (y > lat !== nextY > lat) crossings.push(x + ((lat - y) / (nextY - y)) * (nextX - x));
  });
  crossings.sort((a, b) => a - b);
  let widest = [0, 0];
  for (let step = 0; step + 1 < crossings.length; step += 2) {
    if (crossings[step + 1] - crossings[step] > widest[1] - widest[0]) widest = crossings.slice(step, step + 2);
  }
  return widest;
}

function fitAll() {
  const clear = { paddingTopLeft: [40, 48], paddingBottomRight: [64, 40] }; // of the buttons at the top and the scale
  if (data.view) geoMap.fitBounds(data.view, { ...clear, maxZoom: 8, animate: false });
  else geoMap.setView([20, 10], 2, { animate: false });
}

/** How much of the map's foot the words behind a movement cover, pixels; on a wide page nothing. */
function coveredFoot() {
  const words = byId("detail").getBoundingClientRect();
  return words.height ? Math.max(0, geoMap.getContainer().getBoundingClientRect().bottom - words.top) : 0;
}

/** Bring a movement into view, without coming closer than the reader chose to be. */
function bringIntoView(movement) {
  const spots = placesOf(movement).map(latLngOf);
  if (!spots.length) return;
  if (movement.turns) spots[1] = [spots[1][0], spots[1][1] + 360 * movement.turns];
  const { x: width, y: height } = geoMap.getSize();
  const free = L.bounds([[50, 40], [width - 50, height - coveredFoot() - 40]]);
  if (spots.every((spot) => free.contains(geoMap.latLngToContainerPoint(spot)))) return;
  geoMap.fitBounds(L.latLngBounds(spots), {
    paddingTopLeft: [60, 50],
    paddingBottomRight: [60, coveredFoot() + 50],
    maxZoom: geoMap.getZoom(),
    animate: false,
  });
}

function recolor() {
  colors = palette();
  landLayer.clearLayers();
  landTurns.clear();
  drawLandInView();
}

function startAtlas() {
  const container = geoMap.getContainer();
  container.setAttribute("role", "group");
  container.setAttribute("aria-label", container.closest("section").getAttribute("aria-label"));
  L.control.zoom({ position: "topright", zoomInTitle: words.app.zoom_in, zoomOutTitle: words.app.zoom_out }).addTo(geoMap);
  L.control.scale({ position: "bottomright", imperial: false }).addTo(geoMap);
  geoMap.on("moveend", () => {
    drawLandInView();
    drawLabels();
  });
  geoMap.on("click", () => state.selected !== null && select(null));
  fitAll();
  drawLandInView();
}
