/** A pen that writes SVG: the same strokes as on a canvas, with names as text that stays text. */

import type { Pen } from './pen.ts';

export interface SvgPen extends Pen {
  /** The finished picture. */
  end(): string;
}

export function createSvgPen(width: number, height: number): SvgPen {
  const elements: string[] = [];
  let path = '';
  let dashes: readonly number[] = [];
  const add = (
    element: string,
    attributes: Readonly<Record<string, string | number>>,
    text = '',
  ) => {
    const opacity = pen.globalAlpha < 1 ? { opacity: pen.globalAlpha } : {};
    const all = Object.entries({ ...attributes, ...opacity });
    const written = all.map(([name, value]) => ` ${name}="${escaped(String(value))}"`).join('');
    elements.push(`<${element}${written}>${escaped(text)}</${element}>`);
  };
  const strokes = () => ({
    fill: 'none',
    stroke: String(pen.strokeStyle),
    'stroke-width': pen.lineWidth,
    ...(dashes.length > 0 && { 'stroke-dasharray': dashes.join(' ') }),
  });
  const write = (
    text: string,
    x: number,
    y: number,
    style: Readonly<Record<string, string | number>>,
  ) => {
    const [, size = '12', family = 'sans-serif'] = /^([\d.]+)px (.*)$/.exec(pen.font) ?? [];
    const anchor = pen.textAlign === 'center' ? { 'text-anchor': 'middle' } : {};
    const place = { x: short(x), y: short(y), 'dominant-baseline': 'central' };
    add('text', { ...place, 'font-size': size, 'font-family': family, ...anchor, ...style }, text);
  };
  const pen: SvgPen = {
    fillStyle: '#000',
    strokeStyle: '#000',
    lineWidth: 1,
    lineJoin: 'round',
    globalAlpha: 1,
    font: '12px sans-serif',
    textAlign: 'left',
    textBaseline: 'middle',
    beginPath() {
      path = '';
    },
    closePath() {
      path += 'Z';
    },
    moveTo(x, y) {
      path += `M${short(x)} ${short(y)}`;
    },
    lineTo(x, y) {
      path += `L${short(x)} ${short(y)}`;
    },
    /** A whole circle, which is all that pictures have. */
    arc(x, y, radius) {
      const [r, d] = [short(radius), short(2 * radius)];
      path += `M${short(x - radius)} ${short(y)}a${r} ${r} 0 1 0 ${d} 0a${r} ${r} 0 1 0 -${d} 0`;
    },
    fill() {
      add('path', { d: path, fill: String(pen.fillStyle) });
    },
    stroke() {
      add('path', { d: path, ...strokes() });
    },
    fillRect(x, y, w, h) {
      add('rect', { x, y, width: w, height: h, fill: String(pen.fillStyle) });
    },
    fillText(text, x, y) {
      write(text, x, y, { fill: String(pen.fillStyle) });
    },
    strokeText(text, x, y) {
      write(text, x, y, { ...strokes(), 'stroke-linejoin': 'round', 'aria-hidden': 'true' });
    },
    setLineDash(segments) {
      dashes = [...segments];
    },
    end() {
      const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
      return `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="zh-CN" ${size}>\n${elements.join('\n')}\n</svg>\n`;
    },
  };
  return pen;
}

function short(value: number): number {
  return Math.round(value * 10) / 10;
}

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** What XML 1.0 cannot hold becomes a space. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/gu, ' ')
    .replaceAll(/[&<>"]/g, (character) => NAMES[character]!);
}
