/// \file
/// What changed since the last call of a batch, so that nobody wonders why work is done anew.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "geo/model/dataset.h"

namespace pahunch {

/// One sentence for each input of a ground, and the program, that differs from the last call,
/// whatever share of the batch that computed. None on the first call. `kept`: where what is
/// finished is kept; a file of checksums there is brought up to date where `update` says so.
/// Throws DataError where it cannot be written.
enum class NoteInputs : bool { kCompare, kUpdate };
std::vector<std::string> note_inputs(const std::string& ground,
                                     const std::vector<InputFile>& inputs,
                                     const std::filesystem::path& kept, NoteInputs update);

}  // namespace pahunch
