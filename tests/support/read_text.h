/// \file
/// What was written, read back.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace pahunch::test {

/// The whole of a file; "" where there is none.
inline std::string read_text(const std::filesystem::path& file) {
  std::ostringstream content;
  std::ifstream in(file, std::ios::binary);
  if (in.peek() != std::ifstream::traits_type::eof()) content << in.rdbuf();
  return content.str();
}

}  // namespace pahunch::test
