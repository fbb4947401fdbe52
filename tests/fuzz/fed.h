/// \file
/// What the fuzz targets share: which errors are no findings, and a folder for their files.
#pragma once

#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/error.h"
#include "tests/support/temp_dir.h"

namespace pahunch::fuzz {

/// The program may refuse what it is fed, in its own words.
template <class Work>
void allow_refusal(const Work& work) {
  try {
    work();
  } catch (const DataError&) {
  } catch (const ConfigError&) {
  } catch (const UsageError&) {
  }
}

/// A promise of the reader; a fuzzer counts one that is broken as a crash.
inline void require(bool held, const char* promise) {
  if (!held) throw std::logic_error(promise);
}

/// Of this process, gone when it ends.
inline const test::TempDir& scratch() {
  static const test::TempDir folder;
  return folder;
}

inline std::vector<std::string> lines_of(std::string_view bytes) {
  std::vector<std::string> lines;
  std::istringstream in{std::string(bytes)};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace pahunch::fuzz
