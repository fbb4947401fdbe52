#include "planner/optimise/siting_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "planner/optimise/room_words.h"
#include "planner/privacy/generalise.h"
#include "planner/tables/place_columns.h"
#include "planner/tables/run_tables.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

using SiteColumns = TableSpec<SiteIdx>;

/// By site, of those that are open.
using ValueOf = std::map<SiteIdx, SiteValue>;

ValueOf values_of(const SitingAnswer& answer) {
  ValueOf values;
  for (std::size_t i = 0; i < answer.sites.size(); ++i) values[answer.sites[i]] = answer.values[i];
  return values;
}

bool counts_women(ObjectiveKind kind) {
  return kind == ObjectiveKind::kCover || kind == ObjectiveKind::kBackup ||
         kind == ObjectiveKind::kSetCover;
}

void add_site_identity(SiteColumns& spec, const SitingResult& result) {
  const auto add_text = [&](const char* name, const char* meaning, InGeoJson shown, auto text) {
    spec.add(text_column(name, meaning, shown),
             [&result, text](SiteIdx at) { return Cell(std::string(text(result.centre(at)))); });
  };
  add_text("id", "of the site", InGeoJson::kYes, [](const Centre& c) { return c.id; });
  add_text("name", "of the site", InGeoJson::kYes, [](const Centre& c) { return c.name; });
  spec.add(text_column("status", "locked (open already), chosen, candidate or forbidden",
                       InGeoJson::kYes),
           [&result](SiteIdx at) { return Cell(site_word(result, at)); });
  add_text("kind", "what stands there", InGeoJson::kYes, [](const Centre& c) { return c.kind; });
  add_text("district", "in which it lies", InGeoJson::kYes, [&result](const Centre& c) {
    return area_name(result.study.dataset.districts, c.district);
  });
  add_text("note", "what a reader must know of it", InGeoJson::kNo,
           [](const Centre& c) { return c.note; });
}

void add_site_values(SiteColumns& spec, const SitingResult& result) {
  const ValueOf values = values_of(result.answer);
  const auto add_value = [&](Column column, auto cell) {
    spec.add(std::move(column), [values, cell](SiteIdx at) {
      const auto found = values.find(at);
      return found == values.end() ? Cell() : cell(found->second);
    });
  };
  const std::string who = demand_words(result);
  if (counts_women(result.objective.kind)) {
    add_value(integer_column("marginal", marginal_unit(result),
                             who + " no longer covered when it closes and the others stay",
                             InGeoJson::kYes),
              [](const SiteValue& value) {
                return count_cell(static_cast<std::int64_t>(std::llround(value.marginal)));
              });
  } else {
    add_value(real_column("marginal", marginal_unit(result),
                          "what the objective gets worse by when it closes and the others stay"),
              [&result](const SiteValue& value) {
                return std::isfinite(value.marginal)
                           ? Cell(in_objective_unit(result, value.marginal))
                           : Cell();
              });
  }
  add_value(integer_column("only_here", result.case_demand ? "cases" : "women",
                           who + " whom no other open site reaches", InGeoJson::kYes),
            [&result](const SiteValue& value) {
              return count_cell(std::llround(result.made.problem.in_units(value.sole_weight)));
            });
}

/// What each open site is given and what it can take.
void add_site_room(SiteColumns& spec, const SitingResult& result) {
  if (!result.objective.has_capacities()) return;
  std::map<SiteIdx, SiteRoom> rooms;
  for (const SiteRoom& room : list_rooms(result)) rooms[room.site] = room;
  const auto add_room = [&](Column column, auto cell) {
    spec.add(std::move(column), [rooms, cell](SiteIdx at) {
      const auto found = rooms.find(at);
      return found == rooms.end() ? Cell() : cell(found->second);
    });
  };
  const std::string unit = result.case_demand ? "cases" : "women";
  const auto amount = [](std::optional<double> value) { return value ? Cell(*value) : Cell(); };
  add_room(real_column("given", unit, demand_words(result) + " sent there"),
           [](const SiteRoom& room) { return Cell(room.given); });
  add_room(real_column("capacity", unit, demand_words(result) + " that it can take; empty: any"),
           [amount](const SiteRoom& room) { return amount(room.capacity); });
  add_room(real_column("used_pct", "%", "of the capacity that is taken up", InGeoJson::kYes),
           [amount](const SiteRoom& room) { return amount(room.used_pct()); });
  if (!result.staff) return;
  add_room(text_column("binds", "roles of the staff whose hours are the capacity"),
           [&result](const SiteRoom& room) { return Cell(result.staff->binds_at[room.site]); });
}

