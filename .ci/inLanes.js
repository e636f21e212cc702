/** Does `work` on every item, `laneCount` at a time, and gives the results in the items' order. */
export async function inLanes(items, laneCount, work) {
  const results = [];
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: laneCount }, lane));
  return results;
}
