/** The picture as a file: SVG with its colours written into it, or PNG drawn from that. */
import { type Drawing, svg } from "./draw";
import { t } from "./texts";

/** What the page's style sheet decides and a file must say itself. */
const STYLES =
  "fill stroke stroke-width stroke-opacity stroke-dasharray opacity font-family font-size font-weight text-anchor visibility paint-order".split(
    " ",
  );
const MARGIN = 20;
/** Pixels of a PNG for each of the picture's. */
const SCALE = 2;

/** The whole picture, however it is moved and scaled on the page, as the text of an SVG file. */
export function svgFile(picture: SVGSVGElement, { scene, box }: Drawing, title: string): string {
  const [width, height] = [Math.ceil(box.width) + 2 * MARGIN, Math.ceil(box.height) + 2 * MARGIN];
  const viewBox = `${Math.floor(box.x) - MARGIN} ${Math.floor(box.y) - MARGIN} ${width} ${height}`;
  const file = svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox, role: "img" });
  const background = getComputedStyle(document.body).backgroundColor;
  const [x, y] = viewBox.split(" ") as [string, string];
  file.append(svg("title", {}, title), svg("rect", { x, y, width, height, fill: background }));
  for (const part of picture.querySelectorAll("defs")) file.append(styled(part));
  const copy = styled(scene);
  copy.removeAttribute("transform");
  file.append(copy);
  return new XMLSerializer().serializeToString(file);
}

/** A copy with the styles it is shown with, without what acts. */
function styled(element: Element): Element {
  const copy = element.cloneNode(false) as Element;
  const style = getComputedStyle(element);
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    if (value) copy.setAttribute(name, value);
  }
  for (const name of ["class", "tabindex", "role", "data-id"]) copy.removeAttribute(name);
  for (const child of element.childNodes) copy.append(child instanceof Element ? styled(child) : child.cloneNode());
  return copy;
}

/** A PNG of an SVG file. Rejects where the browser cannot draw one so large. */
export async function pngFile(text: string): Promise<Uint8Array> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width * SCALE, image.height * SCALE];
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error(t("the picture is too large to be drawn as PNG"));
  return new Uint8Array(await blob.arrayBuffer());
}
