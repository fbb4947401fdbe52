/// \file
/// The files of a folder as every manifest lists them: name, rows (null where it has none), bytes,
/// checksum.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "geo/io/run_folder.h"

namespace pahunch {

nlohmann::ordered_json written_files_json(const std::vector<WrittenFile>& files);

}  // namespace pahunch
