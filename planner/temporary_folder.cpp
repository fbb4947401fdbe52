#include "planner/temporary_folder.h"

#include <stdlib.h>

#include <cerrno>
#include <system_error>

#include "geo/base/error.h"

namespace pahunch {

TemporaryFolder::TemporaryFolder(const std::string& purpose) {
  const auto parent = std::filesystem::temp_directory_path();
  std::string name = (parent / ("pahunch-" + purpose + "-XXXXXX")).string();
  if (::mkdtemp(name.data()) == nullptr) {
    throw DataError({.what = "no temporary folder can be made",
                     .where = name,
                     .why = std::generic_category().message(errno),
                     .hint = "is the disk full? TMPDIR names another place"});
  }
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace pahunch
