#include "geo/io/read_dataset.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/base/error.h"
#include "geo/io/checksum.h"
#include "geo/io/dataset_spec.h"
#include "geo/io/file_stamp.h"
#include "geo/io/read_areas.h"
#include "geo/io/read_cases.h"
#include "geo/io/read_centres.h"
#include "geo/io/read_context.h"
#include "geo/io/read_roads.h"
#include "geo/io/read_settlements.h"
#include "geo/io/read_tables.h"
#include "geo/io/read_turns.h"

namespace pahunch {

namespace {

std::vector<AreaRows> read_all_area_rows(const DatasetSpec& spec, ReadBooks& books) {
  std::vector<AreaRows> levels;
  for (const auto& [level, layer] : spec.areas) {
    levels.push_back(read_area_rows(level, layer, books));
    // An empty layer is refused here, before a working CRS is sought in it.
    if (levels.back().rows.empty()) books.finish(levels.back().recorder);
  }
  return levels;
}

std::string get_working_crs(const DatasetSpec& spec, const AreaRows& finest) {
  return spec.working_crs == "auto" ? get_utm_crs(get_centroid(finest)) : spec.working_crs;
}

AreaLayer& get_layer(Dataset& dataset, AreaLevel level) {
  if (level == AreaLevel::kDistrict) return dataset.districts;
  return level == AreaLevel::kSubdivision ? dataset.subdivisions : dataset.blocks;
}

/// Fills the levels from the top down; gives the finest.
const AreaLayer& fill_areas(Dataset& dataset, std::vector<AreaRows>& levels,
                            const Projection& projection, ReadBooks& books) {
  const AreaLayer none;
  const AreaLayer* above = &none;
  for (auto& rows : levels) {
    auto& layer = get_layer(dataset, rows.level);
    layer = make_areas(rows, projection, *above, books);
    above = &layer;
  }
  return *above;
}

void fill_layers(Dataset& dataset, const DatasetSpec& spec, const StudyArea& area,
                 ReadBooks& books) {
  const AreaContext context{dataset, area, spec.tolerance_km, spec.margin_km};
  dataset.settlements = read_settlements(spec.settlements, context, books);
  dataset.centres = read_centres(spec.centres, context, books);
  if (spec.candidates) dataset.candidates = read_candidates(*spec.candidates, context, books);
  dataset.roads = read_roads(spec.roads, context, books);
  if (spec.turns) dataset.roads.turns = read_turns(*spec.turns, dataset.roads, context, books);
  if (spec.barriers) dataset.barriers = read_barriers(*spec.barriers, context, books);
  if (spec.hazard) dataset.hazard = read_hazard(*spec.hazard, dataset.blocks, books);
  if (spec.cases) {
    CaseTable cases = read_cases(*spec.cases, dataset.centres, books);
    dataset.cases = std::move(cases.years);
    dataset.case_weeks = std::move(cases.weeks);
  }
}

std::vector<std::string> get_modelled(const DatasetSpec& spec) {
  std::vector<std::string> names;
  const auto add = [&](const LayerSpec& layer) {
    if (layer.modelled) names.push_back(layer.name);
  };
  for (const auto& [level, layer] : spec.areas) add(layer);
  add(spec.settlements.layer);
  add(spec.centres);
  add(spec.roads.layer);
  for (const auto* layer :
       {&spec.candidates, &spec.turns, &spec.barriers, &spec.hazard, &spec.cases}) {
    if (*layer) add(**layer);
  }
  return names;
}

/// "dir/roads.shx" for a file beside the source "dir/roads.shp"; the source itself otherwise.
std::string get_shown_name(const SourcePath& path, const std::filesystem::path& file,
                           std::size_t n_files) {
  if (n_files == 1) return path.shown;
  return (std::filesystem::path(path.shown).parent_path() / file.filename()).generic_string();
}

/// Checksums are taken last, and of what was read: a file that was written to meanwhile is an
/// error.
std::vector<InputFile> read_inputs(const DatasetSpec& spec, const ReadBooks& books) {
  std::vector<InputFile> inputs{{spec.file.filename().string(), read_sha256(spec.file)}};
  std::set<std::filesystem::path> known;
  for (const auto& path : books.paths) {
    if (path.rows_sha256) inputs.push_back({path.shown, *path.rows_sha256});
    const auto files = get_real_files(path);
    for (const auto& file : files) {
      if (!known.insert(file).second) continue;
      inputs.push_back({get_shown_name(path, file, files.size()), read_sha256(file)});
    }
    require_same_stamps(files, path.stamps);
  }
  return inputs;
}

void check_ledgers(const Dataset& dataset) {
  for (const auto& ledger : dataset.ledgers) {
    if (ledger.adds_up()) continue;
    throw InvariantError({.what = fmt::format("{} rows were read, {} used and {} left out",
                                              ledger.n_read, ledger.n_used, ledger.n_left_out()),
                          .where = ledger.layer});
  }
}

}  // namespace

Dataset read_dataset(const std::filesystem::path& path, const ReadOptions& options,
                     Progress& progress) {
  const auto spec = read_dataset_spec(path);
  const auto spec_stamp = read_stamps({spec.file});
  ReadBooks books{.home = {spec.folder(), options.rules},
                  .bad_rows = options.tolerate_bad_rows ? RowRecorder::BadRows::kTolerated
                                                        : RowRecorder::BadRows::kLimited,
                  .progress = progress};
  auto levels = read_all_area_rows(spec, books);
  Dataset dataset;
  dataset.words = spec.words;
  dataset.working_crs = get_working_crs(spec, levels.back());
  const auto projection = std::make_shared<const Projection>(dataset.working_crs);
  dataset.ground = projection;
  const StudyArea area(fill_areas(dataset, levels, *projection, books), *projection);
  fill_layers(dataset, spec, area, books);
  dataset.ledgers = std::move(books.ledgers);
  dataset.notes = std::move(books.notes);
  dataset.modelled_layers = get_modelled(spec);
  check_ledgers(dataset);
  progress.begin("Taking checksums", 0);
  dataset.inputs = read_inputs(spec, books);
  require_same_stamps({spec.file}, spec_stamp);
  return dataset;
}

}  // namespace pahunch
