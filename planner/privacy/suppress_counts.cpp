#include "planner/privacy/suppress_counts.h"

#include <algorithm>

namespace pahunch {
namespace {

using Counts = std::vector<std::optional<std::int64_t>>;

bool is_small(const std::optional<std::int64_t>& count, std::int64_t threshold) {
  return count && *count >= 1 && *count < threshold;
}

/// Takes over what is tighter; true where something is.
bool tighten(CountRange& range, std::int64_t low, std::optional<std::int64_t> high) {
  bool tighter = low > range.low;
  range.low = std::max(range.low, low);
  if (high && (!range.high || *high < *range.high)) {
    range.high = high;
    tighter = true;
  }
  return tighter;
}

/// Total and parts of a sum against each other.
bool tighten_sum(const CountSum& sum, std::vector<CountRange>& ranges) {
  std::int64_t low = 0, n_open = 0, high = 0;
  for (const std::size_t part : sum.parts) {
    low += ranges[part].low;
    if (ranges[part].high) {
      high += *ranges[part].high;
    } else {
      ++n_open;
    }
  }
  CountRange& total = ranges[sum.total];
  bool tighter = tighten(total, low, n_open == 0 ? std::optional(high) : std::nullopt);
  for (const std::size_t part : sum.parts) {
    CountRange& range = ranges[part];
    const auto most = total.high ? std::optional(*total.high - (low - range.low)) : std::nullopt;
    const bool others_bounded = n_open == 0 || (n_open == 1 && !range.high);
    const std::int64_t others = high - range.high.value_or(0);
    const std::int64_t least = others_bounded ? std::max<std::int64_t>(total.low - others, 0) : 0;
    // Bounds of the others are those from before this sum was looked at: the next pass sees more.
    tighter = tighten(range, least, most) || tighter;
  }
  return tighter;
}

/// No count can be where the bounds cross: the published figures do not fit each other.
bool is_contradictory(const CountRange& range) { return range.high && range.low > *range.high; }

/// What is known of a count before any sum is looked at.
CountRange first_range(const std::optional<std::int64_t>& count, bool hidden) {
  if (!count) return {};
  if (!hidden || *count == 0) return {*count, *count};
  return {1, std::nullopt};
}

/// What is counted of the parts of a sum; none where it is not known of one.
std::optional<std::int64_t> count_parts(const Counts& counts, const CountSum& sum) {
  std::int64_t counted = 0;
  for (const std::size_t part : sum.parts) {
    if (!counts[part]) return std::nullopt;
    counted += *counts[part];
  }
  return counted;
}

/// Is more stated in some figure than what the parts have?
bool states_more(const CountTable& table, const CountSum& sum) {
  return std::ranges::any_of(table.counts, [&](const Counts& counts) {
    const auto parts = count_parts(counts, sum);
    return parts && counts[sum.total] && *counts[sum.total] > *parts;
  });
}

/// Gives totals that state more than their parts a part that nobody knows: a row behind the others.
CountTable add_unknown_parts(CountTable table) {
  for (CountSum& sum : table.sums) {
    if (!states_more(table, sum)) continue;
    sum.parts.push_back(table.counts.front().size());
    for (Counts& counts : table.counts) counts.push_back(std::nullopt);
  }
  return table;
}

/// Do the counts themselves, all of them shown, not fit each other?
bool contradicts_itself(const CountTable& table) {
  for (std::size_t figure = 0; figure < table.counts.size(); ++figure) {
    const std::vector<bool> none(table.counts[figure].size(), false);
    const auto ranges = find_ranges(table, figure, none);
    if (std::ranges::any_of(ranges, is_contradictory)) return true;
  }
  return false;
}

bool has_small(const CountTable& table, std::int64_t threshold) {
  return std::ranges::any_of(table.counts, [&](const Counts& counts) {
    return std::ranges::any_of(counts, [&](const auto& one) { return is_small(one, threshold); });
  });
}

/// Hides more rows until all small counts are safe.
class Suppressor {
 public:
  Suppressor(const CountTable& table, std::int64_t threshold)
      : table_(table), threshold_(threshold), hidden_(n_rows()) {
    for (std::size_t row = 0; row < n_rows(); ++row) {
      for (const Counts& counts : table.counts) {
        if (is_small(counts[row], threshold)) hidden_[row] = true;
      }
    }
  }

