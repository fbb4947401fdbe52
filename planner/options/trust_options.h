/// \file
/// Options by which a person lets a dataset name more than the files in its own folder.
#pragma once

#include <CLI/CLI.hpp>

#include "geo/io/source_home.h"

namespace pahunch {

struct TrustOptions {
  SourceRules rules;

  /// `--allow-outside` and `--allow-network`.
  void add_to(CLI::App& app);
};

}  // namespace pahunch
