#include "planner/privacy/suppress_counts.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

#include "planner/privacy/generalise.h"
#include "planner/siting/mip.h"
#include "tests/planner/siting/random_siting.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

constexpr std::int64_t kThreshold = 10;
/// Larger than any count here: what nothing bounds.
constexpr double kFar = 1e6;

/// All, some districts, their centres, and centres that belong to no district; every total is the
/// sum of its parts. `n_figures` figures.
CountTable draw_table(std::mt19937_64& random, std::size_t n_figures) {
  const auto draw = [&](int n) {
    return static_cast<std::size_t>(random() % static_cast<unsigned>(n));
  };
  CountTable table;
  table.sums.push_back({0, {}});
  std::size_t n_rows = 1;
  const std::size_t n_districts = 1 + draw(4);
  for (std::size_t d = 0; d < n_districts; ++d) {
    const std::size_t district = n_rows++;
    table.sums[0].parts.push_back(district);
    CountSum own{district, {}};
    for (std::size_t c = 0, n = 1 + draw(3); c < n; ++c) own.parts.push_back(n_rows++);
    table.sums.push_back(own);
  }
  for (std::size_t c = 0, n = draw(3); c < n; ++c) table.sums[0].parts.push_back(n_rows++);
  for (std::size_t f = 0; f < n_figures; ++f) {
    std::vector<std::optional<std::int64_t>> counts(n_rows);
    const int spread = 1 << draw(6);
    for (auto& count : counts) count = static_cast<std::int64_t>(draw(spread + 1));
    for (auto sum = table.sums.rbegin(); sum != table.sums.rend(); ++sum) {
      std::int64_t total = 0;
      for (const std::size_t part : sum->parts) total += *counts[part];
      counts[sum->total] = total;
    }
    table.counts.push_back(counts);
  }
  return table;
}

/// What an attacker works out with a linear programme from all that is published: the least and the
/// most that a row's count can be. He knows where nobody is counted, and that a hidden count is at
/// least 1 elsewhere.
class Attack {
 public:
  Attack(const CountTable& table, std::size_t figure, const std::vector<bool>& hidden)
      : table_(table), counts_(table.counts[figure]), hidden_(hidden) {}

  [[nodiscard]] double most(std::size_t row) const { return -optimum(row, -1); }
  [[nodiscard]] double least(std::size_t row) const { return optimum(row, 1); }

 private:
  [[nodiscard]] double optimum(std::size_t target, double sign) const {
    MipModel model;
    for (std::size_t row = 0; row < counts_.size(); ++row) {
      model.add_column(row == target ? sign : 0, MipColumnKind::kContinuous, known_of(row));
    }
    for (const CountSum& sum : table_.sums) {
      std::vector<MipModel::Term> terms = {{static_cast<int>(sum.total), -1.0}};
      for (const std::size_t part : sum.parts) terms.emplace_back(static_cast<int>(part), 1.0);
      model.add_row({0, 0}, terms);
    }
    const auto solved = relax_mip(model, kNeverStop);
    REQUIRE(solved.values.size() == counts_.size());
    return sign * solved.values[target];
  }

  [[nodiscard]] MipModel::Bounds known_of(std::size_t row) const {
    if (!counts_[row]) return {0, kFar};
    const auto count = static_cast<double>(*counts_[row]);
    if (hidden_[row] && count > 0) return {1, kFar};
    return {count, count};
  }

  const CountTable& table_;
  const std::vector<std::optional<std::int64_t>>& counts_;
  const std::vector<bool>& hidden_;
};

bool is_small(std::int64_t count) { return count >= 1 && count < kThreshold; }

}  // namespace

TEST_CASE("a lone small count takes the smallest neighbours with it, until there is room") {
  // All 100: centres of 3, 20, 77. Hiding 3 and 20 leaves room from 1 to 22.
  const CountTable table{{{100, 3, 20, 77}}, {{0, {1, 2, 3}}}};
  CHECK(suppress_counts(table, kThreshold) == std::vector<bool>{false, true, true, false});
  // 3 and 4 leave room to 7 alone: a reader would know both to be small.
  const CountTable both{{{100, 3, 4, 93}}, {{0, {1, 2, 3}}}};
  CHECK(suppress_counts(both, kThreshold) == std::vector<bool>{false, true, true, true});
}

TEST_CASE("two small counts that make up the threshold are not room enough for each other") {
  // 3 and 7 make 10. As no zero is hidden, each would be known to be from 1 to 9.
  const CountTable table{{{100, 3, 7, 90}}, {{0, {1, 2, 3}}}};
  CHECK(suppress_counts(table, kThreshold) == std::vector<bool>{false, true, true, true});
  // 3 and 8 make 11: either may be 10.
  const CountTable room{{{101, 3, 8, 90}}, {{0, {1, 2, 3}}}};
  CHECK(suppress_counts(room, kThreshold) == std::vector<bool>{false, true, true, false});
  const auto ranges = find_ranges(room, 0, {false, true, true, false});
  CHECK(ranges[1].low == 1);
  CHECK(ranges[1].high == 10);
}