/// In which of the plans near the best a site is: "every", "some", "none"; "open" where the limits
/// do not say.
std::string near_best_word(const SitePrice& price, bool is_chosen) {
  switch (price.within) {
    case PlansWithin::kNone:
      return is_chosen ? "every" : "none";
    case PlansWithin::kSome:
      return "some";
    default:
      return "open";
  }
}

/// What doing without a chosen site costs, and taking in another.
void add_site_prices(SiteColumns& spec, const SitingResult& result) {
  if (!result.prices) return;
  struct Priced {
    const SitePrice* price = nullptr;
    bool is_chosen = false;
  };
  std::map<SiteIdx, Priced> prices;
  for (const SitePrice& price : result.prices->chosen) prices[price.site] = {&price, true};
  for (const SitePrice& price : result.prices->others) prices[price.site] = {&price, false};
  const auto add_price = [&](Column column, auto cell) {
    spec.add(std::move(column), [prices, cell](SiteIdx at) {
      const auto found = prices.find(at);
      return found == prices.end() ? Cell() : cell(found->second);
    });
  };
  const auto amount = [&result](double loss) {
    return std::isfinite(loss) ? Cell(in_objective_unit(result, loss)) : Cell();
  };
  add_price(
      text_column("near_best",
                  fmt::format("in which plans within {}% {}: every, some, none; open: not known",
                              100 * kNearBest, share_base_words(result)),
                  InGeoJson::kYes),
      [](const Priced& priced) { return Cell(near_best_word(*priced.price, priced.is_chosen)); });
  add_price(real_column("least_price", objective_unit(result),
                        "no plan without it (chosen) or with it (others) loses less"),
            [amount](const Priced& priced) { return amount(priced.price->least_loss); });
  add_price(real_column("known_price", objective_unit(result),
                        "loss of the best such plan that is known; empty: none is"),
            [amount](const Priced& priced) { return amount(priced.price->known_loss); });
}

/// Whether the site belongs to the choices that the answer for bad roads is held against too.
void add_other_choices(SiteColumns& spec, const SitingResult& result) {
  if (result.is_for_dry_roads()) return;
  const auto add = [&](const char* name, const char* meaning, const std::vector<SiteIdx>& sites) {
    spec.add(text_column(name, meaning), [&sites](SiteIdx at) {
      return Cell(std::string(std::ranges::find(sites, at) != sites.end() ? "open" : ""));
    });
  };
  add("if_dry", "open: among the sites chosen for dry roads", result.dry_sites);
  if (result.floods && result.floods->tail) {
    add("if_mean", "open: among those chosen for the mean of the floods",
        result.floods->tail->mean_sites);
  }
}

/// A row of the audit: what it is called, and its sites.
struct AuditRow {
  std::string what;
  const AuditedSites* set = nullptr;
};

std::vector<AuditRow> audit_rows(const RuleAudit& audit) {
  std::vector<AuditRow> rows = {{"as listed in the dataset", &audit.as_listed},
                                {"best by the rule", &audit.best_by_rule.set},
                                {"best of all candidates", &audit.best.set}};
  for (std::size_t i = 0; i < audit.lists.size(); ++i) {
    rows.push_back({fmt::format("list {}", i + 1), &audit.lists[i]});
  }
  return rows;
}

}  // namespace

std::string new_site_ids(const SitingResult& result, const std::vector<SiteIdx>& sites) {
  std::string ids;
  for (const SiteIdx at : sites) {
    if (!result.is_locked(at)) ids += (ids.empty() ? "" : " ") + result.centre(at).id;
  }
  return ids;
}

std::string site_word(const SitingResult& result, SiteIdx at) {
  if (result.is_locked(at)) return "locked";
  if (std::ranges::find(result.answer.sites, at) != result.answer.sites.end()) return "chosen";
  return result.made.problem.sites[at].status == SiteStatus::kForbidden ? "forbidden" : "candidate";
}

