/// \file
/// manifest.json: what a run was made from and what it made.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "geo/io/run_folder.h"
#include "planner/scenario/scenario.h"
#include "planner/simulation/simulation_tables.h"
#include "planner/summary/run_summary.h"

namespace pahunch {

inline constexpr const char* kManifestName = "manifest.json";

/// `files`: all but the manifest itself.
std::string write_manifest(const RunSummary& summary, const std::vector<WrittenFile>& files);
/// Without the people by class, where no coverage was made.
std::string write_manifest(const SimulatedStudy& simulated, const std::vector<WrittenFile>& files);

/// What later commands need of a run.
struct ManifestFile {
  std::string name;
  std::string sha256;
};
struct Manifest {
  std::string version;
  Scenario scenario;
  bool is_partial = false;  ///< its simulation was interrupted
  std::string working_crs;
  std::string notice;                    ///< what is modelled, in words
  std::vector<std::string> attribution;  ///< of the data
  std::vector<InputFile> inputs;
  std::vector<ManifestFile> files;
};

/// Throws DataError when the folder holds no run, or one that this version cannot read.
Manifest read_manifest(const std::filesystem::path& run);

/// Was this scenario run into the folder, and its simulation interrupted? False also where there is
/// no run. Of a public run, sites in the same squares are the same.
bool is_partial_run_of(const Scenario& scenario, const std::filesystem::path& folder);

/// Throws DataError when a file of the run is missing, was changed since, is a link or lies behind
/// one, or is no regular file.
void check_run_file(const std::filesystem::path& run, const ManifestFile& file);

}  // namespace pahunch