TEST_CASE("a total that states more than its parts has a part that nobody knows") {
  // 20 belong to no centre: 3 may be anything from 1 to 23.
  const CountTable table{{{100, 3, 20, 57}}, {{0, {1, 2, 3}}}};
  CHECK(suppress_counts(table, kThreshold) == std::vector<bool>{false, true, false, false});
  // Of two figures it is enough that one does.
  const CountTable figures{{{80, 3, 20, 57}, {99, 20, 20, 57}}, {{0, {1, 2, 3}}}};
  CHECK(suppress_counts(figures, kThreshold) == std::vector<bool>{false, true, true, false});
}

TEST_CASE("where parts are more than their total, all is hidden, and bounds end") {
  const CountTable table{{{100, 3, 20, 97}}, {{0, {1, 2, 3}}}};
  CHECK(suppress_counts(table, kThreshold) == std::vector<bool>(4, true));
  for (const std::int64_t total : {80, 100}) {
    // Either way the figures contradict each other: 3 + 20 + 97 = 120, 3 + 20 + 17 = 40.
    for (const std::int64_t last : {97, 17}) {
      const CountTable odd{{{total, 3, 20, last}}, {{0, {1, 2, 3}}}};
      const auto ranges = find_ranges(odd, 0, std::vector<bool>(4, false));
      CHECK(std::ranges::any_of(
          ranges, [](const auto& range) { return range.high && range.low > *range.high; }));
    }
  }
  // A total within a hierarchy, whose own count is not known.
  const CountTable deep{{{100, std::nullopt, 3, 117}}, {{0, {1}}, {1, {2, 3}}}};
  CHECK(suppress_counts(deep, kThreshold) == std::vector<bool>(4, true));
  const CountTable calm{{{100, 30, 20, 97}}, {{0, {1, 2, 3}}}};
  CHECK(suppress_counts(calm, kThreshold) == std::vector<bool>(4, false));
}

TEST_CASE("zeros are shown, and a total goes where its parts are not enough") {
  const CountTable zeros{{{50, 0, 50}}, {{0, {1, 2}}}};
  CHECK(suppress_counts(zeros, kThreshold) == std::vector<bool>(3, false));
  const CountTable few{{{4, 4, 0}}, {{0, {1, 2}}}};
  CHECK(suppress_counts(few, kThreshold) == std::vector<bool>{true, true, false});
}

TEST_CASE("a district that gives its centre away is hidden with a neighbour's centre") {
  // All 60 = districts 3 (centre 3) and 57 (centres 20 and 37).
  const CountTable table{{{60, 3, 3, 57, 20, 37}}, {{0, {1, 3}}, {1, {2}}, {3, {4, 5}}}};
  const auto hidden = suppress_counts(table, kThreshold);
  CHECK(hidden == std::vector<bool>{false, true, true, true, true, false});
}

TEST_CASE("no linear programme tells a small count from one of the threshold or more") {
  std::mt19937_64 random(1);
  for (int i = 0; i < 1000; ++i) {
    const CountTable table = draw_table(random, 1 + static_cast<std::size_t>(i % 3));
    const auto hidden = suppress_counts(table, kThreshold);
    for (std::size_t figure = 0; figure < table.counts.size(); ++figure) {
      const auto& counts = table.counts[figure];
      const Attack attack(table, figure, hidden);
      const auto ranges = find_ranges(table, figure, hidden);
      for (std::size_t row = 0; row < counts.size(); ++row) {
        INFO("table " << i << ", figure " << figure << ", row " << row);
        if (is_small(*counts[row])) {
          CHECK(hidden[row]);
          CHECK(attack.most(row) >= kThreshold - 1e-6);
        }
        // The bounds by which the method judges are those of the programme.
        CHECK(attack.least(row) == Approx(static_cast<double>(ranges[row].low)).margin(1e-6));
        if (ranges[row].high) {
          CHECK(attack.most(row) == Approx(static_cast<double>(*ranges[row].high)).margin(1e-6));
        } else {
          CHECK(attack.most(row) > kFar / 2);
        }
      }
    }
  }
}

TEST_CASE("nothing is hidden where nothing is small, and never everything") {
  std::mt19937_64 random(2);
  std::size_t n_hidden = 0, n_small = 0, n_rows = 0;
  for (int i = 0; i < 500; ++i) {
    const CountTable table = draw_table(random, 1);
    const auto hidden = suppress_counts(table, kThreshold);
    for (std::size_t row = 0; row < hidden.size(); ++row) {
      ++n_rows;
      if (hidden[row]) ++n_hidden;
      if (is_small(*table.counts[0][row])) ++n_small;
    }
    const bool any_small =
        std::ranges::any_of(table.counts[0], [](const auto& count) { return is_small(*count); });
    if (!any_small) CHECK(std::ranges::none_of(hidden, [](bool one) { return one; }));
  }
  CHECK(n_hidden >= n_small);
  CHECK(n_hidden < n_rows);
}

TEST_CASE("it is said of hidden counts that two runs together may give them away") {
  const std::string hidden =
      "Hidden counts are safe within one run: the difference of two runs is not protected.";
  CHECK(privacy_words({}) == "");
  CHECK(privacy_words({.suppress_below = 5}) ==
        "Observed counts from 1 to 4 are not shown, nor others from which they could be worked "
        "out. " +
            hidden);
  CHECK(privacy_words({.is_public = true}).find(hidden + " Centres stand in") != std::string::npos);
}
