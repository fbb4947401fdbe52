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
#include "planner/siting/solve_siting.h"

namespace pahunch {

struct OptimiseOptions {
  std::string objective = "cover";
  std::optional<std::size_t> n_new;
  std::optional<double> limit, target, share, budget;
  std::string steps;
  std::vector<std::string> lock, forbid;
  std::string costs, capacity, groups, exclusive;
  std::optional<std::size_t> at_most, at_least;
  std::optional<double> least_share, most_gini;  ///< of the areas of `per`, or of `areas`
  std::string areas;
  std::optional<double> time_limit_s;
  double gap = 0;
  bool unweighted = false;
  bool split = false;              ///< with capacities: a place may be given in parts
  std::string assign = "optimal";  ///< with capacities: or "nearest"
  bool sites_have_costs = false;   ///< from elsewhere than `costs`

  // Of a dataset only.
  std::vector<std::string> candidates;
  std::string per, women;             ///< "": rural
  std::string capacity_in = "women";  ///< what a file of capacities counts, or "cases"
  double busy = 1;                    ///< of staff: share of their hours that cases may take up
  std::optional<double> min_distance_km;
  std::size_t n_flood_draws = 0;  ///< 0: for dry roads
  std::size_t n_batches = 20, n_batch_draws = 20;
  std::optional<double> tail_level;   ///< choose for the worst 1 - level of the draws
  std::vector<std::string> worst_of;  ///< cases; none: not for the worst
  std::size_t n_case_draws = 20;
  std::string pareto;  ///< the second objective of a front, or nothing
  std::size_t n_pareto_points = 8;
  std::optional<std::size_t> most_on_curve;  ///< new sites; 0: no curve
  std::size_t n_worlds = 6;                  ///< of each input that is not known; 0: not asked
  std::size_t n_lists = 200;                 ///< of the audit; 0: no audit
  SitingRule rule = {};

  void add_to(CLI::App& app);
  void add_dataset_to(CLI::App& app);

  /// UsageError for an option that belongs to a dataset only.
  void require_no_dataset_options() const;
  /// Areas are to be covered fairly.
  [[nodiscard]] bool asks_fairness() const { return least_share || most_gini; }
  /// Numbers of sites are asked for each group.
  [[nodiscard]] bool limits_groups() const { return at_most || at_least; }
  /// A file of groups is named.
  [[nodiscard]] bool has_group_file() const { return !groups.empty(); }
  [[nodiscard]] bool has_capacities() const { return !capacity.empty(); }
  /// Capacities come from the staff and not from a file.
  [[nodiscard]] bool has_staff_capacities() const { return capacity == kStaffWord; }
  /// Cases a year are counted and not women.
  [[nodiscard]] bool counts_cases() const {
    return has_staff_capacities() || capacity_in == "cases";
  }
  /// `--at-most` and `--at-least` of each group.
  void limit_groups(std::vector<SiteGroup>& groups) const;

  /// The objective that the words stand for. UsageError for an option that it needs and has not, or
  /// that it cannot use.
  [[nodiscard]] SitingObjective objective_asked() const;

 private:
  static constexpr const char* kStaffWord = "staff";

  void add_capacities_to(CLI::App& app);
  void add_rules_to(CLI::App& app);
  void add_fairness_to(CLI::App& app);
  void add_floods_to(CLI::App& app);
  void add_audit_to(CLI::App& app);
  void check_number_rules(ObjectiveKind kind) const;
  void check_fairness_asked(ObjectiveKind kind) const;
  void check_floods(ObjectiveKind kind) const;
  void check_capacities(ObjectiveKind kind) const;
};

/// The words of `--objective`.
std::vector<std::string> objective_names();

/// Of each solve; Ctrl-C ends it.
SolveLimits solve_limits(const OptimiseOptions& options);

/// "30:1,60:0.5" as steps. UsageError where it is not of this form.
std::vector<CoverStep> parse_cover_steps(const std::string& text);

}  // namespace pahunch
