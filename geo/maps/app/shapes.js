// What is drawn on the map's canvas: arrows, marks of one place, halos of a wide one.
// Each is told by `settle` where it lies in a view, and whether any of it is `seen` there.

const MIN_WIDTH = 1.5;
const MAX_WIDTH = 8;
const REACH = 3; // pixels beside a mark that still count as the mark, for an unsteady hand

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

const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
const between = (a, b, part) => ({ x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part });

/** A quadratic curve from start to end that bulges towards the top of the page. */
function curve(start, end, bend) {
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const up = dx >= 0 ? bend : -bend;
  return { start, control: { x: (start.x + end.x) / 2 + dy * up, y: (start.y + end.y) / 2 - dx * up }, end };
}

/** A curve up to a part of its way, which is a quadratic curve again. */
function upTo({ start, control, end }, part) {
  const first = between(start, control, part);
  return { start, control: first, end: between(first, between(control, end, part), part) };
}

/** A curve cut so that it ends `length` before its end; a straight step corrects a first guess. */
function shortened(line, length) {
  const guess = Math.min(length / Math.max(2 * distance(line.control, line.end), 0.001), 0.5);
  const guessed = distance(upTo(line, 1 - guess).end, line.end);
  return upTo(line, Math.max(1 - (guess * length) / Math.max(guessed, 0.001), 0));
}

function headShape(base, tip, halfWidth) {
  const length = Math.max(distance(base, tip), 0.001);
  const across = { x: ((tip.y - base.y) / length) * halfWidth, y: ((base.x - tip.x) / length) * halfWidth };
  return [{ x: base.x + across.x, y: base.y + across.y }, tip, { x: base.x - across.x, y: base.y - across.y }];
}

function traceCurve(context, { start, control, end }) {
  context.beginPath();
  context.moveTo(start.x, start.y);
  context.quadraticCurveTo(control.x, control.y, end.x, end.y);
}

function trace(context, points) {
  context.beginPath();
  points.forEach(({ x, y }, step) => (step ? context.lineTo(x, y) : context.moveTo(x, y)));
}

function traceDisc(context, { x, y }, radius) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

function fillWith(context, color) {
  context.fillStyle = color;
  context.fill();
}

const SOLID = [];

function strokeWith(context, { color, width, dash = SOLID, cap = "butt" }) {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.lineCap = cap;
  context.lineJoin = "round";
  context.setLineDash(dash);
  context.stroke();
}

function strokeCross(context, { x, y }, size, style) {
  for (const slope of [size, -size]) {
    trace(context, [{ x: x - size, y: y - slope }, { x: x + size, y: y + slope }]);
    strokeWith(context, style);
  }
}

// Corners of the marks that are no discs, in radii, so that a type is known without its colour.
const CORNERS = {
  casualties: [[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]],
  supply: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
};

/** Trace the mark of a type around its middle. */
function traceMark(context, type, middle, radius) {
  const corners = CORNERS[type];
  if (!corners) {
    traceDisc(context, middle, radius);
    return;
  }
  trace(context, corners.map(([across, down]) => ({ x: middle.x + across * radius, y: middle.y + down * radius })));
  context.closePath();
}

const probe = document.createElement("canvas").getContext("2d"); // never shown: it tells what a point lies on

/** An arrow: shaft, head and casing, curved in pixels so that it looks alike at every zoom. */
class Arrow {
  constructor(start, end, look) {
    Object.assign(this, look, { start, end }); // weight, color, opacity, paper, dash, bend, gap, hollow, crossed, cased
  }

  settle({ at, meets }) {
    const [start, end] = [at(this.start), at(this.end)];
    this.length = distance(start, end);
    const head = Math.min(7 + this.weight * 1.9, this.length * 0.45);
    const whole = curve(start, end, this.length < 40 ? 0 : this.bend);
    const { control } = whole;
    const slack = head + this.weight;
    const [xs, ys] = [[start.x, control.x, end.x], [start.y, control.y, end.y]];
    this.seen = meets(Math.min(...xs) - slack, Math.min(...ys) - slack, Math.max(...xs) + slack, Math.max(...ys) + slack);
    if (!this.seen) return;
    this.line = this.gap ? shortened(whole, Math.min(this.gap, this.length * 0.2)) : whole;
    this.shaft = shortened(this.line, head * 0.82);
    this.middle = upTo(this.line, 0.5).end;
    this.head = headShape(shortened(this.line, head).end, this.line.end, head * 0.5);
  }

  draw(context) {
    const { weight, color, paper, dash, hollow } = this;
    context.globalAlpha = this.opacity;
    traceCurve(context, this.shaft);
    if (this.cased) strokeWith(context, { color: paper, width: weight + 2.5, cap: "round" });
    strokeWith(context, { color, width: weight, dash, cap: dash[0] < 1 ? "round" : "butt" });
    trace(context, this.head);
    context.closePath();
    fillWith(context, hollow ? paper : color);
    strokeWith(context, { color, width: hollow ? 2 : 1 });
    if (hollow) {
      traceDisc(context, this.shaft.start, 4);
      fillWith(context, paper);
      strokeWith(context, { color, width: 1.5 });
    }
    if (this.laden) {
      traceMark(context, "supply", this.middle, 4 + weight / 2);
      fillWith(context, color);
      strokeWith(context, { color: paper, width: 1.5 });
    }
    if (this.crossed) strokeCross(context, this.middle, 5, { color, width: 2 });
  }

