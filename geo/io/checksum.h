/// \file
/// SHA-256 checksums, as `sha256sum` prints them: 64 lower-case hexadecimal digits.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace pahunch {

std::string get_sha256_of_text(std::string_view text);

/// Reads the file in pieces, so that its size does not matter. Throws DataError when it cannot be
/// read.
std::string read_sha256(const std::filesystem::path& file);

}  // namespace pahunch
