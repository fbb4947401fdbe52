#include "planner/study/load_network.h"

#include <catch2/catch.hpp>

#include <cstddef>

#include "geo/io/read_dataset.h"
#include "geo/network/detail/cache_format.h"
#include "geo/network/network_cache.h"
#include "tests/support/tiny_dataset.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Remembers what was begun.
class Headings final : public Progress {
 public:
  void begin(std::string_view step, std::uint64_t /*n_total*/) override {
    begun.emplace_back(step);
  }
  void advance(std::uint64_t /*n*/) override {}
  std::vector<std::string> begun;
};

struct CachedDataset {
  CachedDataset() { keep(); }
  void keep() {
    SilentProgress silent;
    make_network_cache({folder(), read_dataset(folder(), {}, silent), {}}, silent);
  }
  /// How the network was come by, as it was said.
  std::string load(const NodingOptions& noding = {}) {
    SilentProgress silent;
    Headings headings;
    const Dataset dataset = read_dataset(folder(), {}, silent);
    const Network network = load_network({folder(), dataset, noding}, headings);
    const auto expected = build_network(dataset.roads, *dataset.ground, noding).network;
    CHECK(network.length_m.raw() == expected.length_m.raw());
    CHECK(network.points == expected.points);
    return headings.begun.back();
  }
  /// As it stands in the file.
  [[nodiscard]] std::string key() const {
    return read_text(file()).substr(offsetof(detail::CacheHeader, key), detail::kCacheKeySize);
  }
  [[nodiscard]] std::filesystem::path folder() const { return data.path() / "d"; }
  [[nodiscard]] std::filesystem::path file() const { return folder() / kNetworkCacheName; }
  TinyDataset data;
};

}  // namespace

TEST_CASE("a kept network is opened, and is the one that would be built") {
  CHECK(CachedDataset().load() == "opening the network");
}

TEST_CASE("without a kept network none is written") {
  CachedDataset kept;
  std::filesystem::remove(kept.file());
  CHECK(kept.load() == "building the network");
  CHECK_FALSE(std::filesystem::exists(kept.file()));
}

TEST_CASE("a kept network of other data, or joined another way, is made anew") {
  CachedDataset kept;
  kept.data.change("centres.csv", "\n", "\n");
  kept.data.write("d/dataset.toml", read_text(kept.folder() / "dataset.toml") + "\n# a word\n");
  CHECK(kept.load() == "building the network anew: network.cache is stale");
  CHECK(kept.load() == "opening the network");
  CHECK(kept.load({.end_tolerance_m = 7}) == "building the network anew: network.cache is stale");
}

TEST_CASE("a damaged network is said, made anew and never believed") {
  CachedDataset kept;
  std::string bytes = read_text(kept.file());
  bytes[bytes.size() / 2] = static_cast<char>(~bytes[bytes.size() / 2]);
  kept.data.write("d/network.cache", bytes);
  CHECK(kept.load() == "building the network anew: network.cache is damaged");
  CHECK(kept.load() == "opening the network");
}

TEST_CASE("a kept network whose checksums are right but whose roads are none is made anew") {
  CachedDataset kept;
  SilentProgress silent;
  const Dataset dataset = read_dataset(kept.folder(), {}, silent);
  Network network = build_network(dataset.roads, *dataset.ground, {}).network;
  network.road[LinkIdx(0)] = RoadIdx(dataset.roads.roads.size());
  write_network_cache(network, kept.key(), kept.file());
  CHECK(kept.load() == "building the network anew: network.cache is damaged");
}

TEST_CASE("a kept network whose links have other speeds than their roads is made anew") {
  CachedDataset kept;
  SilentProgress silent;
  const Dataset dataset = read_dataset(kept.folder(), {}, silent);
  Network network = build_network(dataset.roads, *dataset.ground, {}).network;
  for (LinkKind& kind : network.kinds.raw()) kind.speed_km_h = 500;
  write_network_cache(network, kept.key(), kept.file());
  CHECK(kept.load() == "building the network anew: network.cache is damaged");
}

TEST_CASE("a run on a kept network writes what it writes without one") {
  CachedDataset kept;
  const auto run = [&](const std::string& out) {
    const auto result =
        kept.data.run({"coverage", "--data", "d", "--table", "settlements", "-o", out});
    REQUIRE(result.exit_code == 0);
    return read_text(kept.data.path() / out);
  };
  const std::string with = run("with.csv");
  std::filesystem::remove(kept.file());
  CHECK(run("without.csv") == with);
}

TEST_CASE("a turn at a road that vanishes is an error that says so") {
  Dataset dataset;
  dataset.ground = std::make_shared<const PlaneGround>();
  for (const Polyline& line : {Polyline{{-100, 0}, {0, 0}}, Polyline{{0.2, 0}, {0, 0}}}) {
    Road road;
    road.line = line;
    dataset.roads.roads.push_back(road);
  }
  dataset.roads.turns = {{TurnKind::kNo,
                          {RoadIdx(0), 1, Heading::kForward},
                          {RoadIdx(1), 1, Heading::kBackward},
                          {Vehicle::kCar}}};
  const TempDir folder;
  SilentProgress silent;
  CHECK_THROWS_WITH(load_network({folder.path(), dataset, {.end_tolerance_m = 1}}, silent),
                    Catch::Contains("1 turn restrictions are at roads that vanish") &&
                        Catch::Contains("lower noding.end_tolerance_m"));
}
