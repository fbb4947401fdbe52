#include "geo/io/read_operations.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/support/read_text.h"

using namespace pahunch;

namespace {

std::string read_bundled() {
  return test::read_text(std::filesystem::path(PAHUNCH_SOURCE_DIR) /
                         "data/defaults/operations.toml");
}

/// The bundled file with these lines laid over it.
OperationsModel lay_over(const std::string& lines) {
  static const OperationsModel kBase = parse_operations(read_bundled(), "operations.toml");
  return parse_operations("format = 1\n" + lines, "mine.toml", kBase);
}

void check_operations_refused(const std::string& lines, const std::string& expected) {
  INFO(lines);
  CHECK_THROWS_WITH(lay_over(lines), Catch::Contains(expected));
  CHECK_THROWS_AS(lay_over(lines), ConfigError);
}

}  // namespace

TEST_CASE("the bundled file is complete, and its staff are the thirteen of the scheme") {
  OperationsModel model = parse_operations(read_bundled(), "operations.toml");
  double n_posts = 0;
  for (const StaffRole& role : model.staff) n_posts += role.posts.value;
  CHECK(n_posts == 13);
  CHECK(model.staff.size() == 8);
  CHECK(model.shelter.stay.longest == 5);
  CHECK(model.shelter.extension.longest == 5);
  CHECK(model.follow_up.months.low == 6);
}

TEST_CASE("every bundled number has a source and a range that holds it") {
  OperationsModel model = parse_operations(read_bundled(), "operations.toml");
  int n = 0;
  visit_values(model, [&](const std::string& name, SourcedValue& value) {
    INFO(name);
    CHECK_FALSE(value.source.empty());
    CHECK(value.low <= value.value);
    CHECK(value.value <= value.high);
    ++n;
  });
  CHECK(n > 80);
}

TEST_CASE("a file laid over another changes what it says and leaves the rest") {
  const OperationsModel model = lay_over(R"(
opening_hours = [8, 20]
[shelter]
beds = 9
[[staff]]
role = "guard"
posts = 4
[[staff]]
role = "driver"
posts = 1
p_vacant = 0
leave_days = 20
leave_spell_days = 2
rest_days = 0
shifts = [{ from = 22, to = 30 }]
)");
  CHECK(model.opening.from_h == 8);
  CHECK(model.shelter.beds.value == 9);
  CHECK(model.shelter.beds.source == "given");
  CHECK(model.shelter.p_sheltered.value == 0.3);
  CHECK(model.staff[7].posts.value == 4);
  CHECK(model.staff[7].shifts.size() == 3);
  CHECK(model.staff[8].name == "driver");
  CHECK(model.staff[8].shifts[0].to_h == 30);
  CHECK(model.staff[8].rest_days == 0);
}

TEST_CASE("laws of durations are read with their unit, spread and longest") {
  const OperationsModel model = lay_over(R"(
[intake]
duration = { law = "gamma", mean = 2, low = 1, high = 3, cv = 0.5, unit = "h", longest = 6, source = "seen" }
[counselling]
duration = { law = "fixed", mean = 45, unit = "min" }
)");
  CHECK(model.intake.duration.shape == LawShape::kGamma);
  CHECK(model.intake.duration.mean.high == 3);
  CHECK(model.intake.duration.mean.source == "seen");
  CHECK(model.intake.duration.unit == TimeUnit::kHour);
  CHECK(model.intake.duration.longest == 6);
  CHECK(model.counselling.duration.shape == LawShape::kFixed);
  CHECK_FALSE(model.counselling.duration.longest);
}

TEST_CASE("a centre may differ") {
  const OperationsModel model = lay_over(R"(
[[centre]]
id = "E-203"
beds = 8
vehicles = 0
opening_hours = [9, 17]
posts = { "case worker" = 1, guard = 0 }
)");
  const CentreOverride& centre = model.centres.at("E-203");
  CHECK(centre.beds == 8);
  CHECK(centre.vehicles == 0);
  CHECK(centre.opening->to_h == 17);
  CHECK(centre.posts.at("case worker") == 1);
  CHECK(centre.posts.at("guard") == 0);
}

