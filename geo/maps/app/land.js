// The basemap: the outlines of states, and where their names stand.

const outlines = (land?.countries ?? []).map(([id, name, polygons]) => ({ id, name, polygons: polygons.map((rings) => rings.map(unpacked)) }));
const countries = new Map(outlines.map((outline) => [outline.id, outline]));
const landLayer = new Drawing({ pane: "land", draw: drawLand });

/** A ring of [longitude, latitude] from its steps. */
function unpacked(steps) {
  const ring = [];
  let [lon, lat] = [0, 0];
  for (let at = 0; at < steps.length; at += 2) ring.push([(lon += steps[at]) / land.scale, (lat += steps[at + 1]) / land.scale]);
  return ring;
}

/** Borders without the stretches where the data was cut along the 180th meridian. */
function bordersOf(rings) {
  const lines = [];
  for (const ring of rings.flat()) {
    let line = [];
    ring.forEach((point, step) => {
      if (step > 0 && isCut(point[0]) && isCut(ring[step - 1][0])) {
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

/** Draw on from point to point; points are [longitude, latitude]. */
function addLine(path, points) {
  points.forEach(([lon, lat], step) => {
    const { x, y } = worldOf([lat, lon]);
    if (step === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  });
}

function areaPath({ polygons }) {
  const path = new Path2D();
  for (const ring of polygons.flat()) {
    addLine(path, ring);
    path.closePath();
  }
  return path;
}

let landPaths = null;

/** The outlines in pixels of zoom 0, made once: a zoom step only scales them. */
function pathsOfLand() {
  if (landPaths) return landPaths;
  landPaths = { fill: new Path2D(), lines: new Path2D() };
  for (const outline of outlines) {
    landPaths.fill.addPath(areaPath(outline));
    for (const line of bordersOf(outline.polygons)) addLine(landPaths.lines, line);
  }
  return landPaths;
}

/** The basemap, as many copies of the world as the view shows. */
function drawLand(context, { scale, origin, bounds }) {
  const { fill, lines } = pathsOfLand();
  const turn = WORLD * scale;
  const last = Math.floor((bounds.max.x + origin.x) / turn);
  for (let copy = Math.floor((bounds.min.x + origin.x) / turn); copy <= last; copy += 1) {
    context.save();
    context.translate(copy * turn - origin.x, -origin.y);
    context.scale(scale, scale);
    Object.assign(context, { fillStyle: colors.land, strokeStyle: colors.border, lineWidth: 0.8 / scale, lineJoin: "round" });
    context.fill(fill, "evenodd");
    context.stroke(lines);
    context.restore();
  }
}

/** What holds an outline, in pixels of zoom 0. */
function boxOf({ polygons }) {
  return L.bounds(polygons.flat(2).map(([lon, lat]) => worldOf([lat, lon])));
}

const seats = new Map();

/** The widest stretch of land on the parallel through the middle of a state's largest part. */
function countrySeat(feature) {
  if (!seats.has(feature)) {
    const parts = feature.polygons.map(([outline]) => outline);
    const largestPart = parts.reduce((best, ring) => (ringArea(ring) > ringArea(best) ? ring : best));
    const lats = largestPart.map(([, lat]) => lat);
    const lat = (Math.min(...lats) + Math.max(...lats)) / 2;
    const [west, east] = widestStretch(largestPart, lat);
    seats.set(feature, { lat, west, east, lon: (west + east) / 2 });
  }
  return seats.get(feature);
}

function ringArea(ring) {
  const sum = ring.reduce((total, [lon, lat], step) => {
    const [nextLon, nextLat] = ring[(step + 1) % ring.length];
    return total + lon * nextLat - nextLon * lat;
  }, 0);
  return Math.abs(sum) / 2;
}

function widestStretch(ring, lat) {
  const crossings = [];
  ring.forEach(([x, y], step) => {
    const [nextX, nextY] = ring[(step + 1) % ring.length];
    if (y > lat !== nextY > lat) crossings.push(x + ((lat - y) / (nextY - y)) * (nextX - x));
  });
  crossings.sort((a, b) => a - b);
  let widest = [0, 0];
  for (let step = 0; step + 1 < crossings.length; step += 2) {
    if (crossings[step + 1] - crossings[step] > widest[1] - widest[0]) widest = crossings.slice(step, step + 2);
  }
  return widest;
}
