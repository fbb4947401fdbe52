#include "planner/study/centre_sets.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include "geo/base/error.h"
#include "geo/base/nearest_name.h"
#include "geo/model/area_index.h"

namespace pahunch {
namespace {

using Ids = std::set<std::string>;

std::optional<CentreIdx> find_centre(const CentreLayer& layer, const std::string& id) {
  for (const CentreIdx at : indices(layer.centres)) {
    if (layer.centres[at].id == id) return at;
  }
  return std::nullopt;
}

[[noreturn]] void fail(const std::string& key, const std::string& what, const std::string& hint) {
  throw ConfigError({.what = what, .where = "centres." + key, .hint = hint});
}

Ids list_named(const Scenario& scenario) {
  Ids named(scenario.what_if.add.begin(), scenario.what_if.add.end());
  for (const CentreSetSpec& spec : scenario.sets) {
    named.insert(spec.members.begin(), spec.members.end());
  }
  return named;
}

CentreIdx get_centre(const CentreLayer& layer, const std::string& id, const std::string& key) {
  if (const auto found = find_centre(layer, id)) return *found;
  std::vector<std::string> known = {"existing", "planned", "candidate"};
  for (const Centre& centre : layer.centres) known.push_back(centre.id);
  const auto nearest = find_nearest_name(id, known);
  fail(key, fmt::format("'{}' is neither a status nor the id of a centre", id),
       nearest ? fmt::format("did you mean '{}'?", *nearest)
               : "statuses are existing, planned and candidate");
}

/// Adds a site to the dataset, in its district.
void add_site(Dataset& dataset, Centre centre, const std::string& key) {
  if (find_centre(dataset.centres, centre.id)) {
    fail(key, fmt::format("the id '{}' is already that of a centre", centre.id),
         "give the new site an id of its own, or list the known id alone");
  }
  if (!dataset.districts.areas.empty()) {
    centre.district = AreaIndex(dataset.districts).find(centre.at).value_or(AreaIdx());
    if (!centre.district.valid()) {
      fail(key, fmt::format("the site '{}' lies in no district", centre.id),
           "are lon and lat swapped?");
    }
  }
  dataset.centres.centres.push_back(std::move(centre));
}

void add_new_sites(const WhatIf& what_if, const Projection& projection, Dataset& dataset) {
  for (const SiteSpec& site : what_if.add_sites) {
    Centre centre;
    centre.id = site.id;
    centre.name = site.name;
    centre.status = CentreStatus::kCandidate;
    centre.at = projection.to_xy(site.at);
    centre.provenance = "scenario";
    add_site(dataset, std::move(centre), "add");
  }
  for (const SiteSpec& site : what_if.move) {
    Centre centre = dataset.centres.centres[get_centre(dataset.centres, site.id, "move")];
    centre.id += kMovedSuffix;
    centre.at = projection.to_xy(site.at);
    centre.provenance = "scenario";
    centre.location_error_km = 0;
    add_site(dataset, std::move(centre), "move");
  }
}

/// A status takes the dataset's own centres; those of its list of candidates are hundreds of
/// places, of which a few may be opened.
void require_centres(CentreStatus status, const CentreSetSpec& spec, const CentreLayer& layer) {
  const auto fits = [&](const Centre& centre) {
    return centre.status == status && centre.provenance != "scenario";
  };
  if (status != CentreStatus::kCandidate || std::ranges::any_of(layer.centres, fits)) return;
  fail(spec.name, "'candidate' is the status of none of the centres",
       "name the candidates that are to be open by their ids; `pahunch optimise` chooses among "
       "them");
}

Ids members_of(const CentreSetSpec& spec, const CentreLayer& layer) {
  Ids ids;
  for (const std::string& member : spec.members) {
    const auto status = find_centre_status(member);
    if (!status) ids.insert(layer.centres[get_centre(layer, member, spec.name)].id);
    if (status) require_centres(*status, spec, layer);
    for (const Centre& centre : layer.centres) {
      const bool of_dataset = centre.provenance != "scenario";
      if (status && centre.status == *status && of_dataset) ids.insert(centre.id);
    }
  }
  return ids;
}

/// What changes did something in some set, by kind.
struct Changed {
  Ids added, closed, moved;
};

void change(Ids& ids, const WhatIf& what_if, Changed& changed) {
  for (const std::string& id : what_if.add) {
    if (ids.insert(id).second) changed.added.insert(id);
  }
  for (const SiteSpec& site : what_if.add_sites) {
    ids.insert(site.id);
  }
  for (const std::string& id : what_if.close) {
    if (ids.erase(id) > 0) changed.closed.insert(id);
  }
  for (const SiteSpec& site : what_if.move) {
    if (ids.erase(site.id) == 0) continue;
    ids.insert(site.id + kMovedSuffix);
    changed.moved.insert(site.id);
  }
}

void require_changed(const WhatIf& what_if, const Changed& changed) {
  const auto check = [](const std::string& id, const Ids& did, const std::string& key,
                        const std::string& why) {
    if (did.contains(id)) return;
    fail(key, fmt::format("'{}' changes nothing: {}", id, why), "take it out");
  };
  const std::string not_open = "it is open in no later set";
  for (const std::string& id : what_if.add) {
    check(id, changed.added, "add", "it is in every set already");
  }
  for (const std::string& id : what_if.close) check(id, changed.closed, "close", not_open);
  for (const SiteSpec& site : what_if.move) check(site.id, changed.moved, "move", not_open);
}

CentreSet to_set(const std::string& name, const Ids& ids, const CentreLayer& layer) {
  CentreSet set{name, {}};
  for (const CentreIdx at : indices(layer.centres)) {
    if (ids.contains(layer.centres[at].id)) set.open.push_back(at);
  }
  return set;
}

/// Candidates of these ids become centres.
void admit_candidates(const Ids& named, Dataset& dataset) {
  const auto is_named = [&](const Centre& site) { return named.contains(site.id); };
  auto& candidates = dataset.candidates.centres.raw();
  std::ranges::copy_if(candidates, std::back_inserter(dataset.centres.centres.raw()), is_named);
  std::erase_if(candidates, is_named);
}

}  // namespace

std::vector<CentreSet> make_centre_sets(const Scenario& scenario, const Projection& projection,
                                        Dataset& dataset) {
  const WhatIf& what_if = scenario.what_if;
  admit_candidates(list_named(scenario), dataset);
  add_new_sites(what_if, projection, dataset);
  auto centres = dataset.centres.centres.raw();
  replace_centres(dataset, std::move(centres));
  for (const std::string& id : what_if.add) get_centre(dataset.centres, id, "add");
  for (const std::string& id : what_if.close) get_centre(dataset.centres, id, "close");
  Changed changed;
  std::vector<CentreSet> sets;
  for (const CentreSetSpec& spec : scenario.sets) {
    Ids ids = members_of(spec, dataset.centres);
    if (!sets.empty()) change(ids, what_if, changed);
    sets.push_back(to_set(spec.name, ids, dataset.centres));
  }
  require_changed(what_if, changed);
  return sets;
}

}  // namespace pahunch
