#include "planner/optimise/optimise_options.h"

#include "planner/interrupt.h"

namespace pahunch {

SolveLimits solve_limits(const OptimiseOptions& options) {
  return {.time_s = options.time_limit_s, .gap = options.gap, .should_stop = is_interrupted};
}

void OptimiseOptions::add_to(CLI::App& app) {
  constexpr const char* kGroup = "Objective";
  app.add_option("--objective", objective, "What the sites are for")
      ->check(CLI::IsMember(objective_names()))
      ->capture_default_str()
      ->group(kGroup);
  app.add_option("--p", n_new, "Open exactly so many more sites")->type_name("N")->group(kGroup);
  app.add_option("--limit", limit, "Largest cost that counts, inclusive")
      ->type_name("COST")
      ->group(kGroup);
  app.add_option("--steps", steps, "Of gradual: share that counts up to each cost, inclusive")
      ->type_name("COST:SHARE,…")
      ->group(kGroup);
  app.add_option("--target", target, "Of set-cover: share of the demand to cover (default 1)")
      ->type_name("SHARE")
      ->group(kGroup);
  app.add_option("--share", share, "Of worst-tenth: share of the demand that counts (default 0.1)")
      ->type_name("SHARE")
      ->group(kGroup);
  app.add_flag("--unweighted", unweighted,
               "Of median, ufl and cpmp: a place counts once, whatever its demand")
      ->group(kGroup);
  add_capacities_to(app);
  add_rules_to(app);
}

void OptimiseOptions::add_capacities_to(CLI::App& app) {
  constexpr const char* kGroup = "Capacities";
  app.add_option("--capacity", capacity,
                 "Of cpmp and cover: demand that each site can take, id,supply; of a dataset also "
                 "the word staff: cases a year that its staff can carry")
      ->type_name("CSV|staff")
      ->group(kGroup);
  app.add_option("--assign", assign,
                 "Who goes where: optimal, as is best for all together, or nearest, to her nearest "
                 "open site, and no choice overfills one")
      ->check(CLI::IsMember({"optimal", "nearest"}))
      ->capture_default_str()
      ->group(kGroup);
  app.add_flag("--split", split, "Of --assign optimal: a place may be given in parts to several")
      ->group(kGroup);
}

void OptimiseOptions::add_rules_to(CLI::App& app) {
  constexpr const char* kGroup = "Rules";
  app.add_option("--lock", lock, "Sites that are open already")
      ->delimiter(',')
      ->type_name("ID,…")
      ->group(kGroup);
  app.add_option("--forbid", forbid, "Sites that may not open")
      ->delimiter(',')
      ->type_name("ID,…")
      ->group(kGroup);
  app.add_option("--costs", costs, "Cost of opening each site: id,cost")
      ->type_name("CSV")
      ->group(kGroup);
  app.add_option("--budget", budget, "Most that the sites to open may cost, inclusive")
      ->type_name("B")
      ->group(kGroup);
  app.add_option("--groups", groups, "Groups of sites: id,group")->type_name("CSV")->group(kGroup);
  app.add_option("--at-most", at_most, "Open sites of each group, the locked ones counted")
      ->type_name("N")
      ->group(kGroup);
  app.add_option("--at-least", at_least, "Open sites of each group, the locked ones counted")
      ->type_name("N")
      ->group(kGroup);
  app.add_option("--exclusive", exclusive, "Pairs of which one may be open: site,other")
      ->type_name("CSV")
      ->group(kGroup);
  add_fairness_to(app);
  app.add_option("--time-limit", time_limit_s, "Stop with the best found and its bound")
      ->type_name("SECONDS")
      ->group("Search");
  app.add_option("--gap", gap, "Stop when the gap is within this share of the objective")
      ->type_name("SHARE")
      ->capture_default_str()
      ->group("Search");
}

void OptimiseOptions::add_fairness_to(CLI::App& app) {
  constexpr const char* kGroup = "Fairness";
  app.add_option("--least-share", least_share, "Of cover: cover at least this share of each area")
      ->type_name("SHARE")
      ->group(kGroup);
  app.add_option("--most-gini", most_gini,
                 "Of cover: Gini coefficient of the areas' shares, at most")
      ->type_name("G")
      ->group(kGroup);
  app.add_option("--areas", areas, "With a matrix, the area of each place: id,area")
      ->type_name("CSV")
      ->group(kGroup);
}

void OptimiseOptions::limit_groups(std::vector<SiteGroup>& limited) const {
  for (SiteGroup& group : limited) {
    group.at_most = at_most;
    group.at_least = at_least.value_or(0);
  }
}

}  // namespace pahunch
