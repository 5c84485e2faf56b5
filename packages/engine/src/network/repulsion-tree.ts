/** Cells are halved no more often than this; what lies as near as that is one body. */
const DEEPEST = 24;
/** A cell acts as one body where this times its area is less than the square of its distance. */
const OPENING = 0.7;

const NOBODY = -1;
const NO_CELL = 0;

/**
 * A square of the plane, quartered until each part has one body at most: what is far acts together (Barnes and Hut, *Nature*
 * 324, 1986). Its arrays are kept from one round to the next.
 */
export class RepulsionTree {
  #first = new Int32Array(0);
  #body = new Int32Array(0);
  #mass = new Float64Array(0);
  #x = new Float64Array(0);
  #y = new Float64Array(0);
  #count = 0;
  #side = 0;
  readonly #stack = new Int32Array(4 * DEEPEST + 4);
  readonly #sides = new Float64Array(4 * DEEPEST + 4);
  /** What `push` found, across and up. */
  across = 0;
  up = 0;

  /** Takes in bodies where they are now. */
  build(x: Float64Array, y: Float64Array, mass: Float64Array): void {
    let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let node = 0; node < x.length; node += 1) {
      left = Math.min(left, x[node] as number);
      right = Math.max(right, x[node] as number);
      low = Math.min(low, y[node] as number);
      high = Math.max(high, y[node] as number);
    }
    this.#side = Math.max(right - left, high - low, 1e-9);
    this.#count = 0;
    this.#cell();
    for (let node = 0; node < x.length; node += 1) this.#put(node, x, y, mass, left, low);
    this.#sumUp();
  }

  #cell(): number {
    if (this.#count === this.#body.length) this.#grow();
    const cell = this.#count;
    this.#count += 1;
    this.#first[cell] = NO_CELL;
    this.#body[cell] = NOBODY;
    this.#mass[cell] = 0;
    this.#x[cell] = 0;
    this.#y[cell] = 0;
    return cell;
  }

  #grow(): void {
    const size = Math.max(1024, this.#body.length * 2);
    const larger = <A extends Int32Array | Float64Array>(made: A, old: A): A => {
      made.set(old);
      return made;
    };
    this.#first = larger(new Int32Array(size), this.#first);
    this.#body = larger(new Int32Array(size), this.#body);
    this.#mass = larger(new Float64Array(size), this.#mass);
    this.#x = larger(new Float64Array(size), this.#x);
    this.#y = larger(new Float64Array(size), this.#y);
  }

  /** Puts a body into the smallest cell that it has for itself, and divides what is in the way. */
  #put(node: number, x: Float64Array, y: Float64Array, mass: Float64Array, left: number, low: number): void {
    const [across, up] = [x[node] as number, y[node] as number];
    let [cell, side] = [0, this.#side];
    for (let depth = 0; ; depth += 1) {
      side /= 2;
      if (this.#first[cell] === NO_CELL) {
        const other = this.#body[cell] as number;
        if (other === NOBODY || depth === DEEPEST) {
          this.#add(cell, mass[node] as number, across, up);
          this.#body[cell] = node;
          return;
        }
        const first = this.#cell();
        for (let quarter = 1; quarter < 4; quarter += 1) this.#cell();
        this.#first[cell] = first;
        this.#body[cell] = NOBODY;
        const [ox, oy] = [x[other] as number, y[other] as number];
        const place = first + Number(ox >= left + side) + 2 * Number(oy >= low + side);
        this.#mass[cell] = 0;
        this.#x[cell] = 0;
        this.#y[cell] = 0;
        this.#add(place, mass[other] as number, ox, oy);
        this.#body[place] = other;
      }
      const isRight = across >= left + side;
      const isHigh = up >= low + side;
      cell = (this.#first[cell] as number) + Number(isRight) + 2 * Number(isHigh);
      if (isRight) left += side;
      if (isHigh) low += side;
    }
  }

  #add(cell: number, mass: number, x: number, y: number): void {
    this.#mass[cell] = (this.#mass[cell] as number) + mass;
    this.#x[cell] = (this.#x[cell] as number) + mass * x;
    this.#y[cell] = (this.#y[cell] as number) + mass * y;
  }

  /** Masses and centres of cells from those of their quarters, which stand behind them. */
  #sumUp(): void {
    for (let cell = this.#count - 1; cell >= 0; cell -= 1) {
      const first = this.#first[cell] as number;
      if (first !== NO_CELL)
        for (let quarter = first; quarter < first + 4; quarter += 1) {
          this.#mass[cell] = (this.#mass[cell] as number) + (this.#mass[quarter] as number);
          this.#x[cell] = (this.#x[cell] as number) + (this.#x[quarter] as number) * (this.#mass[quarter] as number);
          this.#y[cell] = (this.#y[cell] as number) + (this.#y[quarter] as number) * (this.#mass[quarter] as number);
        }
      const mass = this.#mass[cell] as number;
      if (mass > 0) {
        this.#x[cell] = (this.#x[cell] as number) / mass;
        this.#y[cell] = (this.#y[cell] as number) / mass;
      }
    }
  }

  /** How all others push a body of mass 1 at a place: with their mass, by the inverse of the distance. Left in `across` and `up`. */
  push(x: number, y: number): void {
    const [firsts, masses, xs, ys, stack, sides] = [
      this.#first,
      this.#mass,
      this.#x,
      this.#y,
      this.#stack,
      this.#sides,
    ];
    let [across, up, top] = [0, 0, 1];
    stack[0] = 0;
    sides[0] = this.#side * this.#side * OPENING;
    while (top > 0) {
      top -= 1;
      const cell = stack[top] as number;
      const side = sides[top] as number;
      const dx = x - (xs[cell] as number);
      const dy = y - (ys[cell] as number);
      const squared = dx * dx + dy * dy;
      const first = firsts[cell] as number;
      if (first === NO_CELL || side < squared) {
        if (squared === 0) continue;
        const strength = (masses[cell] as number) / squared;
        across += strength * dx;
        up += strength * dy;
        continue;
      }
      for (let quarter = first; quarter < first + 4; quarter += 1) {
        if (masses[quarter] === 0) continue;
        stack[top] = quarter;
        sides[top] = side / 4;
        top += 1;
      }
    }
    this.across = across;
    this.up = up;
  }
}
