#include "geo/network/road_service.h"

#include <catch2/catch.hpp>

#include "geo/network/access_memo.h"
#include "tests/support/random_problem.h"

using namespace pahunch;
using namespace pahunch::test;

TEST_CASE("what the roads do for a place is what a travel model says of it") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    RandomProblem problem(seed);
    if (problem.dice.one_in(2)) problem.options.fallback = random_profile(problem.dice);
    if (problem.dice.one_in(2)) {
      problem.options.profile.service_hours = std::pair{6.0, 20.0};
      problem.options.depart_hour = problem.dice.between(0, 24);
    }
    const auto model = problem.reference();
    const AccessMemo memo;
    TravelInputs inputs = problem.inputs();
    if (problem.dice.one_in(2)) inputs.access = &memo;
    SilentProgress silent;
    const RoadService service = find_road_service(inputs, problem.options, silent);
    CHECK(service.out_of_service == model->out_of_service());
    REQUIRE(service.places.size() == problem.places.size());
    for (const PlaceIdx place : indices(service.places)) {
      CHECK(service.places[place] == model->state(place));
    }
  }
}
