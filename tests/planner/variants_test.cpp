#include "planner/summary/variants.h"

#include <catch2/catch.hpp>

#include "tests/support/drawn_study.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

std::vector<Variant> variants_of(const DrawnStudy& drawn) {
  SilentProgress silent;
  return compute_variants(drawn.study, *drawn.model(), silent);
}

const Variant* find_variant(const std::vector<Variant>& variants, const std::string& key) {
  for (const Variant& variant : variants) {
    if (variant.key == key) return &variant;
  }
  return nullptr;
}

std::vector<std::string> keys_of(const std::vector<Variant>& variants) {
  std::vector<std::string> keys;
  for (const Variant& variant : variants) keys.push_back(variant.key);
  return keys;
}

/// On foot 100 s a cell, by road or not.
Profile walker() {
  Profile walk = plain_profile();
  walk.name = "walk";
  walk.title = "On foot";
  for (auto& [key, speed] : walk.speed_km_h) speed = given(3.6);
  return walk;
}

}  // namespace

TEST_CASE("beside the headline stand the other season and the other assignment") {
  const DrawnStudy drawn;
  CHECK(keys_of(variants_of(drawn)) == std::vector<std::string>{"plain-monsoon", "own-district"});
}

TEST_CASE("the other season has its own speeds") {
  DrawnStudy drawn;
  // Half the speed: B is 80 s from A, beyond the limit of 60 s.
  drawn.study.profiles["plain"].speed_km_h[{"*", Season::kMonsoon}] = given(18);
  const auto variants = variants_of(drawn);
  CHECK(variants[0].title == "plain, monsoon");
  CHECK(variants[0].headline.sets[0].within[1] == Women{100, 80});
  CHECK(variants[0].headline.sets[0].within[2] == Women{150, 80});
}

TEST_CASE("a scenario in the monsoon shows the dry season beside it") {
  DrawnStudy drawn;
  drawn.study.scenario.travel.season = Season::kMonsoon;
  CHECK(variants_of(drawn)[0].title == "plain, dry season");
}

TEST_CASE("those who walk are shown in both seasons, unless the scenario walks itself") {
  DrawnStudy drawn;
  drawn.study.profiles["walk"] = walker();
  const auto variants = variants_of(drawn);
  CHECK(keys_of(variants) ==
        std::vector<std::string>{"plain-monsoon", "walk-dry", "walk-monsoon", "own-district"});
  CHECK(variants[1].title == "On foot, dry season");
  CHECK(variants[1].headline.sets[0].within[2] == Women{100, 80});
  drawn.study.scenario.travel.profile = "walk";
  CHECK(keys_of(variants_of(drawn)) == std::vector<std::string>{"walk-monsoon", "own-district"});
}

TEST_CASE("the other assignment of a scenario by district is the nearest centre") {
  DrawnStudy drawn;
  drawn.study.scenario.travel.assignment = Assignment::kOwnDistrict;
  const auto variants = variants_of(drawn);
  const Variant* nearest = find_variant(variants, "nearest");
  REQUIRE(nearest != nullptr);
  CHECK(nearest->title == "The nearest centre, in any district");
  CHECK(nearest->headline.sets[0].within.back() == Women{180, 110});
}

TEST_CASE("without districts there is no other assignment") {
  DrawnStudy drawn;
  drawn.study.dataset.districts.areas = {};
  CHECK(find_variant(variants_of(drawn), "own-district") == nullptr);
}

TEST_CASE("without barriers those are served whom a river kept from the road") {
  DrawnStudy drawn;
  // S4 moves to 300 m right of C, behind a river: 300 s off the road, too far for the limits but
  // on the network.
  drawn.settlement(3).at = drawn.study.places[3] = {1100, 0};
  drawn.study.scenario.travel.bands_min = {1, 6};
  drawn.study.dataset.barriers.barriers.push_back(
      {"Punpun", BarrierKind::kRiver, line("1000 -2000, 1000 2000")});
  const auto variants = variants_of(drawn);
  const Variant* open = find_variant(variants, "no-barriers");
  REQUIRE(open != nullptr);
  CHECK(open->title == "Rivers and railways hold nobody up off the road");
  CHECK(open->headline.sets[1].within.back() == Women{200, 130});
  CHECK(make_headline(drawn.coverage()).sets[1].within.back() == Women{180, 110});
}

TEST_CASE("without barriers in the dataset they are not left out") {
  const DrawnStudy drawn;
  CHECK(find_variant(variants_of(drawn), "no-barriers") == nullptr);
}

TEST_CASE("a centre that one source alone knows is left out of a variant") {
  DrawnStudy drawn;
  drawn.centre(1).note = "unconfirmed: by one report only";
  const auto variants = variants_of(drawn);
  const Variant* sure = find_variant(variants, "without-unconfirmed");
  REQUIRE(sure != nullptr);
  CHECK(sure->headline.sets[1].n_centres == 1);
  CHECK(sure->headline.change_at_limit().newly_covered == Women{});
}

TEST_CASE("the word unconfirmed counts in a note and in a provenance") {
  DrawnStudy drawn;
  const auto sizes = [&] {
    std::vector<std::size_t> n;
    for (const CentreSet& set :
         without_unconfirmed(drawn.study.sets, drawn.study.dataset.centres)) {
      n.push_back(set.open.size());
    }
    return n;
  };
  CHECK(sizes() == std::vector<std::size_t>{1, 2});
  drawn.centre(0).provenance = "inferred, unconfirmed";
  CHECK(sizes() == std::vector<std::size_t>{0, 1});
  drawn.centre(1).note = "unconfirmed";
  CHECK(sizes() == std::vector<std::size_t>{0, 0});
}