TEST_CASE("probabilities outside 0 to 1 and ranges the wrong way round are refused") {
  check_operations_refused("[shelter]\np_sheltered = 1.2\n", "must be from 0 to 1, not 1.2");
  check_operations_refused("[shelter]\np_sheltered = { value = 0.5, low = 0, high = 1.5 }\n",
                           "must be from 0 to 1, not 1.5");
  check_operations_refused("[disposal]\np_escalated = -0.1\n", "must be from 0 to 1, not -0.1");
  check_operations_refused("[shelter]\nbeds = { value = 5, low = 6, high = 8 }\n",
                           "value = 5 does not lie in its range, 6 to 8");
  check_operations_refused("[shelter]\nbeds = -1\n", "must be from 0 to 1000, not -1");
  check_operations_refused("[rescue]\noff_road_share = 1\n", "must be from 0 to 0.99, not 1");
}

TEST_CASE("an end before a start is refused, with how to write a night") {
  check_operations_refused("opening_hours = [20, 8]\n", "from 20 to 8 is no stretch of a day");
  check_operations_refused("opening_hours = [20, 8]\n", "22 to 30");
  check_operations_refused("opening_hours = [8]\n", "must be two hours");
  check_operations_refused("[[staff]]\nrole = \"guard\"\nshifts = [{ from = 14, to = 6 }]\n",
                           "from 14 to 6 is no");
  check_operations_refused("[[staff]]\nrole = \"guard\"\nshifts = [{ from = 1, to = 26 }]\n",
                           "from 1 to 26 is no");
}

TEST_CASE("zero staff is refused where it leaves a step to nobody") {
  check_operations_refused("[[staff]]\nrole = \"paramedic\"\nposts = 0\n",
                           "nobody to do what is done by: paramedic");
  check_operations_refused("[intake]\nroles = [\"case woker\"]\n", "did you mean 'case worker'?");
  check_operations_refused("[[staff]]\nrole = \"guard\"\n[[staff]]\nrole = \"guard\"\n",
                           "role 'guard' stands here twice");
  check_operations_refused("[[staff]]\nrole = \"guard\"\nrest_days = 7\n", "from 0 to 6 a week");
  check_operations_refused("[[centre]]\nid = \"E-1\"\nposts = { cook = 1 }\n",
                           "there is no role 'cook'");
}

TEST_CASE("laws that make no sense are refused") {
  const auto law = [](const std::string& rest) {
    return "[intake]\nduration = { law = \"gamma\", mean = 2, unit = \"h\"" + rest + " }\n";
  };
  check_operations_refused(law(""), "a gamma law needs a spread above zero");
  check_operations_refused(law(", cv = 0"), "needs a spread above zero");
  check_operations_refused(law(", cv = 1, longest = 1"), "longest duration is below");
  check_operations_refused("[intake]\nduration = { law = \"beta\", mean = 2, unit = \"h\" }\n",
                           "unknown law 'beta'");
  check_operations_refused("[intake]\nduration = { law = \"fixed\", mean = 2, unit = \"weeks\" }\n",
                           "unknown unit 'weeks'");
  check_operations_refused("[intake]\nduration = { law = \"fixed\", mean = -2, unit = \"h\" }\n",
                           "must be not negative, not -2");
}

TEST_CASE("steps that do not add up are refused") {
  check_operations_refused("[counselling]\nsessions = { value = 3, high = 20 }\n",
                           "must be at least the highest mean, 20");
  check_operations_refused("[counselling]\nsessions = 0.5\n", "must be at least 1, not 0.5");
  check_operations_refused("[medical_on_site]\np_needed = 0.9\n",
                           "more than every case would need medical aid");
  check_operations_refused("[follow_up]\ncontacts = 0\n", "must be from 1 to 100, not 0");
  check_operations_refused("[rescue]\nsharing = \"all\"\n", "unknown sharing 'all'");
}

TEST_CASE("an unknown key, an unknown format and a missing number are refused") {
  check_operations_refused("[shelter]\nbed = 3\n", "beds");
  CHECK_THROWS_WITH(parse_operations("format = 2\n", "x.toml"),
                    Catch::Contains("format 2 is not known"));
  CHECK_THROWS_WITH(parse_operations("format = 1\n", "x.toml"),
                    Catch::Contains("'rescue.vehicles' is missing"));
  CHECK_THROWS_AS(read_operations({}), ConfigError);
}
