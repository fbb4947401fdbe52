#include "geo/io/settlement_draft.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "geo/model/largest_remainder.h"

namespace pahunch {

namespace {

using Drafts = std::vector<SettlementDraft>;
using Groups = std::map<AreaIdx, std::vector<std::size_t>>;

Groups get_groups(const Drafts& drafts) {
  Groups groups;
  for (std::size_t i = 0; i < drafts.size(); ++i) groups[drafts[i].finest].push_back(i);
  return groups;
}

/// Whole persons from expected ones, adding up to the rounded total of each group.
std::vector<Persons> make_whole(const Groups& groups, const std::vector<double>& expected) {
  std::vector<Persons> whole(expected.size(), 0);
  for (const auto& [area, members] : groups) {
    std::vector<double> weights;
    for (const auto i : members) weights.push_back(expected[i]);
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    const auto parts =
        split_by_largest_remainder(static_cast<Persons>(std::llround(total)), weights);
    for (std::size_t k = 0; k < members.size(); ++k) whole[members[k]] = parts[k];
  }
  return whole;
}

using Share = std::optional<double> SettlementDraft::*;

/// The person-weighted mean share of rows that have one; none when no row has.
std::optional<double> find_mean_share(const Drafts& drafts, const std::vector<std::size_t>& members,
                                      Share share) {
  double weighted = 0, weight = 0;
  for (const auto i : members) {
    if (!(drafts[i].*share)) continue;
    const double w = std::max(drafts[i].population, 1e-9);  // empty places say something too
    weighted += *(drafts[i].*share) * w;
    weight += w;
  }
  return weight > 0 ? std::optional(weighted / weight) : std::nullopt;
}

/// Gives every draft a share: its own, that of its area, that of all, or 0.
void complete_shares(Drafts& drafts, const Groups& groups, Share share, RowRecorder& recorder) {
  std::vector<std::size_t> all(drafts.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const auto of_all = find_mean_share(drafts, all, share).value_or(0);
  for (const auto& [area, members] : groups) {
    const auto of_area = find_mean_share(drafts, members, share);
    for (const auto i : members) {
      if (drafts[i].*share) continue;
      drafts[i].*share = of_area.value_or(of_all);
      const auto* reason =
          of_area ? "no share, that of its area is used" : "no share, that of all is used";
      recorder.repair_row(drafts[i].settlement.id, {reason, "", drafts[i].settlement.at});
    }
  }
}

std::vector<double> get_expected(const Drafts& drafts, Share share) {
  std::vector<double> expected;
  for (const auto& draft : drafts)
    expected.push_back(draft.population * (draft.*share).value_or(0));
  return expected;
}

/// `part` is at most `whole`; more is cut and recorded.
Persons cut(Persons part, Persons whole, const Settlement& settlement, RowRecorder& recorder) {
  if (part <= whole) return part;
  recorder.repair_row(settlement.id,
                      {"a part is larger than the whole, it is cut",
                       std::to_string(part) + " of " + std::to_string(whole), settlement.at});
  return whole;
}

std::vector<double> get_given(const Drafts& drafts, Share given) {
  std::vector<double> values;
  for (const auto& draft : drafts) values.push_back((draft.*given).value_or(0));
  return values;
}

bool has_any(const Drafts& drafts, Share given) {
  return std::any_of(drafts.begin(), drafts.end(),
                     [&](const SettlementDraft& draft) { return (draft.*given).has_value(); });
}

void fill_women(Drafts& drafts, const Groups& groups, const PersonRules& rules,
                RowRecorder& recorder) {
  if (rules.women_by_share)
    complete_shares(drafts, groups, &SettlementDraft::women_share, recorder);
  const auto women =
      make_whole(groups, rules.women_by_share ? get_expected(drafts, &SettlementDraft::women_share)
                                              : get_given(drafts, &SettlementDraft::women));
  for (std::size_t i = 0; i < drafts.size(); ++i) drafts[i].settlement.women = women[i];
}

/// Persons of each draft that a part of its women makes up: given, or by its rural share.
std::vector<double> get_expected_rural(const Drafts& drafts, const PersonRules& rules) {
  std::vector<double> expected;
  for (const auto& draft : drafts) {
    const double share = draft.rural_share.value_or(rules.rural_share.value_or(0));
    const double by_share = static_cast<double>(draft.settlement.women) * share;
    expected.push_back(draft.rural_women.value_or(by_share));
  }
  return expected;
}

void fill_rural(Drafts& drafts, const Groups& groups, const PersonRules& rules,
                RowRecorder& recorder) {
  const auto rural = make_whole(groups, get_expected_rural(drafts, rules));
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    auto& settlement = drafts[i].settlement;
    settlement.rural_women = cut(rural[i], settlement.women, settlement, recorder);
  }
}

/// Women of 15 and more by shares of the population are spread in proportion to all women, so that
/// no place has more of them than women.
std::vector<Persons> share_15plus(Drafts& drafts, const Groups& groups, RowRecorder& recorder) {
  complete_shares(drafts, groups, &SettlementDraft::women_15plus_share, recorder);
  const auto expected = get_expected(drafts, &SettlementDraft::women_15plus_share);
  std::vector<double> spread(drafts.size(), 0);
  for (const auto& [area, members] : groups) {
    double adults = 0, women = 0;
    for (const auto i : members) {
      adults += expected[i];
      women += static_cast<double>(drafts[i].settlement.women);
    }
    const double share = women > 0 ? std::min(adults / women, 1.0) : 0;
    for (const auto i : members)
      spread[i] = static_cast<double>(drafts[i].settlement.women) * share;
  }
  return make_whole(groups, spread);
}

void fill_15plus(Drafts& drafts, const Groups& groups, const PersonRules& rules,
                 RowRecorder& recorder) {
  const bool given = has_any(drafts, &SettlementDraft::women_15plus);
  if (!rules.women_15plus_by_share && !given) return;
  const auto adults = rules.women_15plus_by_share
                          ? share_15plus(drafts, groups, recorder)
                          : make_whole(groups, get_given(drafts, &SettlementDraft::women_15plus));
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    auto& s = drafts[i].settlement;
    s.women_15plus = cut(adults[i], s.women, s, recorder);
    const double rural_frac =
        s.women > 0 ? static_cast<double>(s.rural_women) / static_cast<double>(s.women) : 0;
    const auto by_share = std::llround(static_cast<double>(s.women_15plus) * rural_frac);
    const auto& word = drafts[i].rural_women_15plus;
    s.rural_women_15plus = cut(word ? std::llround(*word) : by_share,
                               std::min(s.women_15plus, s.rural_women), s, recorder);
  }
}

}  // namespace

void fill_persons(Drafts& drafts, const PersonRules& rules, RowRecorder& recorder) {
  const auto groups = get_groups(drafts);
  const auto population = make_whole(groups, [&] {
    std::vector<double> values;
    for (const auto& draft : drafts) values.push_back(draft.population);
    return values;
  }());
  for (std::size_t i = 0; i < drafts.size(); ++i) drafts[i].settlement.population = population[i];
  fill_women(drafts, groups, rules, recorder);
  fill_rural(drafts, groups, rules, recorder);
  fill_15plus(drafts, groups, rules, recorder);
}

}  // namespace pahunch