Table make_sites_table(const SitingResult& result) {
  const Study& study = result.study;
  std::vector<SiteIdx> rows;
  std::vector<Xy> points;
  for (const SiteIdx at : indices(result.made.centre_of)) {
    rows.push_back(at);
    points.push_back(shown_place(study.scenario.privacy, result.centre(at).at));
  }
  SiteColumns spec;
  add_site_identity(spec, result);
  add_site_values(spec, result);
  add_site_room(spec, result);
  add_site_prices(spec, result);
  add_other_choices(spec, result);
  add_place(spec, points, study.projection);
  spec.add(modelled_column(study.dataset),
           [&study](SiteIdx) { return modelled_cell(study.dataset); });
  Table table = spec.make("sites", rows);
  table.geometry_type = GeometryType::kPoint;
  table.geometry.assign(points.begin(), points.end());
  return table;
}

Table make_curve_table(const SitingResult& result) {
  const Dataset& dataset = result.study.dataset;
  const auto& answers = result.curve->answers;
  using NewSites = std::size_t;
  TableSpec<NewSites> spec;
  spec.add(integer_column("new_sites", "", "besides the locked ones"),
           [](NewSites n) { return count_cell(static_cast<std::int64_t>(n)); });
  spec.add(text_column("status", "proven, or why not"),
           [&answers](NewSites n) { return Cell(std::string(to_word(answers[n].status))); });
  const auto add_value = [&](const char* name, const char* meaning, double SitingAnswer::*part) {
    spec.add(real_column(name, objective_unit(result), meaning), [&result, &answers,
                                                                  part](NewSites n) {
      return answers[n].has_sites() ? Cell(in_objective_unit(result, answers[n].*part)) : Cell();
    });
  };
  add_value("best", "the best that was found", &SitingAnswer::objective);
  add_value("bound", "nothing is better than this", &SitingAnswer::bound);
  add_value("gap", "between them", &SitingAnswer::gap);
  spec.add(text_column("sites", "ids of the new sites"), [&result, &answers](NewSites n) {
    return Cell(new_site_ids(result, answers[n].sites));
  });
  spec.add(modelled_column(dataset), [&dataset](NewSites) { return modelled_cell(dataset); });
  std::vector<NewSites> rows(answers.size());
  std::iota(rows.begin(), rows.end(), NewSites{0});
  return spec.make("curve", rows);
}

Table make_near_ties_table(const SitingResult& result) {
  const Dataset& dataset = result.study.dataset;
  using Row = const NearTie*;
  TableSpec<Row> spec;
  const auto add_site = [&](const std::string& name, const std::string& meaning, auto site) {
    spec.add(text_column(name, "id of the " + meaning),
             [&result, site](Row tie) { return Cell(result.centre(site(*tie)).id); });
    spec.add(text_column(name + "_name", "name of the " + meaning),
             [&result, site](Row tie) { return Cell(result.centre(site(*tie)).name); });
  };
  add_site("out", "chosen site that gives way", [](const NearTie& tie) { return tie.site_out; });
  add_site("in", "site that takes its place", [](const NearTie& tie) { return tie.site_in; });
  const auto unit = objective_unit(result);
  spec.add(real_column("loss", unit, "of the swap, all others staying"),
           [&result](Row tie) { return Cell(in_objective_unit(result, tie->loss)); });
  spec.add(real_column("loss_pct", "%", share_base_words(result) + over_locked_words(result)),
           [](Row tie) { return Cell(100 * tie->loss_share); });
  const auto add_best = [&](const char* name, const char* meaning, double ForcedPlan::*part) {
    spec.add(real_column(name, unit, meaning), [&result, part](Row tie) {
      const bool is_known = tie->best && std::isfinite((*tie->best).*part);
      return is_known ? Cell(in_objective_unit(result, (*tie->best).*part)) : Cell();
    });
  };
  add_best("best_with_swap", "the best plan with the swap; empty: not solved again",
           &ForcedPlan::objective);
  add_best("bound_with_swap", "no plan with the swap is better", &ForcedPlan::bound);
  add_best("best_loss", "what that plan loses against the answer", &ForcedPlan::loss);
  spec.add(text_column("sites", "ids of the new sites of that plan"), [&result](Row tie) {
    return tie->best ? Cell(new_site_ids(result, tie->best->sites)) : Cell();
  });
  spec.add(modelled_column(dataset), [&dataset](Row) { return modelled_cell(dataset); });
  std::vector<Row> rows;
  for (const NearTie& tie : result.ties->ties) rows.push_back(&tie);
  return spec.make("near_ties", rows);
}

