import Graph from 'graphology';
import Sigma from 'sigma';
import { EdgeLineProgram, NodePointProgram } from 'sigma/rendering';
import { changedLooks, type DrawnLooks, drawnLooks, type Looks, MANY_TIES } from './drawn-looks.ts';
import type { NetworkModel } from './network-model.ts';
import { tieWidth } from './picture.ts';

export type Handlers = {
  readonly onNode: (node: number) => void;
  readonly onTie: (tie: number) => void;
  readonly onNothing: () => void;
};

/** What part of the drawing is seen. */
type Sight = { readonly x: number; readonly y: number; readonly angle: number; readonly ratio: number };

type Written = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

type Label = Point & { readonly size: number; readonly label: string | null };

type Point = { readonly x: number; readonly y: number };

/** Nodes beyond which each is drawn as one point and not as an instance of a disc: without a graphics card that takes a tenth of the time. */
const MANY_NODES = 2_000;

function graphOf({ ids, answer }: NetworkModel, places: readonly Point[]): Graph {
  const graph = new Graph({ type: 'undirected' });
  ids.forEach((_, node) => {
    graph.addNode(node, { x: places[node]?.x ?? 0, y: places[node]?.y ?? 0, label: answer.nodes.name[node] ?? '' });
  });
  const { source, target, weight } = answer.ties;
  source.forEach((from, tie) => {
    graph.addUndirectedEdgeWithKey(tie, from, target[tie], { size: tieWidth(weight[tie] ?? 1) });
  });
  return graph;
}

/** Whether this browser can draw the network at all. */
export const hasWebGl = (): boolean => document.createElement('canvas').getContext('webgl2') !== null;

/** The network in WebGL. Its nodes are placed once; what changes after that is how they look, and what part is seen. */
export class SigmaDrawing {
  readonly #sigma: Sigma;
  readonly #model: NetworkModel;
  readonly #places: readonly Point[];
  readonly #duration: number;
  #looks: Looks;
  #drawn: DrawnLooks;
  /** Where names stand in this frame. */
  #written: Written[] = [];
  #frame: number | null = null;

