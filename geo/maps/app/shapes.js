// What is drawn on the map's canvas: arrows, marks of one place, halos of a wide one.

const MIN_WIDTH = 1.5;
const MAX_WIDTH = 8;
const SAMPLES = 28; // points of a curve; enough that no corner shows

/** The largest number of each unit, since people and shells share no scale. */
const largest = new Map();
for (const { unit, amount } of movements) {
  if (amount !== null) largest.set(unit, Math.max(largest.get(unit) ?? 0, amount));
}

function widthOf(amount, unit) {
  if (amount === null || !largest.get(unit)) return MIN_WIDTH;
  return Math.max(MIN_WIDTH, MAX_WIDTH * Math.sqrt(amount / largest.get(unit)));
}

function dashOf(status, width) {
  if (status === "unconfirmed") return [width * 2 + 8, width + 5];
  if (status === "expected") return [width + 2.5, width + 3.5];
  if (status === "denied") return [0.1, width + 4];
  return [];
}

/** Points of a quadratic curve from start to end that bulges towards the top of the page. */
function curve(start, end, bend) {
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const up = dx >= 0 ? 1 : -1;
  const control = L.point((start.x + end.x) / 2 + dy * bend * up, (start.y + end.y) / 2 - dx * bend * up);
  const samples = Math.min(SAMPLES, Math.max(6, Math.ceil(Math.hypot(dx, dy) / 12)));
  return Array.from({ length: samples + 1 }, (_, step) => {
    const t = step / samples;
    const mix = (a, b, c) => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c;
    return L.point(mix(start.x, control.x, end.x), mix(start.y, control.y, end.y));
  });
}

/** Cut a line so that it ends `length` before its last point. */
function shortened(points, length) {
  const kept = points.slice();
  let left = length;
  while (kept.length > 2) {
    const last = kept.at(-1).distanceTo(kept.at(-2));
    if (last > left) break;
    left -= last;
    kept.pop();
  }
  const [before, tip] = kept.slice(-2);
  const part = Math.max(0, 1 - left / Math.max(before.distanceTo(tip), 0.001));
  kept[kept.length - 1] = L.point(before.x + (tip.x - before.x) * part, before.y + (tip.y - before.y) * part);
  return kept;
}

function headShape(base, tip, halfWidth) {
  const length = Math.max(base.distanceTo(tip), 0.001);
  const across = L.point((tip.y - base.y) / length, (base.x - tip.x) / length).multiplyBy(halfWidth);
  return [base.add(across), tip, base.subtract(across)];
}

function trace(context, points, closed) {
  context.beginPath();
  points.forEach((point, step) => (step ? context.lineTo(point.x, point.y) : context.moveTo(point.x, point.y)));
  if (closed) context.closePath();
}

function strokeWith(context, { color, width, dash = [], cap = "butt" }) {
  Object.assign(context, { strokeStyle: color, lineWidth: width, lineCap: cap, lineJoin: "round" });
  context.setLineDash(dash);
  context.stroke();
  context.setLineDash([]);
}

function strokeCross(context, point, size, style) {
  for (const slope of [1, -1]) {
    trace(context, [L.point(point.x - size, point.y - size * slope), L.point(point.x + size, point.y + size * slope)]);
    strokeWith(context, style);
  }
}

// Corners of the marks that are no discs, in radii, so that a type is known without its colour.
const CORNERS = {
  casualties: [[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]],
  supply: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
};

