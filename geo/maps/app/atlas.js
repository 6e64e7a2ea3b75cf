// The map: the basemap below, and above it what the filters let through.

const DIMMED = 0.22;
const MOST_ARROWS = 1000; // above so many, those between the same two places become one,
const MOST_BUNDLES = 400; // and only so many, the strongest in view, are drawn
const MOST_CASED = 200; // in view: of a crowd, no arrow has a rim,
const MOST_WIDE = 100; // and only those with the largest numbers are drawn wider than a hair

const bends = fannedBends();
const worldPlaces = data.places.map(({ lat, lon }) => worldOf([lat, lon]));
const markLayer = new Drawing({ pane: "marks", draw: drawMarks });
let colors = palette();
let drawn = { shown: [], places: new Map(), areas: [], arrows: [], points: [], isBundled: false, flows: [], shapes: [] };

/** One number for two places, the same for both ways. */
function pairOf([start, end]) {
  return Math.min(start, end) * data.places.length + Math.max(start, end);
}

/** How much each arrow bends, so that arrows between the same two places lie side by side. */
function fannedBends() {
  const used = new Map();
  return movements.map(({ flow }) => {
    if (!flow.length) return 0;
    const before = used.get(pairOf(flow)) ?? 0;
    used.set(pairOf(flow), before + 1);
    return 0.14 + 0.11 * before;
  });
}

const latLngOf = (place) => [data.places[place].lat, data.places[place].lon];
const colorOf = (movement) => (movement.status === "denied" ? colors.denied : colors[movement.type] ?? colors.soft);
const opacityOf = (movement) => (isApart(movement) ? DIMMED : 1);
const isSelected = ({ position, all }) => position === state.selected || all?.some((each) => each.position === state.selected);
const isApart = (movement) => state.stands && !isSelected(movement);
const apartFirst = (a, b) => isApart(b) - isApart(a);
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
  pointTo(null);
  const places = gather(shown);
  const bySize = [...places].sort(([a], [b]) => data.places[b].radius - data.places[a].radius || a - b);
  const marked = (precise) => bySize.filter(([place]) => data.places[place].precise === precise);
  const moving = shown.filter((movement) => movement.flow.length);
  const isBundled = moving.length > MOST_ARROWS;
  drawn = {
    shown,
    places,
    areas: marked(false).map(([place, who]) => shapeAt(place, who, areaShape)),
    arrows: isBundled ? byStrength(bundled(moving)) : moving.sort(apartFirst),
    points: marked(true).map(([place, who]) => shapeAt(place, who, pointShape)),
    isBundled,
  };
  markLayer._updatePaths();
}

/** All that lies in the view, wide areas first: what is drawn later lies above. */
function drawMarks(context, view) {
  const inView = drawn.arrows.filter(meets(geoMap.getBounds().pad(0.1)));
  const hidden = drawn.isBundled ? Math.max(inView.length - MOST_BUNDLES, 0) : 0;
  const arrows = drawn.isBundled ? inView.slice(0, MOST_BUNDLES).sort(apartFirst) : drawn.arrows;
  const style = crowdStyle(hidden ? arrows : inView);
  drawn.flows = arrows.map((movement) => [movement, flowOf(movement, style)]);
  drawn.shapes = [...drawn.areas, ...drawn.flows.map(([, shape]) => shape), ...drawn.points].filter((shape) => {
    shape.settle(view);
    if (shape.seen) shape.draw(context);
    return shape.seen;
  });
  byId("hidden-arrows").hidden = hidden === 0;
  byId("hidden-arrows").textContent = hidden ? say(words.app.hidden_arrows, { n: sayNumber(hidden) }) : "";
  drawLabelsLater();
}

/** A test whether the way between an arrow's ends meets the view. */
function meets(view) {
  const low = worldOf([view.getSouth(), view.getWest()]);
  const high = worldOf([view.getNorth(), view.getEast()]);
  return (arrow) => {
    const [start, end] = endsOf(arrow);
    return Math.max(start.x, end.x) >= low.x && Math.min(start.x, end.x) <= high.x && Math.max(start.y, end.y) >= high.y && Math.min(start.y, end.y) <= low.y;
  };
}

/** How much each of so many arrows may take: in a crowd a wide one hides the others. Equals are drawn equal. */
function crowdStyle(arrows) {
  if (arrows.length <= MOST_CASED) return { cased: true, hairUpTo: 0 };
  const weights = arrows.map(ownWeight).sort((a, b) => b - a);
  return { cased: false, hairUpTo: weights[MOST_WIDE] };
}

