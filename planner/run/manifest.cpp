#include "planner/run/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>

#include "geo/base/error.h"
#include "geo/io/checksum.h"
#include "geo/io/projection.h"
#include "planner/json_text.h"
#include "planner/privacy/shown_scenario.h"
#include "planner/run/written_files_json.h"
#include "planner/scenario/read_scenario.h"
#include "planner/scenario/write_scenario.h"
#include "planner/study/input_files.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

using Files = std::vector<std::filesystem::path>;

enum class Completeness : std::uint8_t { kWhole, kPartial };

/// `priors`: the files that a simulation was made from.
Json inputs_json(const Study& study, const Files& priors) {
  Json inputs = Json::array();
  for (const InputFile& file : list_inputs(study.dataset, study.scenario, priors)) {
    inputs.push_back({{"path", file.path}, {"sha256", file.sha256}});
  }
  return inputs;
}

Json counts_json(const std::map<std::string, std::uint64_t>& counts) {
  Json json = Json::object();
  for (const auto& [reason, count] : counts) json[reason] = count;
  return json;
}

Json rows_json(const Dataset& dataset) {
  Json rows = Json::array();
  for (const RowLedger& ledger : dataset.ledgers) {
    rows.push_back({{"layer", ledger.layer},
                    {"source", ledger.source},
                    {"read", ledger.n_read},
                    {"used", ledger.n_used},
                    {"repaired", counts_json(ledger.repaired)},
                    {"left_out", counts_json(ledger.left_out)}});
  }
  return rows;
}

/// The ledger of the people: each class and the total, under each set.
Json people_json(const Headline& headline) {
  Json people = Json::object();
  for (const SetHeadline& set : headline.sets) {
    const ReachLedger& ledger = set.ledger;
    people[set.name] = {{"reached", ledger.reached.all},         {"beyond", ledger.beyond.all},
                        {"no_service", ledger.no_service.all},   {"cut_off", ledger.cut_off.all},
                        {"off_network", ledger.off_network.all}, {"total", ledger.total().all}};
  }
  return people;
}

Json study_json(const Study& study, const Files& priors, Completeness completeness) {
  return {{"format", 1},
          {"program", "pahunch"},
          {"version", PAHUNCH_VERSION},
          {"scenario", study.scenario.name},
          {"seed", study.scenario.seed},
          {"partial", completeness == Completeness::kPartial},
          {"configuration", write_scenario(shown_scenario(study.scenario, *study.projection))},
          {"working_crs", study.dataset.working_crs},
          {"inputs", inputs_json(study, priors)},
          {"rows", rows_json(study.dataset)},
          {"modelled_layers", study.dataset.modelled_layers},
          {"notice", study.dataset.words.notice},
          {"attribution", study.dataset.words.attribution}};
}

Completeness completeness_of(const SimulationReport& report) {
  return report.ending == Ending::kInterrupted ? Completeness::kPartial : Completeness::kWhole;
}

[[noreturn]] void fail(const std::filesystem::path& run, const std::string& what) {
  throw DataError(
      {.what = what, .where = run.string(), .hint = "give a folder that pahunch run has made"});
}

/// A batch has a manifest of its own, which tells of many runs.
[[noreturn]] void fail_as_batch(const std::filesystem::path& batch) {
  throw DataError(
      {.what = "this folder is a batch of scenarios, and not one run",
       .where = batch.string(),
       .hint = "give the whole run of one of its scenarios, or to `pahunch compare` those of two: "
               "the column 'run' of batch.csv names their folders, beside this one; where there is "
               "no such column, the same `pahunch batch` with --full --overwrite adds them"});
}

/// A run is sent from one to another: it names files of its own folder only.
void check_name(const std::filesystem::path& run, const std::filesystem::path& name) {
  const bool leaves = std::ranges::find(name, "..") != name.end();
  if (name.is_relative() && !leaves) return;
  fail(run, fmt::format("manifest.json names '{}', which is no file of the run", name.string()));
}

/// A link would bring in a file of whoever reads the run.
bool leads_through_link(const std::filesystem::path& run, const std::filesystem::path& name) {
  std::filesystem::path at = run;
  return std::ranges::any_of(name, [&](const std::filesystem::path& part) {
    std::error_code ignored;
    return std::filesystem::is_symlink(std::filesystem::symlink_status(at /= part, ignored));
  });
}

