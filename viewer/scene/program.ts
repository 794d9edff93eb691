/** A program for Sigma that draws each node in the shape of its category. */

import type { Attributes } from 'graphology-types';
import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

const UNIFORMS = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix'] as const;

/** A triangle around each node, large enough for the corners of all shapes. */
const VERTEX_SHADER = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_place;
varying float v_radius;
varying float v_shape;
const float bias = 255.0 / 254.0;

void main() {
  v_radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  v_place = 2.8 * v_radius * vec2(cos(a_angle), sin(a_angle));
  v_shape = a_shape;
  gl_Position = vec4((u_matrix * vec3(a_position + v_place, 1)).xy, 0, 1);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`;

/** Distance from the outline of a shape, negative inside: the corners of shapes.ts, y upwards. */
const FRAGMENT_SHADER = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_place;
varying float v_radius;
varying float v_shape;
uniform float u_correctionRatio;

float outside(vec2 p) {
  if (v_shape < 0.5) return max(abs(p.x), abs(p.y)) - 0.88;
  if (v_shape < 1.5) return max(0.868 * abs(p.x) + 0.497 * p.y - 0.627, -p.y - 0.8);
  if (v_shape < 2.5) return length(p) - 1.0;
  if (v_shape < 3.5) return 0.7071 * (abs(p.x) + abs(p.y)) - 0.863;
  return max(0.866 * abs(p.x) + 0.5 * abs(p.y), abs(p.y)) - 0.866;
}

void main(void) {
  float distance = outside(v_place / v_radius) * v_radius;
  #ifdef PICKING_MODE
  gl_FragColor = distance > 0.0 ? vec4(0.0) : v_color;
  #else
  float border = u_correctionRatio * 1.5;
  gl_FragColor = mix(v_color, vec4(0.0), clamp(distance / border + 0.5, 0.0, 1.0));
  #endif
}`;

/** What the program needs of a node: its shape is the position of its category in `CATEGORIES`, or `CLUSTER_SHAPE`. */
export interface DrawnNode {
  x: number;
  y: number;
  size: number;
  color: string;
  shape: number;
}

export class NodeShapeProgram<
  N extends Attributes = Attributes,
  E extends Attributes = Attributes,
  G extends Attributes = Attributes,
> extends NodeProgram<(typeof UNIFORMS)[number], N, E, G> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX_SHADER,
      FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
      METHOD: TRIANGLES as 4,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_shape', size: 1, type: FLOAT },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  override processVisibleItem(id: number, start: number, data: NodeDisplayData): void {
    // Sigma passes on what else a node has.
    const { x, y, size, color, shape } = data as NodeDisplayData & DrawnNode;
    const values = [x, y, size, floatColor(color), id, shape];
    this.array.set(values, start);
  }

  override setUniforms(
    { correctionRatio, sizeRatio, matrix }: RenderParams,
    { gl, uniformLocations }: ProgramInfo<(typeof UNIFORMS)[number]>,
  ): void {
    gl.uniform1f(uniformLocations.u_correctionRatio, correctionRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio, sizeRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix);
  }
}