const ownWeight = ({ all, amount, unit }) => (all ? bundleWidth(all.length) : widthOf(amount, unit));

/** One arrow for all movements from one place to another. */
function bundled(moving) {
  const pairs = new Map();
  for (const movement of moving) {
    const [start, end] = movement.flow;
    const key = start * data.places.length + end;
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

/** The arrows that most movements share first, and before all what is selected. */
function byStrength(arrows) {
  const strength = (arrow) => (state.selected !== null && isSelected(arrow) ? Infinity : arrow.all?.length ?? 1);
  return arrows.sort((a, b) => strength(b) - strength(a));
}

/** Both ends of an arrow in pixels of zoom 0, the second one on the side of the globe that is nearer. */
function endsOf({ flow: [start, end], turns }) {
  return [worldPlaces[start], { x: worldPlaces[end].x + turns * WORLD, y: worldPlaces[end].y }];
}

function flowOf(movement, { cased, hairUpTo }) {
  const [, end] = movement.flow;
  const denied = movement.status === "denied";
  const own = ownWeight(movement);
  const isHair = own <= hairUpTo && !(state.selected !== null && isSelected(movement));
  const weight = isHair ? 1 : Math.max(own, denied ? 2.5 : 0); // dots need some body
  return new Arrow(...endsOf(movement), {
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
    choose: () => (movement.all ? showSpot(movement.flow) : select(movement.position)),
    tell: () => flowTip(movement),
  });
}

/** What stands for a place, as `shape` makes it of those who are there. */
function shapeAt(place, { marks, ends }, shape) {
  const all = [...marks, ...ends];
  const opacity = all.every(isApart) ? DIMMED : 1;
  const choose = () => (all.length === 1 ? select(all[0].position) : showSpot([place]));
  return shape(place, { all, marks, opacity, choose, tell: () => placeTip(place, all) });
}

function areaShape(place, { all, opacity, ...acts }) {
  const { kind, country, radius, turns } = data.places[place];
  const outline = kind === "country" && country ? countries.get(country) : undefined;
  const look = { ...acts, color: sharedColor(all), turns, opacity: (outline ? 0.55 : 0.9) * opacity, fillOpacity: 0.12 * opacity };
  if (outline) return new Outline(areaPath(outline), boxOf(outline), look);
  return new Halo(ringAround(latLngOf(place), Math.max(radius, 1)), look);
}

function pointShape(place, { marks, ...look }) {
  const common = { ...look, paper: colors.paper, ink: colors.ink };
  if (marks.length === 0) return new EndMark(worldPlaces[place], { ...common, radius: 3.5 });
  const [{ type, status }] = marks;
  const mark = { radius: markRadius(marks.length), shares: sharesOf(marks), number: marks.length, type, status };
  return new PlaceMark(worldPlaces[place], { ...common, ...mark });
}

const markRadius = (number) => (number > 1 ? Math.min(8 + 1.5 * Math.sqrt(number), 16) : 6);

const tip = L.tooltip({ className: "tip" });
let pointedAt = null;

/** Say what the pointer is on, or take it back. */
function pointTo(shape, latLng) {
  if (shape !== pointedAt) {
    pointedAt = shape;
    markLayer._container?.classList.toggle("leaflet-interactive", shape !== null); // the pointer becomes a hand
    if (shape) tip.setContent(shape.tell());
    else tip.remove();
  }
  if (shape) tip.setLatLng(latLng).addTo(geoMap);
}

const topmost = (spot) => drawn.shapes.findLast((shape) => shape.holds(spot)) ?? null;

function startPointer() {
  L.DomEvent.on(markLayer._container, {
    mousemove: (event) => geoMap.dragging.moving() || pointTo(topmost(geoMap.mouseEventToLayerPoint(event)), geoMap.mouseEventToLatLng(event)),
    mouseout: () => pointTo(null),
  });
  geoMap.on("click", ({ layerPoint }) => {
    const shape = topmost(layerPoint);
    if (shape) shape.choose();
    else if (state.selected !== null) select(null);
  });
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
  const numbers = drawn.flows.filter(([each, line]) => line.seen && each.howMany && line.length > 110 && !isApart(each));
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
  return { text, kind: "number", point: line.middle, radius: 5, priority: 400 };
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
  fitAll();
  if (land) landLayer.addTo(geoMap);
  markLayer.addTo(geoMap);
  startPointer();
  startTiles();
}

/** Pictures of the ground from a server, where the maker of the page asked for them. */
function startTiles() {
  if (!data.tiles) return;
  L.tileLayer(data.tiles.url, { pane: "tiles", maxZoom: 12, detectRetina: false }).addTo(geoMap);
}
