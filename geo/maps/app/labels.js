// Names on the map: placed greedily by priority, and left out where they would touch one another.

const LABEL_GAP = 3;
const MOST_LABELS = 400; // more than fit on any screen; each is compared with all before it
const labelPane = geoMap.getPane("labels");
const labelSizes = new Map();
labelPane.classList.add("leaflet-zoom-hide");
labelPane.setAttribute("aria-hidden", "true"); // the list says the same

/** Measure once a text and kind: the browser lays out the whole page for each new measurement. */
function labelSize(element, label) {
  const key = `${label.kind}\n${label.text}`;
  if (!labelSizes.has(key)) labelSizes.set(key, { width: element.offsetWidth, height: element.offsetHeight });
  return labelSizes.get(key);
}

// Where a label of each kind may stand around its point, best first: steps across and down.
const AROUND = [[1, 0], [-1, 0], [0, 1], [0, -1], [1, -1], [1, 1], [-1, -1], [-1, 1]];
const LABEL_SEATS = { point: AROUND, area: AROUND, apart: AROUND, number: [[0, -1], [0, 1]], country: [[0, 0]] };

/** Boxes to try for a label, best first. */
function labelBoxes({ kind, point, radius }, { width, height }) {
  return LABEL_SEATS[kind].map(([across, down]) => {
    const slant = across && down ? 0.7 : 1;
    const left = point.x - width / 2 + across * (width / 2 + (radius + 4) * slant);
    const top = point.y - height / 2 + down * (height / 2 + (radius + 2) * slant);
    return { left, top, right: left + width, bottom: top + height };
  });
}

/** The best box that is free; a needed label rather covers a mark than the edge of the view. */
function freeBox(boxes, needed, taken, occupied) {
  const view = viewBox();
  const inside = boxes.filter((box) => isWithin(box, view));
  const clearOf = (others) => (box) => !others.some((other) => boxesTouch(box, other));
  const clear = clearOf([...taken, ...occupied]);
  return inside.find(clear) ?? (needed ? inside.find(clearOf(occupied)) : undefined);
}

function viewBox() {
  const { x: left, y: top } = geoMap.containerPointToLayerPoint([0, 0]);
  const { x: right, y: bottom } = geoMap.containerPointToLayerPoint(geoMap.getSize());
  return { left, top, right, bottom };
}

function isWithin(box, view) {
  return box.left >= view.left && box.right <= view.right && box.top >= view.top && box.bottom <= view.bottom;
}

function boxesTouch(a, b) {
  return a.left < b.right + LABEL_GAP && b.left < a.right + LABEL_GAP && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Show as many labels as fit.
 * Each label: {text, kind, point, radius, priority, needed}; `taken` are boxes of marks, which only a
 * needed label may cover.
 */
function placeLabels(labels, taken) {
  const wanted = labels.slice().sort((a, b) => b.priority - a.priority || (a.text < b.text ? -1 : 1)).slice(0, MOST_LABELS);
  const elements = wanted.map((label) => make("span", { class: `label label-${label.kind}`, dir: "auto" }, label.text));
  labelPane.replaceChildren(...elements);
  const sizes = wanted.map((label, step) => labelSize(elements[step], label));
  const occupied = [];
  wanted.forEach((label, step) => {
    const box = freeBox(labelBoxes(label, sizes[step]), label.needed, taken, occupied);
    if (!box) {
      elements[step].remove();
      return;
    }
    occupied.push(box);
    L.DomUtil.setPosition(elements[step], L.point(box.left, box.top).round());
  });
}