Table make_opening_order_table(const SitingResult& result) {
  const Dataset& dataset = result.study.dataset;
  const auto& steps = result.phasing->steps;
  using Step = std::size_t;
  TableSpec<Step> spec;
  spec.add(integer_column("step", "", "in which the site opens"),
           [](Step at) { return count_cell(static_cast<std::int64_t>(at) + 1); });
  const auto add_text = [&](const char* name, const char* meaning, auto text) {
    spec.add(text_column(name, meaning), [&result, &steps, text](Step at) {
      return Cell(std::string(text(result.centre(steps[at].site))));
    });
  };
  add_text("id", "of the site", [](const Centre& centre) { return centre.id; });
  add_text("name", "of the site", [](const Centre& centre) { return centre.name; });
  add_text("district", "in which it lies", [&dataset](const Centre& centre) {
    return area_name(dataset.districts, centre.district);
  });
  const auto add_value = [&](const char* name, const char* meaning, double PhasingStep::*part) {
    spec.add(real_column(name, objective_unit(result), meaning), [&result, &steps, part](Step at) {
      const bool is_known = !steps[at].has_no_best || part == &PhasingStep::objective;
      return is_known ? Cell(in_objective_unit(result, steps[at].*part)) : Cell();
    });
  };
  add_value("objective", "of the locked sites and those opened so far", &PhasingStep::objective);
  add_value("best", "nothing of this size is better than this", &PhasingStep::best);
  add_value("gap", "between them", &PhasingStep::gap);
  spec.add(real_column(
               "gap_pct", "%",
               share_base_words(result) + " of the best of this size" + over_locked_words(result)),
           [&steps](Step at) { return Cell(100 * steps[at].gap_share); });
  spec.add(modelled_column(dataset), [&dataset](Step) { return modelled_cell(dataset); });
  std::vector<Step> rows(steps.size());
  std::iota(rows.begin(), rows.end(), Step{0});
  return spec.make("opening_order", rows);
}

Table make_rule_lists_table(const SitingResult& result) {
  const RuleAudit& audit = *result.audit;
  const Dataset& dataset = result.study.dataset;
  const std::string limit = limit_text(audit.options.limit.minutes());
  TableSpec<AuditRow> spec;
  spec.add(text_column("list", "which sites are open besides the locked ones"),
           [](const AuditRow& row) { return Cell(row.what); });
  spec.add(integer_column("women_within", "women",
                          counted_words(result.counted) + " within " + limit + " min"),
           [](const AuditRow& row) { return count_cell(row.set->measure.within); });
  spec.add(integer_column("short_of_rule", "women", "fewer than with the best sites by the rule"),
           [&audit](const AuditRow& row) {
             return count_cell(audit.best_by_rule.set.measure.within - row.set->measure.within);
           });
  spec.add(integer_column("short_of_best", "women", "fewer than with the best of all candidates"),
           [&audit](const AuditRow& row) {
             return count_cell(audit.best.set.measure.within - row.set->measure.within);
           });
  spec.add(real_column("mean_min", "min", "mean over the women who reach a centre"),
           [](const AuditRow& row) { return real_cell(row.set->measure.mean_min); });
  spec.add(real_column("p90_min", "min", "within which nine in ten of them reach one"),
           [](const AuditRow& row) { return real_cell(row.set->measure.p90_min); });
  spec.add(text_column("worst_district", "with the smallest share within " + limit + " min"),
           [&dataset](const AuditRow& row) {
             return Cell(area_name(dataset.districts, row.set->measure.worst_district));
           });
  spec.add(real_column("worst_pct", "%", "that share"),
           [](const AuditRow& row) { return Cell(100 * row.set->measure.worst_share); });
  spec.add(text_column("sites", "ids of the sites"), [&dataset](const AuditRow& row) {
    std::string ids;
    for (const CentreIdx at : row.set->sites) {
      ids += (ids.empty() ? "" : " ") + dataset.centres.centres[at].id;
    }
    return Cell(ids);
  });
  spec.add(modelled_column(dataset),
           [&dataset](const AuditRow&) { return modelled_cell(dataset); });
  return spec.make("rule_lists", audit_rows(audit));
}

}  // namespace pahunch
