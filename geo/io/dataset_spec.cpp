#include "geo/io/dataset_spec.h"

#include <fmt/format.h>

#include "geo/base/error.h"
#include "geo/io/toml_table.h"

namespace pahunch {

namespace {

using Roles = std::vector<std::string>;

constexpr std::int64_t kFormat = 1;

void read_words(const TomlTable& root, DatasetWords& words) {
  words.name = root.read_string("name");
  words.title = root.find_string("title").value_or(words.name);
  words.region = root.find_string("region").value_or(words.title);
  words.service = root.find_string("service").value_or("centre");
  words.service_plural = root.find_string("service_plural").value_or(words.service + "s");
  words.population_note = root.find_string("population_note").value_or("");
  words.notice = root.find_string("notice").value_or("");
  words.attribution = root.find_strings("attribution").value_or(std::vector<std::string>{});
}

double read_km(const TomlTable& table, const std::string& key, double otherwise) {
  const double km = table.find_number(key).value_or(otherwise);
  if (km < 0) table.fail(key, fmt::format("'{}' must not be negative", key));
  return km;
}

void read_study_area(const TomlTable& root, DatasetSpec& spec) {
  const auto table = root.find_table("study_area");
  if (!table) return;
  spec.margin_km = read_km(*table, "margin_km", spec.margin_km);
  spec.tolerance_km = read_km(*table, "tolerance_km", spec.tolerance_km);
}

std::optional<ShareSpec> find_share(const TomlTable& table, const std::string& key) {
  const auto share_table = table.find_table(key);
  if (!share_table) return std::nullopt;
  const auto columns = share_table->find_strings("share").value_or(std::vector<std::string>{});
  if (columns.size() != 2) {
    share_table->fail("share", "'share' needs two columns: a part and the whole",
                      "for example share = [\"females\", \"persons\"]");
  }
  return ShareSpec{columns[0], columns[1]};
}

/// A quantity comes from a field or from a share, not from both.
void check_one_source(const TomlTable& table, const SettlementSpec& spec, const std::string& role,
                      const std::optional<ShareSpec>& share) {
  if (!share) return;
  if (spec.layer.fields.contains(role)) {
    table.fail(role, fmt::format("'{0}' is given twice: as fields.{0} and as a share", role),
               "leave one of them out");
  }
  if (!spec.layer.fields.contains("population")) {
    table.fail(role, fmt::format("a share of '{}' needs fields.population", role),
               "name the column with all persons");
  }
}

SettlementSpec read_settlement_spec(const TomlTable& table) {
  const Roles roles{"id",          "name",         "population",         "women", "rural_women",
                    "rural_share", "women_15plus", "rural_women_15plus", "block"};
  SettlementSpec spec;
  spec.layer = read_layer_spec(table, "settlements", roles);
  spec.women = find_share(table, "women");
  spec.women_15plus = find_share(table, "women_15plus");
  spec.rural_share = table.find_number("rural_share");
  if (spec.rural_share && (*spec.rural_share < 0 || *spec.rural_share > 1)) {
    table.fail("rural_share", "'rural_share' must lie between 0 and 1");
  }
  check_one_source(table, spec, "women", spec.women);
  check_one_source(table, spec, "women_15plus", spec.women_15plus);
  if (!spec.women && !spec.layer.fields.contains("women")) {
    table.fail("fields", "nothing says how many women live in a settlement",
               "give fields.women, or women = { share = [\"females\", \"persons\"] }");
  }
  return spec;
}

void read_class_map(const TomlTable& table, RoadSpec& spec) {
  const auto map = table.find_table("class_map");
  if (!map) return;
  for (const auto& word : map->keys()) spec.class_map[word] = map->read_string(word);
}

RoadSpec read_road_spec(const TomlTable& table) {
  const Roles roles{"id",   "class",       "surface", "speed",          "oneway", "bridge",
                    "name", "speed_limit", "access",  "one_way_exempt", "season"};
  RoadSpec spec;
  spec.layer = read_layer_spec(table, "roads", roles);
  read_class_map(table, spec);
  spec.default_class = table.find_string("default_class").value_or("");
  if (const auto noding = table.find_table("noding")) {
    spec.noding.end_tolerance_m =
        noding->find_number("end_tolerance_m").value_or(spec.noding.end_tolerance_m);
    spec.noding.planar = noding->find_boolean("planar").value_or(spec.noding.planar);
    if (spec.noding.end_tolerance_m < 0) {
      noding->fail("end_tolerance_m", "'end_tolerance_m' must not be negative");
    }
  }
  return spec;
}

void require_fields(const TomlTable& table, const LayerSpec& spec, const Roles& roles) {
  for (const auto& role : roles) {
    if (spec.fields.contains(role)) continue;
    table.fail("fields", fmt::format("the layer '{}' needs fields.{}", spec.name, role),
               fmt::format("add {} = \"name of the column\" to fields", role));
  }
}

LayerSpec read_required(const TomlTable& table, const std::string& name, const Roles& roles,
                        const Roles& required) {
  auto spec = read_layer_spec(table, name, roles);
  require_fields(table, spec, required);
  return spec;
}

void read_area_specs(const TomlTable& layers, DatasetSpec& spec) {
  for (const auto level : {AreaLevel::kDistrict, AreaLevel::kSubdivision, AreaLevel::kBlock}) {
    const std::string name(to_string(level));
    if (const auto table = layers.find_table(name)) {
      spec.areas[level] = read_required(*table, name, {"id", "name", "parent"}, {"id", "name"});
    }
  }
  if (spec.areas.empty()) {
    layers.fail("", "the dataset has no boundaries",
                "add one of [layers.district], [layers.subdivision], [layers.block]");
  }
}

void read_point_specs(const TomlTable& layers, DatasetSpec& spec) {
  spec.settlements = read_settlement_spec(layers.read_table("settlements"));
  spec.centres = read_required(layers.read_table("centres"), "centres",
                               {"id", "name", "status", "district", "location_error_km",
                                "provenance", "note", "staff", "beds", "vehicles", "known", "cost"},
                               {"id", "name", "status"});
  if (const auto table = layers.find_table("candidates")) {
    spec.candidates = read_required(
        *table, "candidates",
        {"id", "name", "kind", "district", "location_error_km", "provenance", "note", "cost"},
        {"id", "name"});
  }
}

void read_other_specs(const TomlTable& layers, DatasetSpec& spec) {
  spec.roads = read_road_spec(layers.read_table("roads"));
  if (const auto table = layers.find_table("turns")) {
    spec.turns =
        read_required(*table, "turns", {"from", "to", "kind", "vehicles"}, {"from", "to", "kind"});
  }
  if (const auto table = layers.find_table("barriers")) {
    spec.barriers = read_layer_spec(*table, "barriers", Roles{"name", "kind"});
  }
  if (const auto table = layers.find_table("hazard")) {
    spec.hazard = read_required(*table, "hazard", {"block", "estimated"}, {"block"});
  }
  if (const auto table = layers.find_table("cases")) {
    spec.cases = read_required(*table, "cases",
                               {"year", "registered", "disposed", "months", "source", "centre",
                                "open", "beds_in_use", "wait_hours", "follow_ups"},
                               {"year", "registered"});
  }
}

/// Applies the dataset's limit to the layers that do not give their own.
void apply_default_limit(const TomlTable& root, const TomlTable& layers, DatasetSpec& spec) {
  const auto limit = root.find_integer("max_bad_rows").value_or(0);
  if (limit < 0) root.fail("max_bad_rows", "'max_bad_rows' must not be negative");
  const auto apply = [&](LayerSpec& layer) {
    const auto table = layers.find_table(layer.name);
    if (table && !table->find_integer("max_bad_rows")) layer.max_bad_rows = limit;
  };
  for (auto& [level, layer] : spec.areas) apply(layer);
  apply(spec.settlements.layer);
  apply(spec.centres);
  apply(spec.roads.layer);
  for (auto* layer : {&spec.candidates, &spec.turns, &spec.barriers, &spec.hazard, &spec.cases}) {
    if (*layer) apply(**layer);
  }
}

bool has_modelled_layer(const DatasetSpec& spec) {
  for (const auto& [level, layer] : spec.areas) {
    if (layer.modelled) return true;
  }
  return spec.settlements.layer.modelled || spec.centres.modelled || spec.roads.layer.modelled ||
         (spec.candidates && spec.candidates->modelled) || (spec.turns && spec.turns->modelled) ||
         (spec.barriers && spec.barriers->modelled) || (spec.hazard && spec.hazard->modelled) ||
         (spec.cases && spec.cases->modelled);
}

}  // namespace

DatasetSpec read_dataset_spec(const std::filesystem::path& path) {
  DatasetSpec spec;
  spec.file = std::filesystem::is_directory(path) ? path / "dataset.toml" : path;
  const auto root = read_toml_file(spec.file);
  if (const auto format = root.read_integer("format"); format != kFormat) {
    root.fail("format",
              fmt::format("format {} is not known; this program reads {}", format, kFormat),
              "use a newer program, or write the file in this format");
  }
  read_words(root, spec.words);
  spec.working_crs = root.find_string("working_crs").value_or("auto");
  read_study_area(root, spec);
  const auto layers = root.read_table("layers");
  read_area_specs(layers, spec);
  read_point_specs(layers, spec);
  read_other_specs(layers, spec);
  apply_default_limit(root, layers, spec);
  if (has_modelled_layer(spec) && spec.words.notice.empty()) {
    root.fail("notice", "a layer is modelled, and there is no 'notice' to say so",
              "add notice = \"...\": every output made from modelled layers carries it");
  }
  root.expect_no_more();
  return spec;
}

}  // namespace pahunch
