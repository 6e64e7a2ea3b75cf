// Canvases of our own, drawn anew after each move of the map: one path for each thing costs a browser less
// than one layer of Leaflet for each.

const WORLD = 256; // pixels of the globe's turn at zoom 0, in which places are kept

const LAST_LAT = 85.0511287798; // where Web Mercator ends, degrees

/** Where a place lies in pixels of zoom 0, as Leaflet has it, but without its objects on the way. */
function worldOf([lat, lon]) {
  const sine = Math.sin((Math.max(Math.min(lat, LAST_LAT), -LAST_LAT) * Math.PI) / 180);
  return { x: (lon / 360 + 0.5) * WORLD, y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD };
}

const EARTH_RADIUS_KM = 6371;

/** All that is so far from a place, in pixels of zoom 0: an ellipse round the middle of its north and south. */
function ringAround([lat, lon], radiusKm) {
  const reach = (radiusKm / EARTH_RADIUS_KM) * (180 / Math.PI); // degrees of latitude
  const [top, bottom] = [worldOf([lat + reach, lon]), worldOf([lat - reach, lon])];
  const middle = { x: top.x, y: (top.y + bottom.y) / 2 };
  const rise = Math.tanh((0.5 - middle.y / WORLD) * 2 * Math.PI); // sine of the latitude of the middle
  const parallel = Math.sqrt(1 - rise * rise);
  const [sine, cosine] = [Math.sin((lat * Math.PI) / 180), Math.cos((lat * Math.PI) / 180)];
  const turn = Math.acos(Math.max(-1, Math.min(1, (Math.cos(radiusKm / EARTH_RADIUS_KM) - sine * rise) / (cosine * parallel))));
  return { middle, across: (turn / (2 * Math.PI)) * WORLD, up: (bottom.y - top.y) / 2 };
}

/** The map's view, from pixels of zoom 0 to those of the map's layers. */
function viewOf(bounds) {
  const scale = 2 ** geoMap.getZoom();
  const origin = geoMap.getPixelOrigin();
  const at = ({ x, y }) => ({ x: x * scale - origin.x, y: y * scale - origin.y });
  const meets = (left, top, right, bottom) => left <= bounds.max.x && right >= bounds.min.x && top <= bounds.max.y && bottom >= bounds.min.y;
  return { scale, origin, bounds, at, meets };
}

/** A canvas that `draw` fills once the map stands still, and that goes along with the map until then. */
const Drawing = L.Renderer.extend({
  _initContainer() {
    this._container = document.createElement("canvas");
    this._context = this._container.getContext("2d");
  },

  _destroyContainer() {
    this._container.remove();
  },

  /** Leaflet also tells that a view was set anew, but it tells the end of that move before: once is enough. */
  getEvents() {
    const { viewreset, ...events } = L.Renderer.prototype.getEvents.call(this);
    return { ...events, drag: this._followDrag };
  },

  /** Draw anew once a drag bares what is not drawn. */
  _followDrag() {
    const corners = [L.point(0, 0), this._map.getSize()].map((corner) => this._map.containerPointToLayerPoint(corner));
    if (!this._bounds.contains(L.bounds(corners))) this._update();
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    L.DomUtil.setPosition(this._container, this._bounds.min);
    this._updatePaths();
  },

  _updatePaths() {
    const { x: width, y: height } = this._bounds.getSize();
    const { min } = this._bounds;
    const dots = L.Browser.retina ? 2 : 1; // of the canvas, to a pixel of the page
    this._resize(width, height, dots);
    this._context.setTransform(dots, 0, 0, dots, -min.x * dots, -min.y * dots);
    this._context.clearRect(min.x, min.y, width, height);
    this.options.draw(this._context, viewOf(this._bounds));
  },

  /** Only where it is needed: a canvas of a new size takes new memory. */
  _resize(width, height, dots) {
    if (this._container.width === width * dots && this._container.height === height * dots) return;
    Object.assign(this._container, { width: width * dots, height: height * dots });
    Object.assign(this._container.style, { width: `${width}px`, height: `${height}px` });
  },
});
