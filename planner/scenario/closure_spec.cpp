#include "planner/scenario/closure_spec.h"

#include <fmt/format.h>

#include <array>

#include "planner/bundled_data.h"
#include "planner/scenario/toml_text.h"

namespace pahunch {
namespace {

constexpr std::array<const char*, 4> kKinds = {"line", "polygon", "file", "roads"};

std::vector<LonLat> read_places(const TomlTable& table, const char* key, std::size_t least) {
  const auto pairs = table.find_pairs(key).value_or(std::vector<std::array<double, 2>>());
  std::vector<LonLat> places;
  for (const auto& [lon, lat] : pairs) {
    if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90)) {
      table.fail(key, fmt::format("the place [{}, {}] is not on the earth", lon, lat),
                 "longitude comes first, then latitude, in degrees");
    }
    places.push_back({lon, lat});
  }
  if (places.size() < least) {
    table.fail(
        key, fmt::format("'{}' has {} places; at least {} are needed", key, places.size(), least));
  }
  return places;
}

/// The one kind of place that is written.
std::string read_closure_kind(const TomlTable& table) {
  std::string found;
  for (const char* kind : kKinds) {
    if (table.kind(kind) == TomlKind::kMissing) continue;
    if (!found.empty()) {
      table.fail(kind, fmt::format("a closure has '{}' or '{}', not both", found, kind),
                 "write two closures of one name: they shut together");
    }
    found = kind;
  }
  if (found.empty()) {
    table.fail("", "the closure does not say what is closed",
               fmt::format("give one of {}", fmt::join(kKinds, ", ")));
  }
  return found;
}

double read_within_m(const TomlTable& table, const std::string& kind) {
  const auto within_m = table.find_number("within_m");
  if (!within_m) return kUsualWithin_m;
  if (!(*within_m >= 0)) table.fail("within_m", "the distance is negative");
  if (kind != "line" && kind != "file") {
    table.fail("within_m", fmt::format("'within_m' has no meaning for '{}'", kind),
               "it is the reach of a line");
  }
  return *within_m;
}

double read_probability(const TomlTable& table) {
  const double probability = table.find_number("probability").value_or(1);
  if (probability >= 0 && probability <= 1) return probability;
  table.fail("probability", fmt::format("probability {} is not between 0 and 1", probability),
             "1 closes for certain");
}

ClosureSpec read_closure(const TomlTable& table, const std::filesystem::path& base) {
  ClosureSpec spec{.name = table.read_string("name"),
                   .probability = read_probability(table),
                   .where = ClosureRoads()};
  const std::string kind = read_closure_kind(table);
  const double within_m = read_within_m(table, kind);
  if (kind == "line") {
    spec.where = ClosureLine{read_places(table, "line", 2), within_m};
  } else if (kind == "polygon") {
    spec.where = ClosurePolygon{read_places(table, "polygon", 3)};
  } else if (kind == "file") {
    spec.where = ClosureFile{resolve_path(table.read_string("file"), base), within_m};
  } else {
    spec.where = ClosureRoads{*table.find_strings("roads")};
    if (std::get<ClosureRoads>(spec.where).roads.empty()) {
      table.fail("roads", "the list of roads is empty", "give ids or names of the road layer");
    }
  }
  return spec;
}

std::string write_places(const std::vector<LonLat>& places) {
  return toml_list(places, [](LonLat at) { return fmt::format("[{}, {}]", at.lon, at.lat); });
}

struct WherePrinter {
  std::string operator()(const ClosureLine& line) const {
    return fmt::format("line = {}\nwithin_m = {}\n", write_places(line.points), line.within_m);
  }
  std::string operator()(const ClosurePolygon& polygon) const {
    return fmt::format("polygon = {}\n", write_places(polygon.ring));
  }
  std::string operator()(const ClosureFile& file) const {
    return fmt::format("file = {}\nwithin_m = {}\n", toml_text(portable_path(file.path)),
                       file.within_m);
  }
  std::string operator()(const ClosureRoads& of) const {
    return fmt::format("roads = {}\n", toml_list(of.roads, toml_text));
  }
};

}  // namespace

std::vector<ClosureSpec> read_closures(const TomlTable& root, const std::filesystem::path& base) {
  std::vector<ClosureSpec> closures;
  for (const TomlTable& table : root.find_tables("closures")) {
    closures.push_back(read_closure(table, base));
  }
  return closures;
}

std::string write_closures(const std::vector<ClosureSpec>& closures) {
  std::string out;
  for (const ClosureSpec& closure : closures) {
    out += fmt::format("\n[[closures]]\nname = {}\nprobability = {}\n", toml_text(closure.name),
                       closure.probability) +
           std::visit(WherePrinter(), closure.where);
  }
  if (!out.empty()) return out;
  return "\n# [[closures]]           # roads shut all year, for certain or in some years\n"
         "# name = \"bridge works\"\n"
         "# probability = 1        # that a year has it\n"
         "# line = [[85.1, 25.6], [85.2, 25.6]]   # or polygon = [...], file = "
         "\"shapes.geojson\",\n"
         "# within_m = 50                         # roads = [\"ids or names\"]\n";
}

}  // namespace pahunch