  /** The head is wider than the shaft, and a finger than both. */
  holds({ x, y }) {
    traceCurve(probe, this.line);
    probe.lineWidth = this.weight + 18;
    return probe.isPointInStroke(x, y);
  }
}

/** Something round at one point: `radius` in pixels. */
class Spot {
  constructor(world, look) {
    Object.assign(this, look, { world });
  }

  settle({ at, meets }) {
    const { x, y } = (this.point = at(this.world));
    const reach = this.radius + 2;
    this.seen = meets(x - reach, y - reach, x + reach, y + reach);
  }

  holds(point) {
    return distance(point, this.point) <= this.radius + 1.5 + REACH;
  }
}

/** An end of arrows where nothing else happened. */
class EndMark extends Spot {
  draw(context) {
    context.globalAlpha = this.opacity;
    traceDisc(context, this.point, this.radius);
    fillWith(context, this.paper);
    strokeWith(context, { color: this.ink, width: 1.5 });
  }
}

/** All that happened at one place: a disc for one movement, a ring of shares with a number for several. */
class PlaceMark extends Spot {
  draw(context) {
    context.globalAlpha = this.opacity;
    this._disc(context, this.radius + 1.75, this.paper);
    if (this.number > 1) this._ring(context);
    else this._single(context);
  }

  _disc(context, radius, color) {
    traceDisc(context, this.point, radius);
    fillWith(context, color);
  }

  _single(context) {
    const { type, status, paper, shares } = this;
    const { color } = shares[0];
    if (status === "reported" || status === "confirmed") {
      traceMark(context, type, this.point, this.radius);
      fillWith(context, color);
      return;
    }
    traceMark(context, type, this.point, this.radius - 1);
    fillWith(context, paper);
    strokeWith(context, { color, width: 2, dash: status === "unconfirmed" ? [6, 3] : [2, 2.5] });
    if (status === "denied") strokeCross(context, this.point, 3, { color, width: 1.75 });
  }

  _ring(context) {
    const { shares, number, paper, ink } = this;
    const { x, y } = this.point;
    let angle = -Math.PI / 2;
    for (const { color, part } of shares) {
      context.beginPath();
      context.moveTo(x, y);
      context.arc(x, y, this.radius, angle, (angle += 2 * Math.PI * part));
      fillWith(context, color);
    }
    this._disc(context, this.radius - 3.5, paper);
    Object.assign(context, { fillStyle: ink, font: "600 11px system-ui, sans-serif" });
    Object.assign(context, { textAlign: "center", textBaseline: "middle" });
    context.fillText(String(number), x, y + 0.5);
  }
}

/** Somewhere within this ring; never so small that it looks like a point. */
class Halo {
  constructor(ring, look) {
    Object.assign(this, look, { ring });
  }

  settle({ at, scale, meets }) {
    const { x, y } = (this.center = at(this.ring.middle));
    this.across = Math.max(this.ring.across * scale, 12);
    this.up = Math.max(this.ring.up * scale, 12);
    this.seen = meets(x - this.across, y - this.up, x + this.across, y + this.up);
  }

  draw(context) {
    context.beginPath();
    context.ellipse(this.center.x, this.center.y, this.across, this.up, 0, 0, 2 * Math.PI);
    context.globalAlpha = this.fillOpacity;
    fillWith(context, this.color);
    context.globalAlpha = this.opacity;
    strokeWith(context, { color: this.color, width: 1.25, dash: [4, 4], cap: "round" });
  }

  holds({ x, y }) {
    return Math.hypot((x - this.center.x) / (this.across + REACH), (y - this.center.y) / (this.up + REACH)) <= 1;
  }
}

/** Somewhere within a state's outlines, which are kept in pixels of zoom 0 and only scaled. */
class Outline {
  constructor(path, box, look) {
    Object.assign(this, look, { path, box });
  }

  settle({ scale, origin, meets }) {
    this.scale = scale;
    this.origin = { x: this.turns * WORLD * scale - origin.x, y: -origin.y };
    const { min, max } = this.box;
    const { x, y } = this.origin;
    this.seen = meets(min.x * scale + x, min.y * scale + y, max.x * scale + x, max.y * scale + y);
  }

  draw(context) {
    const { scale, origin, color } = this;
    context.save();
    context.translate(origin.x, origin.y);
    context.scale(scale, scale);
    context.globalAlpha = this.fillOpacity;
    context.fillStyle = color;
    context.fill(this.path, "evenodd");
    context.globalAlpha = this.opacity;
    // A coast has many bends, where long dashes look restless.
    Object.assign(context, { strokeStyle: color, lineWidth: 1 / scale, lineCap: "round", lineJoin: "round" });
    context.setLineDash([2 / scale, 3 / scale]);
    context.stroke(this.path);
    context.restore();
  }

  holds({ x, y }) {
    const { scale, origin } = this;
    const [worldX, worldY] = [(x - origin.x) / scale, (y - origin.y) / scale];
    probe.lineWidth = (1 + 2 * REACH) / scale;
    return probe.isPointInPath(this.path, worldX, worldY, "evenodd") || probe.isPointInStroke(this.path, worldX, worldY);
  }
}
