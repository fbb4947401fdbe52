#include "planner/batch/one_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "geo/base/error.h"
#include "geo/base/nearest_name.h"
#include "planner/scenario/toml_text.h"
#include "planner/study/centre_sets.h"

namespace pahunch {
namespace {

using Ids = std::set<std::string>;

[[noreturn]] void refuse_site(const std::string& key, const std::string& what,
                              const std::string& hint) {
  throw ConfigError({.what = what, .where = "one_site." + key, .hint = hint});
}

/// A centre that the base moves, by its own id; of any other none.
std::optional<std::string> find_moved_id(const Centre& centre) {
  if (centre.provenance != "scenario" || !centre.id.ends_with(kMovedSuffix)) return std::nullopt;
  return centre.id.substr(0, centre.id.size() - std::string_view(kMovedSuffix).size());
}

/// All centres of the base, and the ids of those that are open under its last set. A centre that
/// the base moves is one, by its own id.
struct Sites {
  Sites(const Scenario& base, const Study& ground) {
    Dataset dataset;
    dataset.districts = ground.dataset.districts;
    dataset.centres = ground.dataset.centres;
    dataset.candidates = ground.dataset.candidates;
    const auto sets = make_centre_sets(base, *ground.projection, dataset);
    const auto& centres = dataset.centres.centres;
    all.assign(centres.begin(), centres.end());
    all.insert(all.end(), dataset.candidates.centres.begin(), dataset.candidates.centres.end());
    for (const CentreIdx at : sets.back().open) open.insert(centres[at].id);
    for (const Centre& centre : centres) unite_moved(centre);
    std::ranges::sort(all, {}, &Centre::id);
  }

  std::vector<Centre> all;
  Ids open;

 private:
  void unite_moved(const Centre& centre) {
    const auto id = find_moved_id(centre);
    if (!id) return;
    std::erase_if(all, [&](const Centre& one) { return one.id == centre.id; });
    if (open.erase(centre.id) > 0) open.insert(*id);
  }
};

/// Of a status: those for which the change is one. Of an id: that centre, or it is an error.
Ids find_sites(const std::vector<std::string>& words, const Sites& sites, bool open,
               const std::string& key) {
  Ids found;
  for (const std::string& word : words) {
    const auto status = find_centre_status(word);
    bool known = status.has_value();
    for (const Centre& centre : sites.all) {
      const bool fits = sites.open.contains(centre.id) == open;
      if (status && centre.status == *status && fits) found.insert(centre.id);
      if (status || centre.id != word) continue;
      known = true;
      if (!fits) {
        refuse_site(
            key,
            fmt::format("'{}' is {} under the last set", word, open ? "not open" : "open already"),
            "take it out");
      }
      found.insert(word);
    }
    if (known) continue;
    std::vector<std::string> names = {"existing", "planned", "candidate"};
    for (const Centre& centre : sites.all) names.push_back(centre.id);
    const auto nearest = find_nearest_name(word, names);
    refuse_site(key, fmt::format("'{}' is neither a status nor the id of a centre", word),
                nearest ? fmt::format("did you mean '{}'?", *nearest)
                        : "statuses are existing, planned and candidate");
  }
  return found;
}

std::string list_text(const std::vector<std::string>& ids) {
  return toml_list(ids, [](const std::string& id) { return toml_text(id); });
}

PlannedScenario without(const std::string& id, const Scenario& base) {
  Scenario scenario = base;
  scenario.name = "without-" + id;
  auto& what_if = scenario.what_if;
  // Closing a centre that the base adds is the base without it, and one that is closed moves
  // nowhere.
  std::erase_if(what_if.move, [&](const SiteSpec& site) { return site.id == id; });
  if (std::erase(what_if.add, id) == 0) what_if.close.push_back(id);
  const Parameter shown = {"centres.close", list_text({id})};
  return {scenario.name, Origin::kSiteOut, {shown}, scenario, ""};
}

PlannedScenario with(const std::string& id, const Scenario& base) {
  Scenario scenario = base;
  scenario.name = "with-" + id;
  auto& what_if = scenario.what_if;
  // Adding a centre that the base closes is the base that does not.
  if (std::erase(what_if.close, id) == 0) what_if.add.push_back(id);
  const Parameter shown = {"centres.add", list_text({id})};
  return {scenario.name, Origin::kSiteIn, {shown}, scenario, ""};
}

}  // namespace

BatchPlan list_one_site(const OneSite& one_site, const Scenario& base, const Study& ground) {
  BatchPlan plan;
  if (one_site.out.empty() && one_site.in.empty()) return plan;
  if (base.sets.size() < 2) {
    refuse_site("out", "the base scenario has one set of centres alone",
                "sites are changed in every set but the first; name a second one");
  }
  const Sites sites(base, ground);
  for (const std::string& id : find_sites(one_site.out, sites, true, "out")) {
    plan.push_back(without(id, base));
  }
  for (const std::string& id : find_sites(one_site.in, sites, false, "in")) {
    plan.push_back(with(id, base));
  }
  return plan;
}

}  // namespace pahunch
