/// \file
/// What `pahunch optimise` is asked on its command line.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "planner/optimise/rule_lists.h"
#include "planner/siting/siting_objective.h"
#include "planner/siting/siting_rules.h"

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
  bool split = false;             ///< of cpmp: a place may be given in parts
  bool sites_have_costs = false;  ///< from elsewhere than `costs`

  // Of a dataset only.
  std::vector<std::string> candidates;
  std::string per, women = "rural";
  std::optional<double> min_distance_km;
  std::size_t n_flood_draws = 0;  ///< 0: for dry roads
  std::size_t n_batches = 20, n_batch_draws = 20;
  std::optional<double> tail_level;   ///< choose for the worst 1 - level of the draws
  std::vector<std::string> worst_of;  ///< cases; none: not for the worst
  std::size_t n_case_draws = 20;
  std::size_t most_on_curve = 60;  ///< new sites; 0: no curve
  std::size_t n_lists = 200;       ///< of the audit; 0: no audit
  SitingRule rule = {};

  void add_to(CLI::App& app);
  void add_dataset_to(CLI::App& app);

  /// UsageError for an option that belongs to a dataset only.
  void require_no_dataset_options() const;
  /// A file of groups is named.
  [[nodiscard]] bool has_group_file() const { return !groups.empty(); }
  /// `--at-most` and `--at-least` of each group.
  void limit_groups(std::vector<SiteGroup>& groups) const;

  /// The objective that the words stand for. UsageError for an option that it needs and has not, or
  /// that it cannot use.
  [[nodiscard]] SitingObjective objective_asked() const;

 private:
  void add_rules_to(CLI::App& app);
  void add_floods_to(CLI::App& app);
  void add_audit_to(CLI::App& app);
  void check_number_rules(ObjectiveKind kind) const;
  void check_floods(ObjectiveKind kind) const;
};

/// "30:1,60:0.5" as steps. UsageError where it is not of this form.
std::vector<CoverStep> parse_cover_steps(const std::string& text);

}  // namespace pahunch
