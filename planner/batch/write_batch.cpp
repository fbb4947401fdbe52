#include "planner/batch/write_batch.h"

#include <array>
#include <nlohmann/json.hpp>

#include "geo/io/describe_fields.h"
#include "geo/io/style.h"
#include "geo/io/write_table.h"
#include "planner/batch/batch_report.h"
#include "planner/batch/batch_table.h"
#include "planner/bundled_data.h"
#include "planner/json_text.h"
#include "planner/report/page_pack.h"
#include "planner/report/write_page.h"
#include "planner/run/manifest.h"
#include "planner/run/written_files_json.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

Json inputs_json(const BatchResult& result) {
  Json inputs = Json::array();
  for (const InputFile& file : result.outcome.inputs) {
    inputs.push_back({{"path", file.path}, {"sha256", file.sha256}});
  }
  return inputs;
}

constexpr const char* kBatchPage = "batch.html";

/// The head: `format`, `batch` (batch.json), `title`, `attribution`, `sources` (inputs with their
/// checksums).
PagePack make_batch_page(const BatchResult& result) {
  const DatasetWords& words = result.outcome.words;
  PagePack pack;
  pack.head = {{"format", 1},
               {"batch", Json::parse(batch_json(result))},
               {"title", words.title},
               {"attribution", words.attribution},
               {"version", PAHUNCH_VERSION},
               {"sources", inputs_json(result)}};
  return pack;
}

std::string manifest_of(const BatchResult& result, const std::vector<WrittenFile>& written) {
  return dump_json({{"format", 1},
                    {"program", "pahunch"},
                    {"version", PAHUNCH_VERSION},
                    {"batch", result.name},
                    {"working_crs", result.outcome.working_crs},
                    {"inputs", inputs_json(result)},
                    {"modelled_layers", result.outcome.modelled_layers},
                    {"notice", result.outcome.words.notice},
                    {"attribution", result.outcome.words.attribution},
                    {"files", written_files_json(written)}});
}

}  // namespace

void write_batch(const BatchResult& result, RunFolder& folder, Session& session) {
  session.progress.begin("writing files", 0);
  const Table table = make_batch_table(result);
  const std::string& crs = result.outcome.working_crs;
  const bool has_map = table.geometry_type != GeometryType::kNone;
  const std::string qml = has_map ? read_style(find_bundled_root() / kStyles, "batch") : "";
  const auto add = [&](const std::string& name, const WriteReport& report) {
    for (const std::string& warning : report.warnings) session.console.warn(warning);
    folder.add(name, report.n_rows);
  };
  add("batch.csv", write_csv(table, folder.path("batch.csv")));
  add("batch.gpkg",
      write_geopackage(std::array{StyledTable{table, qml}}, crs, folder.path("batch.gpkg")));
  if (has_map) {
    add("batch.geojson", write_geojson(table, crs, folder.path("batch.geojson")));
    folder.write_text("batch.qml", qml);
  }
  const std::vector<DescribedTable> described = {{&table, "batch.csv"}};
  add("fields.csv", write_csv(describe_fields(described), folder.path("fields.csv")));
  write_report_page(make_batch_page(result), kBatchPage, folder);
  folder.write_text("batch.md", batch_markdown(result));
  folder.write_text("batch.json", batch_json(result));
  folder.write_text(kManifestName, manifest_of(result, folder.files()));
}

}  // namespace pahunch
