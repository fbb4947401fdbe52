// Work on several pages at the same time, as one page leaves the machine idle while it is waited for.
import { availableParallelism } from 'node:os';

const AT_ONCE = Math.max(availableParallelism(), 2);

/** The result of each task, in the order of the tasks. They begin from the last one on: the longest stand there. */
export async function runAll(tasks) {
  const results = [];
  const left = [...tasks.entries()];
  const work = async () => {
    while (left.length > 0) {
      const [at, task] = left.pop();
      results[at] = await task();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}
