// The map: the basemap below, and above it what the filters let through.

const MARK_RENDERER = L.canvas({ pane: "marks", padding: 0.4, tolerance: 3 });
const DIMMED = 0.22;
const MOST_ARROWS = 1000; // above so many, those between the same two places become one,
const MOST_BUNDLES = 400; // and only so many, the strongest in view, are drawn
const MOST_CASED = 200; // a rim around each of more arrows costs more than it tells

const markLayer = L.layerGroup().addTo(geoMap);
const outlines = (land?.countries ?? []).map(([id, name, polygons]) => ({ id, name, polygons: polygons.map((rings) => rings.map(unpacked)) }));
const countries = new Map(outlines.map((outline) => [outline.id, outline]));
const bends = fannedBends();
let colors = palette();
let drawn = { shown: [], flows: [], places: new Map(), hidden: 0 };

/** A ring of [longitude, latitude] from its steps. */
function unpacked(steps) {
  const ring = [];
  let [lon, lat] = [0, 0];
  for (let at = 0; at < steps.length; at += 2) ring.push([(lon += steps[at]) / land.scale, (lat += steps[at + 1]) / land.scale]);
  return ring;
}

/** Rings as Leaflet wants them: latitude first, moved by whole turns of the globe. */
function ringsOf({ polygons }, turns) {
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

const WORLD = 256; // pixels of the globe's turn at zoom 0

/** The outlines in pixels of zoom 0, made once: a zoom step only scales them. */
function landPaths() {
  const [fill, lines] = [new Path2D(), new Path2D()];
  const add = (path, points) =>
    points.forEach((latLng, step) => {
      const { x, y } = L.CRS.EPSG3857.latLngToPoint(L.latLng(latLng), 0);
      if (step === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    });
  for (const rings of outlines.map((outline) => ringsOf(outline, 0))) {
    for (const ring of rings.flat()) {
      add(fill, ring);
      fill.closePath();
    }
    for (const line of bordersOf(rings)) add(lines, line);
  }
  return { fill, lines };
}

/** The basemap, as many copies of the world as the view shows. */
const Land = L.Canvas.extend({
  onAdd(map) {
    this._paths = landPaths();
    L.Canvas.prototype.onAdd.call(this, map);
    this._updatePaths();
  },

  _updatePaths() {
    const { min, max } = this._bounds;
    const scale = 2 ** geoMap.getZoom();
    const origin = geoMap.getPixelOrigin();
    const context = this._ctx;
    context.clearRect(min.x, min.y, max.x - min.x, max.y - min.y);
    const last = Math.floor((max.x + origin.x) / (WORLD * scale));
    for (let turn = Math.floor((min.x + origin.x) / (WORLD * scale)); turn <= last; turn += 1) {
      context.save();
      context.translate(turn * WORLD * scale - origin.x, -origin.y);
      context.scale(scale, scale);
      Object.assign(context, { fillStyle: colors.land, strokeStyle: colors.border, lineWidth: 0.8 / scale, lineJoin: "round" });
      context.fill(this._paths.fill, "evenodd");
      context.stroke(this._paths.lines);
      context.restore();
    }
  },
});
const landLayer = new Land({ pane: "land", padding: 0.4 });

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
const colorOf = (movement) => (movement.status === "denied" ? colors.denied : colors[movement.type] ?? colors.soft);
const opacityOf = (movement) => (isApart(movement) ? DIMMED : 1);
const isSelected = ({ position, all }) => position === state.selected || all?.some((each) => each.position === state.selected);
const isApart = (movement) => state.stands && !isSelected(movement);
const bundleWidth = (number) => Math.min(MIN_WIDTH + 1.2 * Math.sqrt(number), MAX_WIDTH);

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
  const moving = shown.filter((movement) => movement.flow.length);
  const { arrows, hidden } = moving.length > MOST_ARROWS ? strongest(bundled(moving)) : { arrows: moving, hidden: 0 };
  const flows = arrows.sort((a, b) => isApart(b) - isApart(a));
  drawn = { shown, flows: flows.map((movement) => [movement, drawFlow(movement, flows.length <= MOST_CASED)]), places, hidden, isCulled: moving.length > MOST_ARROWS };
  bySize.filter(([place]) => data.places[place].precise).forEach(([place, who]) => drawPoint(place, who));
  byId("hidden-arrows").hidden = hidden === 0;
  byId("hidden-arrows").textContent = hidden ? say(words.app.hidden_arrows, { n: sayNumber(hidden) }) : "";
  drawLabelsLater();
}

/** One arrow for all movements from one place to another. */
function bundled(moving) {
  const pairs = new Map();
  for (const movement of moving) {
    const key = movement.flow.join();
    if (pairs.has(key)) pairs.get(key).push(movement);
    else pairs.set(key, [movement]);
  }
  return [...pairs.values()].map((all) => (all.length === 1 ? all[0] : bundle(all)));
}

function bundle(all) {
  const [first] = all;
  const same = (key) => (all.every((movement) => movement[key] === first[key]) ? first[key] : null);
  return { ...first, position: -1, all, type: same("type"), status: same("status") ?? "reported", inferred: same("inferred") ?? false, howMany: sayCount("movement", all.length), when: null };
}

/** What is in view, the arrows that most movements share first; and how many are left to a closer look. */
function strongest(arrows) {
  const view = geoMap.getBounds().pad(0.1);
  const meets = ({ flow, turns }) => {
    const [start, end] = flow.map(latLngOf);
    return view.intersects(L.latLngBounds(start, [end[0], end[1] + 360 * turns]));
  };
  const strength = (arrow) => (arrow.all ? arrow.all.length : 1) + (arrow.position === state.selected ? Infinity : 0);
  const inView = arrows.filter(meets).sort((a, b) => strength(b) - strength(a));
  return { arrows: inView.slice(0, MOST_BUNDLES), hidden: Math.max(inView.length - MOST_BUNDLES, 0) };
}

function drawFlow(movement, cased) {
  const [start, end] = movement.flow;
  const [lat, lon] = latLngOf(end);
  const denied = movement.status === "denied";
  const own = movement.all ? bundleWidth(movement.all.length) : widthOf(movement.amount, movement.unit);
  const weight = Math.max(own, denied ? 2.5 : 0); // dots need some body
  const line = new FlowLine([latLngOf(start), [lat, lon + 360 * movement.turns]], {
    renderer: MARK_RENDERER,
    pane: "marks",
    weight,
    color: colorOf(movement),
    paper: colors.paper,
    opacity: opacityOf(movement) * (movement.inferred ? 0.75 : 1),
    dash: dashOf(movement.status, weight),
    bend: movement.all ? bends[movement.all[0].position] : bends[movement.position],
    gap: data.places[end].precise ? 6 : 0,
    hollow: movement.inferred,
    crossed: denied,
    laden: movement.type === "supply",
    cased,
  });
  line.on("click", (event) => choose(event, () => (movement.all ? showSpot(movement.flow) : select(movement.position))));
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
    type: marks[0].type,
    status: marks[0].status,
    paper: colors.paper,
    ink: colors.ink,
  });
  addPlaceLayer(mark, place, all);
}

