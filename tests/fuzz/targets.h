/// \file
/// What the fuzzers feed: one function for each reader of bytes from outside.
///
/// A function returns when the bytes were read, or refused by one of the program's own errors.
/// Anything else is a finding: another exception, a promise that does not hold, a report of a
/// sanitizer, ten seconds without an end, a gigabyte of memory.
#pragma once

#include <array>
#include <string_view>

namespace pahunch::fuzz {

void read_checkpoint_bytes(std::string_view bytes);    ///< checkpoint of a simulation
void read_command_line_bytes(std::string_view bytes);  ///< an argument a line
void read_csv_bytes(std::string_view bytes);           ///< rows and numbers of a CSV file
void read_dataset_bytes(std::string_view bytes);       ///< dataset.toml beside the tiny layers
void read_dimacs_bytes(std::string_view bytes);        ///< graph of the DIMACS challenge
void read_figures_bytes(std::string_view bytes);       ///< kept figures of a scenario
void read_layer_bytes(std::string_view bytes);     ///< a layer in any format, by its first bytes
void read_manifest_bytes(std::string_view bytes);  ///< manifest.json of a run
void read_matrix_bytes(std::string_view bytes);    ///< ready matrix, long and wide
void read_network_bytes(std::string_view bytes);   ///< network.cache, with checksums put right
void read_osm_xml_bytes(std::string_view bytes);
void read_osm_pbf_bytes(std::string_view bytes);
void read_override_bytes(std::string_view bytes);  ///< a `--set key=value` a line
void read_place_bytes(std::string_view bytes);     ///< places of `matrix --from`
void read_prior_bytes(std::string_view bytes);     ///< demand, hazard and operations files
void read_profile_bytes(std::string_view bytes);   ///< a file of travel profiles
void read_scenario_bytes(std::string_view bytes);
void read_sweep_bytes(std::string_view bytes);  ///< a sweep, and a `--grid` a line

struct Target {
  std::string_view name;  ///< also of its folder in tests/fuzz/corpus
  void (*read)(std::string_view bytes);
};

inline constexpr std::array kTargets = {
    Target{"checkpoint", read_checkpoint_bytes},
    Target{"command_line", read_command_line_bytes},
    Target{"csv", read_csv_bytes},
    Target{"dataset", read_dataset_bytes},
    Target{"dimacs", read_dimacs_bytes},
    Target{"figures", read_figures_bytes},
    Target{"layer", read_layer_bytes},
    Target{"manifest", read_manifest_bytes},
    Target{"matrix", read_matrix_bytes},
    Target{"network", read_network_bytes},
    Target{"osm_pbf", read_osm_pbf_bytes},
    Target{"osm_xml", read_osm_xml_bytes},
    Target{"override", read_override_bytes},
    Target{"place", read_place_bytes},
    Target{"prior", read_prior_bytes},
    Target{"profile", read_profile_bytes},
    Target{"scenario", read_scenario_bytes},
    Target{"sweep", read_sweep_bytes},
};

}  // namespace pahunch::fuzz
