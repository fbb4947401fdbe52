#include "planner/optimise/candidate_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "geo/base/error.h"
#include "geo/base/nearest_name.h"

namespace pahunch {
namespace {

using Words = std::set<std::string>;

bool is_named(const Centre& centre, const Words& words) {
  return words.contains(centre.kind) || words.contains(centre.id) ||
         words.contains(std::string(to_string(centre.status)));
}

/// Kinds first, so that they are what a message lists.
std::vector<std::string> known_words(const Dataset& dataset) {
  Words kinds, ids;
  for (const auto* layer : {&dataset.centres, &dataset.candidates}) {
    for (const Centre& centre : layer->centres) {
      if (!centre.kind.empty()) kinds.insert(centre.kind);
      kinds.insert(std::string(to_string(centre.status)));
      ids.insert(centre.id);
    }
  }
  std::vector<std::string> known(kinds.begin(), kinds.end());
  known.insert(known.end(), ids.begin(), ids.end());
  return known;
}

void check_words(const std::vector<std::string>& words, const Dataset& dataset) {
  const auto known = known_words(dataset);
  for (const std::string& word : words) {
    if (std::ranges::find(known, word) != known.end()) continue;
    const auto nearest = find_nearest_name(word, known);
    throw UsageError({.what = fmt::format("no candidate is of the kind, status or id '{}'", word),
                      .where = "--candidates",
                      .hint = nearest ? fmt::format("did you mean '{}'?", *nearest)
                                      : "kinds are those of the dataset's layer of candidates"});
  }
}

/// What stands for no words.
Words usual_words(const Dataset& dataset) {
  Words words;
  for (const Centre& candidate : dataset.candidates.centres) words.insert(candidate.id);
  for (const Centre& centre : dataset.centres.centres) {
    if (centre.status == CentreStatus::kCandidate) words.insert(centre.id);
  }
  if (words.empty()) words.insert(std::string(to_string(CentreStatus::kPlanned)));
  return words;
}

void admit(const Words& wanted, Study& study) {
  std::vector<Centre> joined = study.dataset.centres.centres.raw();
  auto& candidates = study.dataset.candidates.centres.raw();
  const auto is_wanted = [&](const Centre& site) { return is_named(site, wanted); };
  std::ranges::copy_if(candidates, std::back_inserter(joined), is_wanted);
  std::erase_if(candidates, is_wanted);
  replace_centres(study, std::move(joined));
}

}  // namespace

std::vector<CentreIdx> choose_candidates(const std::vector<std::string>& words,
                                         const CentreSet& locked, Study& study) {
  check_words(words, study.dataset);
  const Words wanted =
      words.empty() ? usual_words(study.dataset) : Words(words.begin(), words.end());
  const auto& centres = study.dataset.centres.centres;
  Words open;
  for (const CentreIdx at : locked.open) open.insert(centres[at].id);
  admit(wanted, study);
  std::vector<CentreIdx> chosen;
  for (const CentreIdx at : indices(centres)) {
    if (is_named(centres[at], wanted) && !open.contains(centres[at].id)) chosen.push_back(at);
  }
  if (chosen.empty()) {
    throw UsageError({.what = "no site is left that could be chosen",
                      .where = "--candidates",
                      .hint = "add a layer of candidates to the dataset, or name planned centres"});
  }
  return chosen;
}

}  // namespace pahunch
