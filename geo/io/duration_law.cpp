#include "geo/io/duration_law.h"

#include "geo/io/sourced_value.h"

namespace pahunch {

void amend_law(const TomlTable& parent, std::string_view key, DurationLaw& target) {
  const auto table = parent.find_table(key);
  if (!table) return;
  DurationLaw law;
  static_cast<void>(table->read_string("law"));
  static_cast<void>(table->read_string("unit"));
  amend_word(*table, "law", &find_law_shape, law.shape);
  amend_word(*table, "unit", &find_time_unit, law.unit);
  law.mean = read_sourced(*table, "mean");
  expect_within(*table, "mean", law.mean.low, kNotNegative);
  amend_value(*table, "cv", kNotNegative, law.cv);
  const bool has_spread = law.shape == LawShape::kGamma || law.shape == LawShape::kLognormal;
  if (has_spread && !(law.cv.low > 0)) {
    table->fail("cv", fmt::format("a {} law needs a spread above zero", to_string(law.shape)),
                "give cv, standard deviation over mean, or make the law \"fixed\"");
  }
  law.longest = table->find_number("longest");
  if (law.longest && *law.longest < law.mean.high) {
    table->fail("longest", "the longest duration is below the highest mean");
  }
  target = law;
}

}  // namespace pahunch