/** Trace the mark of a type around its middle. */
function traceMark(context, type, { x, y }, radius) {
  if (type in CORNERS) {
    trace(context, CORNERS[type].map(([across, down]) => L.point(x + across * radius, y + down * radius)), true);
    return;
  }
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

/** An arrow as one layer: shaft, head and casing, curved in pixels so that it looks alike at every zoom. */
const FlowLine = L.Polyline.extend({
  options: { noClip: true, smoothFactor: 0, bend: 0.16, gap: 0, paper: "#fff", hollow: false, crossed: false, laden: false, cased: true },

  _projectLatlngs(latlngs, result, bounds) {
    const [start, end] = latlngs.map((latlng) => this._map.latLngToLayerPoint(latlng));
    const length = start.distanceTo(end);
    const reach = L.bounds([start, end]);
    const slack = length * this.options.bend + 20; // how far the curve leaves the straight way
    const box = L.bounds(reach.min.subtract([slack, slack]), reach.max.add([slack, slack]));
    this._length = length;
    this._middle = start;
    if (!this._renderer._bounds.intersects(box)) return; // out of sight
    const wanted = 7 + this.options.weight * 1.9;
    const head = Math.min(wanted, length * 0.45);
    const line = shortened(curve(start, end, length < 40 ? 0 : this.options.bend), Math.min(this.options.gap, length * 0.2));
    const shaft = shortened(line, head * 0.82);
    this._middle = line[Math.floor(line.length / 2)];
    this._head = headShape(shortened(line, head).at(-1), line.at(-1), head * 0.5);
    line.forEach((point) => bounds.extend(point));
    result.push(shaft);
  },

  _clickTolerance() {
    return this.options.weight / 2 + 9; // the head is wider than the shaft, and a finger than both
  },

  _updatePath() {
    const renderer = this._renderer;
    if (!renderer._drawing || !this._parts.length) return;
    const { weight, color, opacity, paper, dash, hollow } = this.options;
    const context = renderer._ctx;
    context.save();
    context.globalAlpha = opacity;
    if (this.options.cased) {
      trace(context, this._parts[0]);
      strokeWith(context, { color: paper, width: weight + 2.5, cap: "round" });
    }
    trace(context, this._parts[0]);
    strokeWith(context, { color, width: weight, dash, cap: dash[0] < 1 ? "round" : "butt" });
    trace(context, this._head, true);
    context.fillStyle = hollow ? paper : color;
    context.fill();
    strokeWith(context, { color, width: hollow ? 2 : 1 });
    if (hollow) this._ringStart(context);
    if (this.options.laden) {
      traceMark(context, "supply", this._middle, 4 + weight / 2);
      context.fillStyle = color;
      context.fill();
      strokeWith(context, { color: paper, width: 1.5 });
    }
    if (this.options.crossed) strokeCross(context, this._middle, 5, { color, width: 2 });
    context.restore();
  },

  _ringStart(context) {
    const start = this._parts[0][0];
    context.beginPath();
    context.arc(start.x, start.y, 4, 0, 2 * Math.PI);
    context.fillStyle = this.options.paper;
    context.fill();
    strokeWith(context, { color: this.options.color, width: 1.5 });
  },
});

/** All that happened at one place: a disc for one movement, a ring of shares with a number for several. */
const PlaceMark = L.CircleMarker.extend({
  options: { shares: [], number: 0, type: null, status: null, paper: "#fff", ink: "#000" },

  _updatePath() {
    if (!this._renderer._drawing) return;
    const context = this._renderer._ctx;
    context.save();
    context.globalAlpha = this.options.opacity;
    this._disc(context, this._radius + 1.75, this.options.paper);
    if (this.options.number > 1) this._ring(context);
    else this._single(context);
    context.restore();
  },

  _disc(context, radius, color) {
    context.beginPath();
    context.arc(this._point.x, this._point.y, radius, 0, 2 * Math.PI);
    context.fillStyle = color;
    context.fill();
  },

  _single(context) {
    const { type, status, paper, shares } = this.options;
    const { color } = shares[0];
    if (status === "reported" || status === "confirmed") {
      traceMark(context, type, this._point, this._radius);
      context.fillStyle = color;
      context.fill();
      return;
    }
    traceMark(context, type, this._point, this._radius - 1);
    context.fillStyle = paper;
    context.fill();
    strokeWith(context, { color, width: 2, dash: status === "unconfirmed" ? [6, 3] : [2, 2.5] });
    if (status === "denied") strokeCross(context, this._point, 3, { color, width: 1.75 });
  },

  _ring(context) {
    const { shares, number, paper, ink } = this.options;
    const { x, y } = this._point;
    let angle = -Math.PI / 2;
    for (const { color, part } of shares) {
      context.beginPath();
      context.moveTo(x, y);
      context.arc(x, y, this._radius, angle, (angle += 2 * Math.PI * part));
      context.fillStyle = color;
      context.fill();
    }
    this._disc(context, this._radius - 3.5, paper);
    Object.assign(context, { fillStyle: ink, font: "600 11px system-ui, sans-serif" });
    Object.assign(context, { textAlign: "center", textBaseline: "middle" });
    context.fillText(String(number), x, y + 0.5);
  },
});

/** Somewhere within this distance; never so small that it looks like a point. */
const Halo = L.Circle.extend({
  _project() {
    L.Circle.prototype._project.call(this);
    this._radius = Math.max(this._radius, 12);
    this._radiusY = Math.max(this._radiusY, 12);
    this._updateBounds();
  },
});
