#include "geo/io/dataset_spec.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/small_dataset.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

/// The message for the small dataset file with one piece changed.
std::string error_of(const std::string& from, const std::string& to) {
  const TempDir dir;
  const auto file = dir.write("dataset.toml", replaced(kSmallToml, from, to));
  try {
    read_dataset_spec(file);
  } catch (const ConfigError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("the keys of a dataset file become its description") {
  const TempDir dir;
  dir.write("dataset.toml", kSmallToml);
  const auto spec = read_dataset_spec(dir.path());
  CHECK(spec.words.name == "small");
  CHECK(spec.words.service == "centre");
  CHECK(spec.margin_km == 30);
  CHECK(spec.tolerance_km == 1);
  CHECK(spec.areas.size() == 2);
  CHECK(spec.settlements.layer.fields.at("women") == "women");
  CHECK(spec.folder() == dir.path());
}

TEST_CASE("an unknown key is refused with the nearest known one, wherever it stands") {
  CHECK_THAT(error_of("title =", "titel ="),
             Contains("unknown key 'titel'") && Contains("did you mean 'title'?"));
  CHECK_THAT(error_of("margin_km", "margin"),
             Contains("study_area.margin") && Contains("did you mean 'margin_km'?"));
  CHECK_THAT(error_of("[layers.roads]", "[layers.roads]\nencodng = 'x'"),
             Contains("did you mean 'encoding'?"));
  CHECK_THAT(error_of("oneway =", "one_way ="),
             Contains("layers.roads.fields.one_way") && Contains("did you mean 'oneway'?"));
  CHECK_THAT(error_of("[layers.district]", "[layers.districts]"),
             Contains("did you mean 'district'?"));
}

TEST_CASE("another format number is refused") {
  CHECK_THAT(error_of("format = 1", "format = 2"), Contains("format 2 is not known"));
  CHECK_THAT(error_of("format = 1", ""), Contains("the key 'format' is missing"));
}

TEST_CASE("a dataset needs boundaries, settlements, centres and roads") {
  const TempDir dir;
  const auto file =
      dir.write("dataset.toml", "format = 1\nname = 'x'\n[layers.roads]\nsource = 'r'\n");
  CHECK_THROWS_WITH(read_dataset_spec(file), Contains("the dataset has no boundaries"));
  CHECK_THAT(error_of("[layers.centres]", "[layers.centers]"),
             Contains("the table 'centres' is missing"));
}

TEST_CASE("fields that a layer cannot do without are asked for") {
  CHECK_THAT(error_of("status = \"status\", ", ""),
             Contains("the layer 'centres' needs fields.status"));
  CHECK_THAT(error_of("women = \"women\", rural_women = \"rural\", ", ""),
             Contains("nothing says how many women live in a settlement"));
}

TEST_CASE("values out of range are refused") {
  CHECK_THAT(error_of("margin_km = 30", "margin_km = -1"),
             Contains("'margin_km' must not be negative"));
  CHECK_THAT(error_of("name = \"small\"", "name = \"small\"\nmax_bad_rows = -1"),
             Contains("'max_bad_rows' must not be negative"));
  CHECK_THAT(error_of("[layers.roads]", "[layers.roads]\nmax_bad_rows = -1"),
             Contains("'max_bad_rows' must not be negative"));
  CHECK_THAT(error_of("[layers.settlements]", "[layers.settlements]\nrural_share = 1.5"),
             Contains("between 0 and 1"));
  CHECK_THAT(error_of("[layers.roads]", "[layers.roads]\nnoding = { end_tolerance_m = -2 }"),
             Contains("must not be negative"));
}

TEST_CASE("the limit of bad rows is that of the dataset unless the layer has its own") {
  const TempDir dir;
  const auto toml =
      replaced(replaced(kSmallToml, "name = \"small\"", "name = \"small\"\nmax_bad_rows = 7"),
               "[layers.roads]", "[layers.roads]\nmax_bad_rows = 2");
  const auto spec = read_dataset_spec(dir.write("dataset.toml", toml));
  CHECK(spec.centres.max_bad_rows == 7);
  CHECK(spec.roads.layer.max_bad_rows == 2);
}

TEST_CASE("a modelled layer needs a notice") {
  CHECK_THAT(error_of("[layers.roads]", "[layers.roads]\nmodelled = true"),
             Contains("there is no 'notice'"));
}

TEST_CASE("women come from a field or from a share, not from both") {
  CHECK_THAT(
      error_of("[layers.settlements]", "[layers.settlements]\nwomen = { share = ['f', 'p'] }"),
      Contains("'women' is given twice"));
  CHECK_THAT(error_of("women = \"women\", rural_women", "rural_women"),
             Contains("nothing says how many women"));
}

TEST_CASE("a share needs the population and two columns") {
  const auto with = [](const std::string& share) {
    const TempDir dir;
    const auto toml =
        replaced(replaced(kSmallToml, "women = \"women\", ", ""), "[layers.settlements]",
                 "[layers.settlements]\nwomen = { share = " + share + " }");
    try {
      read_dataset_spec(dir.write("dataset.toml", toml));
    } catch (const ConfigError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  CHECK_THAT(with("['f', 'p']"), Contains("needs fields.population"));
  CHECK_THAT(with("['f']"), Contains("'share' needs two columns"));
}

TEST_CASE("roads carry their class map and noding") {
  const TempDir dir;
  const auto toml =
      replaced(kSmallToml, "[layers.roads]",
               "[layers.roads]\nclass_map = { NH = 'trunk', '*' = 'track' }\n"
               "noding = { end_tolerance_m = 5, planar = true }\ndefault_class = 'path'");
  const auto spec = read_dataset_spec(dir.write("dataset.toml", toml));
  CHECK(spec.roads.class_map.at("NH") == "trunk");
  CHECK(spec.roads.class_map.at("*") == "track");
  CHECK(spec.roads.noding.end_tolerance_m == 5);
  CHECK(spec.roads.noding.planar);
  CHECK(spec.roads.default_class == "path");
}

TEST_CASE("a missing dataset file is named") {
  const TempDir dir;
  CHECK_THROWS_WITH(read_dataset_spec(dir.path()),
                    Contains("does not exist") && Contains("dataset.toml"));
}