const markRadius = (number) => (number > 1 ? Math.min(8 + 1.5 * Math.sqrt(number), 16) : 6);

function addPlaceLayer(layer, place, all) {
  layer.on("click", (event) => choose(event, () => (all.length === 1 ? select(all[0].position) : showSpot([place]))));
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

let labelsWaiting = 0;

/** Names follow once the map itself is drawn. */
function drawLabelsLater() {
  cancelAnimationFrame(labelsWaiting);
  labelsWaiting = requestAnimationFrame(() => (labelsWaiting = requestAnimationFrame(drawLabels)));
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
  return outlines.filter(({ id }) => !named.has(id)).flatMap(countryLabel);
}

/** A state's name in the middle of its largest part, if it is wide enough on the screen to hold it. */
function countryLabel(feature) {
  const seat = countrySeat(feature);
  const turns = Math.round((geoMap.getCenter().lng - seat.lon) / 360);
  const west = geoMap.latLngToLayerPoint([seat.lat, seat.west + 360 * turns]);
  const east = geoMap.latLngToLayerPoint([seat.lat, seat.east + 360 * turns]);
  const text = sayRegion(feature.id, feature.name);
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

const MIN_SEEN = 40; // pixels between two ends, below which no arrow can be made out

/** Bring a movement into view; closer than the reader chose to be only where its arrow would be too short to see. */
function bringIntoView(movement) {
  const spots = placesOf(movement).map(latLngOf);
  if (movement.turns) spots[1] = [spots[1][0], spots[1][1] + 360 * movement.turns];
  bringSpotsIntoView(spots);
}

/** Go to the places of a claim, close enough to see how exact they are. */
function lookAt(places) {
  const boxes = places.map((place) => L.latLng(latLngOf(place)).toBounds(Math.max(data.places[place].radius, 15) * 2500));
  const all = boxes.reduce((box, each) => box.extend(each), L.latLngBounds([]));
  geoMap.fitBounds(all, { paddingBottomRight: [20, coveredFoot() + 20], paddingTopLeft: [20, 20], maxZoom: 9, animate: false });
}

function bringSpotsIntoView(spots) {
  if (!spots.length) return;
  const { x: width, y: height } = geoMap.getSize();
  const free = L.bounds([[50, 40], [width - 50, height - coveredFoot() - 40]]);
  const points = spots.map((spot) => geoMap.latLngToContainerPoint(spot));
  const length = points.length < 2 ? MIN_SEEN : points[0].distanceTo(points[1]);
  const closer = length < MIN_SEEN ? Math.log2((4 * MIN_SEEN) / Math.max(length, 1)) : 0; // steps of zoom
  if (closer === 0 && points.every((point) => free.contains(point))) return;
  geoMap.fitBounds(L.latLngBounds(spots), {
    paddingTopLeft: [60, 50],
    paddingBottomRight: [60, coveredFoot() + 50],
    maxZoom: geoMap.getZoom() + closer,
    animate: false,
  });
}

function recolor() {
  colors = palette();
  if (land) landLayer._updatePaths();
}

function startAtlas() {
  const container = geoMap.getContainer();
  container.setAttribute("role", "group");
  container.setAttribute("aria-label", container.closest("section").getAttribute("aria-label"));
  L.control.zoom({ position: "topright", zoomInTitle: words.app.zoom_in, zoomOutTitle: words.app.zoom_out }).addTo(geoMap);
  L.control.scale({ position: "bottomright", imperial: false }).addTo(geoMap);
  geoMap.on("moveend", () => (drawn.isCulled ? drawMovements(drawn.shown) : drawLabelsLater()));
  geoMap.on("click", () => state.selected !== null && select(null));
  fitAll();
  if (land) landLayer.addTo(geoMap);
  startTiles();
}

/** Pictures of the ground from a server, where the maker of the page asked for them. */
function startTiles() {
  if (!data.tiles) return;
  L.tileLayer(data.tiles.url, { pane: "tiles", maxZoom: 12, detectRetina: false }).addTo(geoMap);
}
