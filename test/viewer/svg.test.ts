import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it, test } from 'vitest';
import { createSvgPen } from '../../viewer/scene/svg.ts';
import { HOSTILE_NAMES, readable } from '../export/hostile.ts';

const read = (svg: string) =>
  new XMLParser({ ignoreAttributes: false, trimValues: false, parseTagValue: false }).parse(svg)
    .svg;

describe('a picture in SVG', () => {
  test('has the strokes of a canvas', () => {
    const pen = createSvgPen(300, 200);
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, 300, 200);
    pen.strokeStyle = '#123456';
    pen.lineWidth = 2;
    pen.setLineDash([7, 5]);
    pen.beginPath();
    pen.moveTo(1, 2);
    pen.lineTo(30.04, 4);
    pen.stroke();
    pen.globalAlpha = 0.5;
    pen.beginPath();
    pen.arc(50, 60, 10, 0, 2 * Math.PI);
    pen.closePath();
    pen.fill();
    const { rect, path, '@_width': width } = read(pen.end());
    expect([width, rect['@_width'], rect['@_fill']]).toEqual(['300', '300', '#fff']);
    expect(path[0]['@_d']).toBe('M1 2L30 4');
    expect(path[0]['@_stroke-dasharray']).toBe('7 5');
    expect(path[1]['@_d']).toBe('M40 60a10 10 0 1 0 20 0a10 10 0 1 0 -20 0Z');
    expect(path[1]['@_opacity']).toBe('0.5');
  });

  it.each(HOSTILE_NAMES.map((name) => name.slice(0, 50)))('writes %j as text', (name) => {
    const pen = createSvgPen(10, 10);
    pen.font = '14px "Noto Sans CJK SC", sans-serif';
    pen.fillText(name, 1, 2);
    const svg = pen.end();
    expect(XMLValidator.validate(svg)).toBe(true);
    const { text } = read(svg);
    expect(text['#text']).toBe(readable(name));
    expect(text['@_font-size']).toBe('14');
  });
});
