#include "planner/csv/open_input.h"

#include <filesystem>
#include <sstream>

#include "geo/base/error.h"

namespace pahunch {

std::ifstream open_input(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (in && !std::filesystem::is_directory(file)) return in;
  throw DataError({.what = "the file cannot be read",
                   .where = file,
                   .hint = "check its name; a relative path begins in the folder you are in"});
}

std::string read_whole_file(const std::string& file) {
  std::ostringstream content;
  auto in = open_input(file);
  if (in.peek() != std::ifstream::traits_type::eof()) content << in.rdbuf();
  return content.str();
}

}  // namespace pahunch