/// The scenario as a manifest of its run would tell it; "" where this manifest has no CRS of a run.
std::string told_scenario(const Scenario& scenario, const Json& manifest) {
  if (!scenario.privacy.is_public) return write_scenario(scenario);
  const auto crs = manifest.find("working_crs");
  if (crs == manifest.end() || !crs->is_string()) return "";
  try {
    return write_scenario(shown_scenario(scenario, Projection(crs->get<std::string>())));
  } catch (const ConfigError&) {
    return "";
  }
}

/// A link would bring in a file of whoever reads the run, and a pipe would be waited for.
bool has_manifest(const std::filesystem::path& run) {
  std::error_code ignored;
  return std::filesystem::symlink_status(run / kManifestName, ignored).type() ==
         std::filesystem::file_type::regular;
}

Json parse_manifest(const std::filesystem::path& run) {
  if (!has_manifest(run))
    fail(run, "there is no run in this folder: it has no manifest.json of its own");
  std::ifstream in(run / kManifestName, std::ios::binary);
  Json json = Json::parse(in, nullptr, false);
  if (json.is_discarded()) fail(run, "manifest.json is damaged");
  return json;
}

}  // namespace

std::string write_manifest(const RunSummary& summary, const std::vector<WrittenFile>& files) {
  const Study& study = summary.study;
  const auto& simulation = summary.simulation;
  Json json = study_json(study, simulation ? prior_files(study.scenario.simulation) : Files(),
                         simulation ? completeness_of(*simulation) : Completeness::kWhole);
  json["people"] = people_json(summary.headline);
  json["files"] = written_files_json(files);
  return dump_json(json);
}

std::string write_manifest(const SimulatedStudy& simulated, const std::vector<WrittenFile>& files) {
  const Study& study = simulated.study;
  Json json =
      study_json(study, prior_files(study.scenario.simulation), completeness_of(simulated.report));
  json["files"] = written_files_json(files);
  return dump_json(json);
}

Manifest read_manifest(const std::filesystem::path& run) {
  const Json json = parse_manifest(run);
  if (json.is_object() && json.contains("batch")) fail_as_batch(run);
  try {
    if (json.at("format") != 1) fail(run, "the run was made by a later version");
    Manifest manifest;
    manifest.version = json.at("version");
    ScenarioText text = parse_scenario_text(json.at("configuration").get<std::string>(),
                                            (run / kManifestName).string());
    manifest.scenario = read_scenario(text);
    manifest.is_partial = json.value("partial", false);
    manifest.working_crs = json.at("working_crs");
    manifest.notice = json.at("notice");
    manifest.attribution = json.at("attribution");
    for (const Json& file : json.at("inputs")) {
      manifest.inputs.push_back({file.at("path"), file.at("sha256")});
    }
    for (const Json& file : json.at("files")) {
      manifest.files.push_back({file.at("name"), file.at("sha256")});
      check_name(run, manifest.files.back().name);
    }
    return manifest;
  } catch (const nlohmann::json::exception&) {
    fail(run, "manifest.json is not one of this program");
  }
}

bool is_partial_run_of(const Scenario& scenario, const std::filesystem::path& folder) {
  if (!has_manifest(folder)) return false;
  std::ifstream in(folder / kManifestName, std::ios::binary);
  const Json json = Json::parse(in, nullptr, false);
  const bool is_partial = json.is_object() && json.value("partial", Json()) == true;
  return is_partial && json.value("configuration", Json()) == told_scenario(scenario, json);
}

void check_run_file(const std::filesystem::path& run, const ManifestFile& file) {
  if (leads_through_link(run, file.name)) {
    fail(run, fmt::format("the file '{}' of the run is a link, or lies behind one", file.name));
  }
  if (!std::filesystem::exists(run / file.name)) {
    fail(run, fmt::format("the file '{}' of the run is missing", file.name));
  }
  if (!std::filesystem::is_regular_file(run / file.name)) {
    fail(run, fmt::format("'{}' of the run is a folder, a pipe or a device", file.name));
  }
  if (read_sha256(run / file.name) != file.sha256) {
    fail(run, fmt::format("the file '{}' was changed since the run", file.name));
  }
}

}  // namespace pahunch
