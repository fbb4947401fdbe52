/// \file
/// Which sites of a study may be chosen.
#pragma once

#include <string>
#include <vector>

#include "planner/study/study.h"

namespace pahunch {

/// Of the words each is a kind of candidate ("block headquarters"), a status ("planned") or an id.
/// No words: all candidates of the dataset, or, where it has none, what is planned. Those that are
/// chosen join the study's centres. Open centres of `locked` are left out. UsageError for a word
/// that names nothing, with the nearest that does, and where nothing is left to choose.
std::vector<CentreIdx> choose_candidates(const std::vector<std::string>& words,
                                         const CentreSet& locked, Study& study);

}  // namespace pahunch
