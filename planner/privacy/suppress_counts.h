/// \file
/// Which cells of a published table of counts must be left out, so that nobody can tell that a
/// small count is small.
///
/// Small counts are left out (primary suppression), and as totals give a lone one away by
/// subtraction, others with them (complementary suppression; Cox 1980). A cell is safe where the
/// published cells and sums, and that no count is negative, leave room for the threshold or more.
/// The room is worked out exactly: sums of a hierarchy have no cycle, and then bounds that are
/// tightened sum by sum until nothing changes are those of the linear programme. Cells are added
/// one at a time, the nearest and smallest first, until all small ones are safe: few, but not
/// proven to be fewest.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace pahunch {

/// One cell is the sum of others. Every cell is a part of at most one sum and the total of at most
/// one.
struct CountSum {
  std::size_t total = 0;
  std::vector<std::size_t> parts;
};

/// A hierarchy of rows, each with one or several counts.
struct CountTable {
  std::vector<std::vector<std::optional<std::int64_t>>> counts;  ///< [figure][row]; none: not known
  std::vector<CountSum> sums;                                    ///< that hold for every figure
};

/// What an attacker can tell of a hidden count; `high` is none where nothing bounds it.
struct CountRange {
  std::int64_t low = 0;
  std::optional<std::int64_t> high = {};
};

/// By row, of one figure, where these rows are hidden. Published rows have their count.
std::vector<CountRange> find_ranges(const CountTable& table, std::size_t figure,
                                    const std::vector<bool>& hidden);

/// By row: is it to be hidden, in all figures? Small counts are those from 1 to below `threshold`.
std::vector<bool> suppress_counts(const CountTable& table, std::int64_t threshold);

}  // namespace pahunch
