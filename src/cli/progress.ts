import { SingleBar } from 'cli-progress';
import type { Progress } from '../store/build.ts';

/** A progress bar on stderr, on a terminal only. */
export function progressBar(): { update: (progress: Progress) => void; stop: () => void } {
  const bar = new SingleBar({
    format: '{bar} {percentage}% {value}/{total} {id}',
    hideCursor: true,
    clearOnComplete: true,
    linewrap: false,
  });
  let started = false;
  return {
    update({ done, total, id }) {
      if (!process.stderr.isTTY) return;
      if (!started) bar.start(total, 0, { id });
      started = true;
      bar.update(done, { id });
    },
    stop: () => bar.stop(),
  };
}