  std::vector<bool> hide() && {
    while (const auto row = find_unsafe()) {
      if (!hide_beside(*row)) break;
    }
    return std::move(hidden_);
  }

 private:
  [[nodiscard]] std::size_t n_rows() const {
    return table_.counts.empty() ? 0 : table_.counts.front().size();
  }

  [[nodiscard]] std::optional<std::size_t> find_unsafe() const {
    for (std::size_t figure = 0; figure < table_.counts.size(); ++figure) {
      const auto ranges = find_ranges(table_, figure, hidden_);
      for (std::size_t row = 0; row < n_rows(); ++row) {
        const bool small = is_small(table_.counts[figure][row], threshold_);
        if (small && ranges[row].high && *ranges[row].high < threshold_) return row;
      }
    }
    return std::nullopt;
  }

  /// The largest of a row's counts: what hiding it takes from the reader.
  [[nodiscard]] std::int64_t size_of(std::size_t row) const {
    std::int64_t size = 0;
    for (const Counts& counts : table_.counts) size = std::max(size, counts[row].value_or(0));
    return size;
  }

  /// Of shown parts of a sum that hold anybody, the smallest.
  [[nodiscard]] std::optional<std::size_t> find_smallest_shown(const CountSum& sum) const {
    std::optional<std::size_t> found;
    for (const std::size_t part : sum.parts) {
      if (hidden_[part] || size_of(part) == 0) continue;
      if (!found || size_of(part) < size_of(*found)) found = part;
    }
    return found;
  }

  /// A total that is hidden while its parts are shown is not hidden: one of them goes too.
  void hide_row(std::size_t row) {
    hidden_[row] = true;
    for (const CountSum& sum : table_.sums) {
      if (sum.total != row) continue;
      const bool any_hidden =
          std::ranges::any_of(sum.parts, [&](std::size_t part) { return hidden_[part]; });
      if (any_hidden) continue;
      if (const auto part = find_smallest_shown(sum)) hide_row(*part);
    }
  }

  /// A neighbour in the sum of the row, else the total, else a neighbour of the total and so on.
  bool hide_beside(std::size_t row) {
    for (const CountSum& sum : table_.sums) {
      if (std::ranges::find(sum.parts, row) == sum.parts.end()) continue;
      if (const auto part = find_smallest_shown(sum)) {
        hide_row(*part);
        return true;
      }
      if (!hidden_[sum.total]) {
        hide_row(sum.total);
        return true;
      }
      return hide_beside(sum.total);
    }
    return false;
  }

  const CountTable& table_;
  std::int64_t threshold_;
  std::vector<bool> hidden_;
};

}  // namespace

std::vector<CountRange> find_ranges(const CountTable& table, std::size_t figure,
                                    const std::vector<bool>& hidden) {
  const Counts& counts = table.counts[figure];
  std::vector<CountRange> ranges(counts.size());
  for (std::size_t row = 0; row < counts.size(); ++row) {
    ranges[row] = first_range(counts[row], hidden[row]);
  }
  bool changed = true;
  while (changed) {
    changed = false;
    for (const CountSum& sum : table.sums) changed = tighten_sum(sum, ranges) || changed;
    // Bounds that have crossed drive each other on without end.
    if (std::ranges::any_of(ranges, is_contradictory)) break;
  }
  return ranges;
}

std::vector<bool> suppress_counts(const CountTable& table, std::int64_t threshold) {
  const std::size_t n_rows = table.counts.empty() ? 0 : table.counts.front().size();
  if (!has_small(table, threshold)) return std::vector<bool>(n_rows, false);
  const CountTable whole = add_unknown_parts(table);
  if (contradicts_itself(whole)) return std::vector<bool>(n_rows, true);
  auto hidden = Suppressor(whole, threshold).hide();
  hidden.resize(n_rows);
  return hidden;
}

}  // namespace pahunch
