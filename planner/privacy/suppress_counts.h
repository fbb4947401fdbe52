/// \file
/// Which cells of a published table of counts must be left out, so that nobody can tell that a
/// small count is small.
///
/// Small counts are left out (primary suppression), and as totals give a lone one away by
/// subtraction, others with them (complementary suppression; Cox 1980). A cell is safe where what
/// an attacker knows leaves room for the threshold or more. He is taken to know
/// - what is published: the threshold, the shown cells, which cells are hidden, and the sums;
/// - that no count is negative, and where nobody is counted: a hidden 0 is 0 to him, and any other
///   hidden count is at least 1. Where rows have one figure he knows no less, as zeros are shown
///   there. Whether a hidden cell is small or hidden beside one is not to be seen, so that it may
///   be anything from 1 on.
///
/// He is not taken to follow the choice of cells step by step, nor to know that one figure of a row
/// is at most another. The room is worked out exactly: sums of a hierarchy have no cycle, and then
/// bounds that are tightened sum by sum until nothing changes are those of the linear programme.
/// Cells are added one at a time, the nearest and smallest first, until all small ones are safe:
/// few, but not proven to be fewest.
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

/// By row, of one figure, where these rows are hidden. Published rows have their count. Where the
/// counts do not fit their sums, a range may have `low` above `high`.
std::vector<CountRange> find_ranges(const CountTable& table, std::size_t figure,
                                    const std::vector<bool>& hidden);

/// By row: is it to be hidden, in all figures? Small counts are those from 1 to below `threshold`.
/// A total that states more than its parts has another part that nobody knows. Where parts are more
/// than their total, no sum can be trusted: every row is hidden if any count is small.
std::vector<bool> suppress_counts(const CountTable& table, std::int64_t threshold);

}  // namespace pahunch
