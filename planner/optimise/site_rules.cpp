#include "planner/optimise/site_rules.h"

#include <fmt/format.h>

#include "planner/csv/open_input.h"

namespace pahunch {
namespace {

constexpr const char* kNoSite = "they are of no site of the problem";

class RuleReader {
 public:
  RuleReader(const OptimiseOptions& options, const NameIndex& sites, SitingProblem& problem,
             Console& console)
      : options_(options), sites_(sites), problem_(problem), console_(console) {}

  SitingRules read(double factor) {
    set_status(problem_, sites_, options_.lock, SiteStatus::kLocked);
    set_status(problem_, sites_, options_.forbid, SiteStatus::kForbidden);
    read_costs();
    read_capacities(factor);
    SitingRules rules = {.n_new = options_.n_new, .budget = options_.budget};
    if (options_.has_group_file()) rules.groups = read_group_file();
    if (!options_.exclusive.empty()) {
      auto in = open_input(options_.exclusive);
      rules.exclusive = read_exclusive(in, options_.exclusive, sites_);
    }
    return rules;
  }

 private:
  void read_costs() {
    if (options_.costs.empty()) return;
    const WeightTable table = read_table(options_.costs, "cost");
    warn_left_out(console_, set_costs(problem_, sites_, table, options_.costs), "rows of --costs",
                  kNoSite);
  }

  void read_capacities(double factor) {
    if (!options_.has_capacities() || options_.has_staff_capacities()) return;
    const WeightTable table = read_table(options_.capacity, "supply");
    warn_left_out(console_, set_capacities(problem_, sites_, table, options_.capacity, factor),
                  "rows of --capacity", kNoSite);
  }

  [[nodiscard]] std::vector<SiteGroup> read_group_file() const {
    auto in = open_input(options_.groups);
    GroupTable table = read_groups(in, options_.groups, sites_);
    warn_left_out(console_, table.n_unknown, "rows of --groups", kNoSite);
    options_.limit_groups(table.groups);
    return std::move(table.groups);
  }

  [[nodiscard]] WeightTable read_table(const std::string& file, const std::string& usual) const {
    auto in = open_input(file);
    return read_weights(in, file, usual, {.on_choice = [&](auto flag, auto column) {
                          console_.note(fmt::format("choosing {} {}", flag, column));
                        }});
  }

  const OptimiseOptions& options_;
  const NameIndex& sites_;
  SitingProblem& problem_;
  Console& console_;
};

}  // namespace

void warn_left_out(Console& console, std::size_t n, const char* what, const char* why) {
  if (n > 0) console.warn(fmt::format("{} {} are left out: {}", n, what, why));
}

void scale_costs(double factor, SitingProblem& problem, SitingRules& rules) {
  if (factor == 1) return;
  for (Site& site : problem.sites) site.cost *= factor;
  if (rules.budget) *rules.budget *= factor;
}

SitingRules read_site_rules(const OptimiseOptions& options, const NameIndex& sites, double factor,
                            SitingProblem& problem, Console& console) {
  return RuleReader(options, sites, problem, console).read(factor);
}

}  // namespace pahunch
