#include "geo/network/network_cache.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>
#include <limits>
#include <sstream>
#include <string>

#include "geo/base/error.h"
#include "geo/network/build_network.h"
#include "tests/support/temp_dir.h"

using namespace pahunch;
using test::TempDir;

namespace {

constexpr const char* kKey = "a key of what it was built from";

/// One turn of it is forbidden.
Network small_network() {
  RoadLayer roads;
  Road road;
  road.id = "1";
  road.road_class = "primary";
  road.line = {{0, 0}, {100, 0}, {200, 50}};
  road.segment_m = {100, 111.8};
  roads.roads.push_back(road);
  road.id = "2";
  road.surface = "gravel";
  road.one_way = OneWay::kForward;
  road.speed_limit_km_h = 30;
  road.access = {Vehicle::kBus};
  road.closed_in_monsoon = true;
  road.bridge = true;
  road.line = {{100, 0}, {100, 300}};
  road.segment_m = {300};
  roads.roads.push_back(road);
  roads.turns.push_back({TurnKind::kNo,
                         {RoadIdx(0), 1, Heading::kForward},
                         {RoadIdx(1), 0, Heading::kForward},
                         {Vehicle::kBus}});
  return build_network(roads, PlaneGround(), {}).network;
}

std::string read_bytes(const std::filesystem::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

void check_same(const Network& a, const Network& b) {
  CHECK(a.node_at.raw() == b.node_at.raw());
  CHECK(a.from.raw() == b.from.raw());
  CHECK(a.to.raw() == b.to.raw());
  CHECK(a.length_m.raw() == b.length_m.raw());
  CHECK(a.kind.raw() == b.kind.raw());
  CHECK(a.forward_open.raw() == b.forward_open.raw());
  CHECK(a.backward_open.raw() == b.backward_open.raw());
  CHECK(a.bridge.raw() == b.bridge.raw());
  CHECK(a.road.raw() == b.road.raw());
  CHECK(a.ordinal.raw() == b.ordinal.raw());
  CHECK(a.kinds.raw() == b.kinds.raw());
  CHECK(a.first_point == b.first_point);
  CHECK(a.points == b.points);
  CHECK(a.along_m == b.along_m);
  CHECK(a.copy_of == b.copy_of);
  CHECK(a.link_nodes.raw() == b.link_nodes.raw());
  CHECK(a.turn_from.raw() == b.turn_from.raw());
  CHECK(a.turn_to.raw() == b.turn_to.raw());
  CHECK(a.turn_open_to.raw() == b.turn_open_to.raw());
}

}  // namespace

TEST_CASE("a network is read back as it was written") {
  const TempDir folder;
  const auto file = folder.path() / "network.cache";
  const Network network = small_network();
  REQUIRE(network.n_links() == 3);
  REQUIRE(network.n_turns() == 2);
  write_network_cache(network, kKey, file);
  const auto opened = open_network_cache(file, kKey);
  REQUIRE(opened.state == CacheState::kFresh);
  check_same(copy_network(opened.network->view()), network);
}

TEST_CASE("an empty network is kept too") {
  const TempDir folder;
  const auto file = folder.path() / "network.cache";
  write_network_cache(Network{}, kKey, file);
  CHECK(open_network_cache(file, kKey).state == CacheState::kFresh);
}

TEST_CASE("a missing, foreign, older or stale file is told apart and not used") {
  const TempDir folder;
  const auto file = folder.path() / "network.cache";
  CHECK(open_network_cache(file, kKey).state == CacheState::kMissing);
  folder.write("network.cache", "");
  CHECK(open_network_cache(file, kKey).state == CacheState::kForeign);
  folder.write("network.cache", std::string(1000, 'x'));
  CHECK(open_network_cache(file, kKey).state == CacheState::kForeign);
  write_network_cache(small_network(), kKey, file);
  CHECK(open_network_cache(file, "another key").state == CacheState::kStale);
  auto bytes = read_bytes(file);
  ++bytes[12];  // the version
  folder.write("network.cache", bytes);
  const auto older = open_network_cache(file, kKey);
  CHECK(older.state == CacheState::kOlder);
  CHECK(older.network == nullptr);
  CHECK(to_string(older.state) == "older");
}

TEST_CASE("no flipped bit and no cut is believed") {
  const TempDir folder;
  const auto file = folder.path() / "network.cache";
  write_network_cache(small_network(), kKey, file);
  const auto whole = read_bytes(file);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    auto damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << (at % 8)));
    folder.write("network.cache", damaged);
    if (open_network_cache(file, kKey).network != nullptr) FAIL("byte " << at << " is not checked");
  }
  for (std::size_t size = 0; size < whole.size(); size += 37) {
    folder.write("network.cache", whole.substr(0, size));
    REQUIRE(open_network_cache(file, kKey).network == nullptr);
  }
  folder.write("network.cache", whole + "x");
  CHECK(open_network_cache(file, kKey).state == CacheState::kDamaged);
}

TEST_CASE("a pipe is not waited for, and a link is not followed") {
  const TempDir folder, elsewhere;
  const auto file = folder.path() / "network.cache", sound = elsewhere.path() / "network.cache";
  REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
  CHECK(open_network_cache(file, kKey).state == CacheState::kForeign);
  std::filesystem::remove(file);
  write_network_cache(small_network(), kKey, sound);
  std::filesystem::create_symlink(sound, file);
  CHECK(open_network_cache(file, kKey).state == CacheState::kForeign);
}

TEST_CASE("nothing is written through a link that lies in the way") {
  const TempDir folder, elsewhere;
  const auto file = folder.path() / "network.cache";
  const auto mine = elsewhere.write("mine", "of the user");
  std::filesystem::create_symlink(mine, file);
  std::filesystem::create_symlink(mine, file.string() + ".part-" + std::to_string(::getpid()));
  write_network_cache(small_network(), kKey, file);
  CHECK(read_bytes(mine) == "of the user");
  CHECK(open_network_cache(file, kKey).state == CacheState::kFresh);
}

TEST_CASE("a file that cannot be written is an error that says so") {
  const TempDir folder;
  const auto nowhere = folder.path() / "no" / "such" / "folder" / "network.cache";
  CHECK_THROWS_AS(write_network_cache(small_network(), kKey, nowhere), DataError);
}

TEST_CASE("a file whose checksum is right but whose numbers are none is not believed") {
  const TempDir folder;
  const auto file = folder.path() / "network.cache";
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::vector<std::function<void(Network&)>> lies = {
      [&](Network& network) { network.length_m[LinkIdx(0)] = nan; },
      [&](Network& network) { network.length_m[LinkIdx(1)] = -1; },
      [&](Network& network) { network.along_m[1] = -1; },
      [&](Network& network) { network.length_m[LinkIdx(0)] /= 2; },
      [&](Network& network) { network.along_m[0] = 1; },
      [&](Network& network) {
        network.points[1] = {nan, 0};
      },
      [&](Network& network) { network.node_at[NodeIdx(0)] = {}; },
      [&](Network& network) { network.to[LinkIdx(0)] = NodeIdx(network.n_nodes()); },
      [&](Network& network) { network.first_point[1] = network.first_point[0] + 1; },
      [&](Network& network) { network.kinds[KindIdx(0)].speed_km_h = -5; },
      [&](Network& network) { network.kinds[KindIdx(0)].speed_limit_km_h = nan; }};
  for (std::size_t i = 0; i < lies.size(); ++i) {
    CAPTURE(i);
    Network network = small_network();
    lies[i](network);
    write_network_cache(network, kKey, file);
    CHECK(open_network_cache(file, kKey).state == CacheState::kDamaged);
  }
}
