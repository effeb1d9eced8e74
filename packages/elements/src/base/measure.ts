/** Measures texts as an element would set them. The canvas is the document's, made once. */
export function measureIn(element: Element): (text: string, size: number, weight: number) => number {
  const context = contextOf(element.ownerDocument);
  const { fontFamily } = getComputedStyle(element);
  return (text, size, weight) => {
    if (!context) return text.length * size * 0.55;
    context.font = `${weight} ${size}px ${fontFamily}`;
    return context.measureText(text).width;
  };
}

const contexts = new WeakMap<Document, CanvasRenderingContext2D | null>();

function contextOf(document: Document): CanvasRenderingContext2D | null {
  let context = contexts.get(document);
  if (context === undefined)
    contexts.set(document, (context = document.createElement('canvas').getContext('2d')));
  return context;
}
