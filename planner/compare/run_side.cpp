#include "planner/compare/run_side.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/base/error.h"
#include "geo/io/checksum.h"
#include "planner/csv/open_input.h"

namespace pahunch {
namespace {

std::string get_set(const Manifest& manifest, const std::string& wanted,
                    const std::filesystem::path& run) {
  const auto& sets = manifest.scenario.sets;
  if (wanted.empty()) return sets.back().name;
  if (std::ranges::find(sets, wanted, &CentreSetSpec::name) != sets.end()) return wanted;
  std::vector<std::string> names;
  for (const CentreSetSpec& set : sets) names.push_back(set.name);
  throw UsageError({.what = fmt::format("the run has no set '{}'", wanted),
                    .where = run.string(),
                    .hint = fmt::format("its sets are: {}", fmt::join(names, ", "))});
}

void check_table(const RunSide& side, const std::string& name) {
  const auto& files = side.manifest.files;
  const auto file = std::ranges::find(files, name, &ManifestFile::name);
  if (file != files.end()) return check_run_file(side.folder, *file);
  throw DataError({.what = fmt::format("the run has no {}", name),
                   .where = side.folder.string(),
                   .why = "runs are compared by it",
                   .hint = "give folders that pahunch run or pahunch optimise has made"});
}

/// What `read` makes of a table that is as the run left it.
template <class Read>
auto read_table_of(const RunSide& side, const std::string& name, Read read) {
  check_table(side, name);
  const std::string table = (side.folder / name).string();
  auto in = open_input(table);
  return read(in, table, side.set);
}

}  // namespace

RunSide read_side(const std::filesystem::path& run, const std::string& set) {
  RunSide side{run, read_manifest(run), read_sha256(run / kManifestName), "", {}, {}};
  side.set = get_set(side.manifest, set, run);
  side.rows = read_table_of(side, "settlements.csv", read_run_rows);
  side.centres = read_table_of(side, "centres.csv", read_run_centres);
  return side;
}

std::string side_words(const RunSide& side) {
  return side.manifest.scenario.name + ", set " + side.set;
}

}  // namespace pahunch
