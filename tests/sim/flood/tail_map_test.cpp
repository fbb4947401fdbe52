#include "sim/flood/tail_map.h"

#include <catch2/catch.hpp>

#include "sim/random/special_functions.h"

using namespace pahunch;

TEST_CASE("the tail map follows the two laws it stands between") {
  for (const double dof : {2.0, 3.0, 5.0, 30.0}) {
    const TailMap map(dof);
    double worst = 0;
    for (double t = 0; t <= 60; t += 0.0371) {
      const double p = portable::student_cdf(-t, dof);
      if (p < 1e-290) break;
      worst = std::max(worst, std::abs(map(t) + portable::normal_quantile(p)));
    }
    CAPTURE(dof);
    CHECK(worst < 0.002);
  }
}

TEST_CASE("the tail map is odd and monotone to its end") {
  const TailMap map(5);
  CHECK(map(0) == 0);
  CHECK(map(-1.5) == -map(1.5));
  CHECK(map(1.5) < 1.5);
  double last = 0;
  for (double t = 0.01; t < 300; t *= 1.05) {
    CHECK(map(t) >= last);
    last = map(t);
  }
  CHECK(map(1e9) == map(200));
}