  constructor(
    container: HTMLElement,
    {
      model,
      places,
      whole,
    }: { readonly model: NetworkModel; readonly places: readonly Point[]; readonly whole: readonly Point[] },
    looks: Looks,
    handlers: Handlers,
    isStill: boolean,
  ) {
    this.#model = model;
    this.#places = places;
    this.#looks = looks;
    this.#duration = isStill ? 0 : 140;
    const many = model.answer.ties.source.length > MANY_TIES;
    this.#drawn = drawnLooks(model, looks);
    // Filled below, when the frame is known: then what it holds is worked out once.
    this.#sigma = new Sigma(new Graph({ type: 'undirected' }), container, {
      allowInvalidContainer: true,
      enableEdgeEvents: !many,
      hideEdgesOnMove: many,
      defaultEdgeType: many ? 'thin' : 'line',
      ...(many && { edgeProgramClasses: { thin: EdgeLineProgram } }),
      ...(model.ids.length > MANY_NODES && { nodeProgramClasses: { circle: NodePointProgram } }),
      zIndex: true,
      stagePadding: 24,
      labelFont: looks.inks.fontFamily,
      labelSize: 13,
      labelDensity: 1,
      labelGridCellSize: 90,
      labelRenderedSizeThreshold: 1.5,
      minCameraRatio: 0.005,
      maxCameraRatio: 4,
      inertiaDuration: isStill ? 0 : 100,
      zoomDuration: this.#duration,
      doubleClickZoomingDuration: this.#duration,
      defaultDrawNodeLabel: (pen, data, settings) => this.#drawLabel(pen, data, settings.labelSize),
      defaultDrawNodeHover: (pen, data, settings) => this.#drawHover(pen, data, settings.labelSize),
      // What they are given is a copy already.
      nodeReducer: (key, data) => Object.assign(data, this.#nodeLooks(Number(key))),
      edgeReducer: (key, data) => Object.assign(data, this.#tieLooks(Number(key))),
    });
    this.#sigma.on('beforeRender', () => {
      this.#written = [];
    });
    // The frame is that of all that is recorded: another day does not move what stays.
    const box = { x: extentOf(whole, 'x'), y: extentOf(whole, 'y') };
    this.#sigma.setCustomBBox(box);
    this.#sigma.setGraph(graphOf(model, places));
    this.#sigma.on('clickNode', ({ node }) => handlers.onNode(Number(node)));
    this.#sigma.on('clickEdge', ({ edge }) => handlers.onTie(Number(edge)));
    this.#sigma.on('clickStage', handlers.onNothing);
    const pointing = (is: boolean) => (): void => {
      container.style.cursor = is ? 'pointer' : '';
    };
    this.#sigma.on('enterNode', pointing(true));
    this.#sigma.on('leaveNode', pointing(false));
    this.#sigma.on('enterEdge', pointing(true));
    this.#sigma.on('leaveEdge', pointing(false));
  }

  #nodeLooks(node: number) {
    const { shown, colours, sizes, orders, names } = this.#drawn;
    const order = orders[node] ?? 0;
    return {
      hidden: shown.nodes[node] !== 1,
      color: colours[node] ?? this.#looks.inks.quiet,
      size: sizes[node] ?? 3,
      zIndex: order,
      highlighted: order === 2,
      forceLabel: names[node] === 2,
      ...(names[node] === 0 && { label: '' }),
    };
  }

  #tieLooks(tie: number) {
    const { shown, own, ink, ownInk } = this.#drawn;
    const isOwn = own[tie] === 1;
    return { hidden: shown.ties[tie] !== 1, color: isOwn ? ownInk : ink, zIndex: isOwn ? 1 : 0 };
  }

  /** Where a name this wide begins: right of its node, or left of it where the picture would end within the name. */
  #leftOf(x: number, away: number, wide: number): number {
    const isCut = x + away + wide > this.#sigma.getDimensions().width;
    return isCut && x - away - wide > 0 ? x - away - wide : x + away;
  }

  /** A name, where no other stands. */
  #drawLabel(pen: CanvasRenderingContext2D, { x, y, size, label }: Label, labelSize: number): void {
    if (label === null || label === '') return;
    const { inks } = this.#looks;
    pen.font = `400 ${labelSize}px ${inks.fontFamily}`;
    const wide = pen.measureText(label).width;
    const left = this.#leftOf(x, size + 3, wide);
    const box = {
      left,
      right: left + wide,
      top: y - labelSize * 0.6,
      bottom: y + labelSize * 0.6,
    };
    const lies = (other: Written): boolean =>
      box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top;
    if (this.#written.some(lies)) return;
    this.#written.push(box);
    pen.lineWidth = 3;
    pen.lineJoin = 'round';
    pen.strokeStyle = inks.ground;
    pen.strokeText(label, left, y + labelSize / 3);
    pen.fillStyle = inks.text;
    pen.fillText(label, left, y + labelSize / 3);
  }

  #drawHover(pen: CanvasRenderingContext2D, { x, y, size, label }: Label, labelSize: number): void {
    const { inks } = this.#looks;
    pen.strokeStyle = inks.text;
    pen.lineWidth = 2;
    pen.beginPath();
    pen.arc(x, y, size + 2, 0, 2 * Math.PI);
    pen.stroke();
    if (label === null || label === '') return;
    pen.font = `600 ${labelSize}px ${inks.fontFamily}`;
    const wide = pen.measureText(label).width;
    const left = this.#leftOf(x, size + 8, wide);
    pen.fillStyle = inks.ground;
    pen.fillRect(left - 4, y - labelSize * 0.8, wide + 8, labelSize * 1.6);
    pen.fillStyle = inks.text;
    pen.fillText(label, left, y + labelSize / 3);
  }

  /** Looks that change several times before a frame are drawn once. */
  setLooks(looks: Looks): void {
    if (looks === this.#looks) return;
    this.#looks = looks;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#draw();
    });
  }

  /** Draws anew what looks other than before, and nothing else. */
  #draw(): void {
    const before = this.#drawn;
    this.#drawn = drawnLooks(this.#model, this.#looks);
    const { nodes, ties, isColourAlone } = changedLooks(before, this.#drawn);
    if (nodes.length + ties.length === 0) return;
    const partialGraph = { nodes: nodes.map(String), edges: ties.map(String) };
    this.#sigma.refresh({ partialGraph, skipIndexation: isColourAlone });
  }

  /** Shows these nodes as large as they can be. */
  fit(nodes: readonly number[] | null): void {
    const camera = this.#sigma.getCamera();
    if (nodes === null || nodes.length === 0) {
      void camera.animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: this.#duration });
      return;
    }
    const box = [Infinity, -Infinity, Infinity, -Infinity] as [number, number, number, number];
    for (const node of nodes) {
      const { x, y } = this.#sigma.graphToViewport(this.#places[node] ?? { x: 0, y: 0 });
      box[0] = Math.min(box[0], x);
      box[1] = Math.max(box[1], x);
      box[2] = Math.min(box[2], y);
      box[3] = Math.max(box[3], y);
    }
    const { width, height } = this.#sigma.getDimensions();
    const centre = this.#sigma.viewportToFramedGraph({ x: (box[0] + box[1]) / 2, y: (box[2] + box[3]) / 2 });
    const share = Math.max((box[1] - box[0]) / Math.max(1, width - 160), (box[3] - box[2]) / Math.max(1, height - 80));
    const { ratio } = camera.getState();
    const wanted = Math.min(1.2, Math.max(0.02, ratio * Math.max(share, 0.05)));
    void camera.animate({ ...centre, ratio: wanted }, { duration: this.#duration });
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera();
    void camera.animate({ ratio: camera.getState().ratio * factor }, { duration: this.#duration });
  }

  /** Moves what is seen by a share of its width and height. */
  pan(across: number, down: number): void {
    const camera = this.#sigma.getCamera();
    const { x, y, ratio } = camera.getState();
    void camera.animate({ x: x + across * ratio, y: y + down * ratio }, { duration: this.#duration });
  }

  /** Brings a node into sight if it is not. */
  bring(node: number): void {
    const { x, y } = this.#sigma.graphToViewport(this.#places[node] ?? { x: 0, y: 0 });
    const { width, height } = this.#sigma.getDimensions();
    if (x > 20 && y > 20 && x < width - 20 && y < height - 20) return;
    const centre = this.#sigma.viewportToFramedGraph({ x, y });
    void this.#sigma.getCamera().animate(centre, { duration: this.#duration });
  }

  /** What part is seen, to be seen again in the next drawing. */
  get sight(): Sight {
    return this.#sigma.getCamera().getState();
  }

  see(sight: Sight): void {
    this.#sigma.getCamera().setState(sight);
  }

  end(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#sigma.kill();
  }
}

function extentOf(places: readonly Point[], axis: 'x' | 'y'): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const place of places) {
    least = Math.min(least, place[axis]);
    most = Math.max(most, place[axis]);
  }
  return places.length === 0 ? [0, 1] : [least, most === least ? least + 1 : most];
}
