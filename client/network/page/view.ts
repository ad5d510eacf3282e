/** Moves and scales the picture: wheel, drag, keys, buttons. */

import { type Box, type Point, placed } from "./fit";
import { READABLE } from "./layout";

const [SMALLEST, LARGEST] = [0.1, 3];
/** By how much a key or a button scales. */
export const ZOOM_STEP = 1.25;

export class View {
  private readonly picture: SVGSVGElement;
  private scene: SVGElement | undefined;
  private box: Box = { x: 0, y: 0, width: 1, height: 1 };
  private middle: Point = { x: 0, y: 0 };
  private scale = 1;
  private x = 0;
  private y = 0;
  /** The smallest scale at which all was last shown; nothing once somebody has moved it. */
  private fitted: number | undefined;

  /** @param picture the element whose scene is moved */
  constructor(picture: SVGSVGElement) {
    this.picture = picture;
    // a panel that is made larger shows more of what nobody has moved
    new ResizeObserver(() => {
      if (this.fitted !== undefined) this.fit(this.fitted);
    }).observe(picture);
    picture.addEventListener("wheel", (event) => {
      event.preventDefault();
      const { left, top } = picture.getBoundingClientRect();
      this.zoom(ZOOM_STEP ** (-event.deltaY / 100), event.clientX - left, event.clientY - top);
    });
    picture.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || (event.target as Element).closest(".node")) return;
      picture.setPointerCapture(event.pointerId);
    });
    picture.addEventListener("pointermove", (event) => {
      if (picture.hasPointerCapture(event.pointerId)) this.move(event.movementX, event.movementY);
    });
  }

  /** Shows another scene, whole where its labels can be read so, else what is around a place of it. */
  show(scene: SVGElement, box: Box, middle: Point): void {
    this.scene = scene;
    this.box = box;
    this.middle = middle;
    this.fit(READABLE);
  }

  /** Shows all or, where that would be smaller than a scale, what is around the middle. */
  fit(smallest = SMALLEST): void {
    this.fitted = smallest;
    const { clientWidth: width, clientHeight: height } = this.picture;
    ({ scale: this.scale, x: this.x, y: this.y } = placed({ width, height }, this.box, smallest, this.middle));
    this.apply();
  }

  /** Scales around a point of the picture; its middle unless told. */
  zoom(factor: number, x = this.picture.clientWidth / 2, y = this.picture.clientHeight / 2): void {
    const scale = Math.min(LARGEST, Math.max(SMALLEST, this.scale * factor));
    this.x = x - ((x - this.x) / this.scale) * scale;
    this.y = y - ((y - this.y) / this.scale) * scale;
    this.scale = scale;
    this.fitted = undefined;
    this.apply();
  }

  /** Moves the scene, by pixels on the screen. */
  move(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
    this.fitted = undefined;
    this.apply();
  }

  /** Moves as little as needed that a place of the scene is seen. */
  reveal(place: { readonly x: number; readonly y: number }): void {
    const { clientWidth, clientHeight } = this.picture;
    const into = (at: number, size: number) => Math.min(Math.max(at, 90), size - 90) - at;
    this.move(into(place.x * this.scale + this.x, clientWidth), into(place.y * this.scale + this.y, clientHeight));
  }

  private apply(): void {
    this.scene?.setAttribute("transform", `translate(${this.x} ${this.y}) scale(${this.scale})`);
  }
}
