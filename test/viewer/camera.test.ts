import { afterEach, expect, it, vi } from 'vitest';
import { zoom } from '../../viewer/scene/camera.ts';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['goes at once where motion is not wanted', true, 'setState'],
  ['glides otherwise', false, 'animate'],
])('the camera %s', (_, matches, expected) => {
  vi.stubGlobal('matchMedia', (query: string) => {
    expect(query).toBe('(prefers-reduced-motion: reduce)');
    return { matches };
  });
  const done: string[] = [];
  const camera = {
    getState: () => ({ x: 0.5, y: 0.5, ratio: 1 }),
    setState: () => done.push('setState'),
    animate: () => done.push('animate'),
  };
  zoom({ getCamera: () => camera } as unknown as Parameters<typeof zoom>[0], 0.6);
  expect(done).toEqual([expected]);
});
