/// \file
/// Reading how a centre works (`operations.toml`): staff, beds, vehicles, steps, durations.
///
/// The bundled data/defaults/operations.toml is the example: it has every key. Numbers carry a
/// range and a source (see sourced_value.h); laws of durations are written
///
/// \code
///   duration = { law = "lognormal", mean = 45, low = 20, high = 90, cv = 0.5, unit = "min",
///                longest = 240, source = "assumed" }     # the range is that of the mean
///   [[centre]]                     # what one centre has that differs; all keys but id optional
///   id = "E-203"
///   beds = 8
///   vehicles = 2
///   opening_hours = [8, 20]
///   posts = { "case worker" = 1 }
/// \endcode
///
/// The first file must say everything; later ones only what differs from it, and are laid over it
/// key by key (staff by role, centres by id). Everything wrong is a ConfigError that names file,
/// line, key and what to try: unknown keys, probabilities outside 0 to 1, ranges the wrong way
/// round, an end before a start, zero staff, a step that nobody is there to do.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "geo/model/operations.h"

namespace pahunch {

/// Throws ConfigError also when there is no file.
OperationsModel read_operations(std::span<const std::filesystem::path> files);

/// The same of one text; `name` stands for the file in messages.
OperationsModel parse_operations(std::string_view content, const std::string& name);
/// A text laid over a complete model.
OperationsModel parse_operations(std::string_view content, const std::string& name,
                                 OperationsModel base);

}  // namespace pahunch
