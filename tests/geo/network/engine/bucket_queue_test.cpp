#include "geo/network/engine/bucket_queue.h"

#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <vector>

using namespace pahunch::engine;

namespace {

struct Weights {
  Ms longest, mean;
};

constexpr Weights kWeights[] = {{1, 1}, {100, 30}, {60'000, 9'000}, {1'500'000'000, 200'000}};

}  // namespace

TEST_CASE("an empty queue is empty, and one entry comes out again") {
  BucketQueue queue;
  queue.set_weights(100, 10);
  CHECK(queue.empty());
  queue.push(0, {7, 3});
  CHECK_FALSE(queue.empty());
  const auto entry = queue.pop();
  CHECK(entry.key == 7);
  CHECK(entry.node == 3);
  CHECK(queue.empty());
}

TEST_CASE("entries come out in the order of their buckets, none lost and none twice") {
  for (const Weights& weights : kWeights) {
    std::mt19937 random(9);
    BucketQueue queue;
    queue.set_weights(weights.longest, weights.mean);
    std::map<std::uint32_t, Ms> waiting;
    std::uint32_t next = 0;
    Ms now = 0;
    queue.push(0, {0, next});
    waiting[next++] = 0;
    for (int turn = 0; turn < 3000 && !waiting.empty(); ++turn) {
      const auto entry = queue.pop();
      const Ms time = static_cast<Ms>(entry.key);
      REQUIRE(waiting.at(entry.node) == time);
      waiting.erase(entry.node);
      // Within a bucket, no wider than an eighth of a mean arc or what the longest asks for, the
      // order is free.
      const Ms width = std::max(weights.mean / 4, weights.longest / 1000) + 2;
      REQUIRE(time + width >= now);
      now = std::max(now, time);
      for (int pushed = static_cast<int>(random() % 3); pushed > 0 && next < 2000; --pushed) {
        const Ms later = now + static_cast<Ms>(random() % (weights.longest / 2 + 1));
        if (later > kFarMs || !queue.admits(later)) continue;
        queue.push(later, {later, next});
        waiting[next++] = later;
      }
    }
    REQUIRE(next > 1);
  }
}

TEST_CASE("a queue that is rewound begins at another time") {
  BucketQueue queue;
  queue.set_weights(1000, 80);
  queue.push(50'000 % 1000, {500, 1});
  static_cast<void>(queue.pop());
  queue.rewind(2'000'000);
  CHECK(queue.admits(2'000'500));
  queue.push(2'000'500, {2, 2});
  queue.push(2'000'000, {1, 1});
  CHECK(queue.pop().node == 1);
  CHECK(queue.pop().node == 2);
  CHECK(queue.empty());
}

TEST_CASE("what lies too far ahead is not admitted") {
  BucketQueue queue;
  queue.set_weights(1000, 8);
  queue.rewind(0);
  CHECK(queue.admits(1000));
  CHECK_FALSE(queue.admits(kFarMs));
}
