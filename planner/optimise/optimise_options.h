/// \file
/// What `pahunch optimise` is asked on its command line.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "planner/siting/siting_objective.h"

namespace pahunch {

struct OptimiseOptions {
  std::string objective = "cover";
  std::optional<std::size_t> n_new;
  std::optional<double> limit, target, budget;
  std::string steps;
  std::vector<std::string> lock, forbid;
  std::string costs, capacity, groups, exclusive;
  std::optional<std::size_t> at_most, at_least;
  std::optional<double> time_limit_s;
  double gap = 0;
  bool unweighted = false;

  void add_to(CLI::App& app);

  /// The objective that the words stand for. UsageError for an option that it needs and has not, or
  /// that it cannot use.
  [[nodiscard]] SitingObjective objective_asked() const;

 private:
  void add_rules_to(CLI::App& app);
  void check_number_rules(ObjectiveKind kind) const;
};

/// "30:1,60:0.5" as steps. UsageError where it is not of this form.
std::vector<CoverStep> parse_cover_steps(const std::string& text);

}  // namespace pahunch
