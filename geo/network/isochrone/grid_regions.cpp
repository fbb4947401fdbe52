#include "geo/network/isochrone/grid_regions.h"

#include <algorithm>

namespace pahunch {
namespace {

/// Corners of one row side by side that are alike.
struct Run {
  std::size_t begin = 0, end = 0;
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// The runs of corners in one state, row by row, joined to parts where they meet:
/// connected-component labelling by runs (Rosenfeld and Pfaltz, 1966) with a forest of disjoint
/// sets.
class Parts {
 public:
  /// `reach`: by how many corners to the side a run meets those of the row below it; 0 along the
  /// sides of cells, 1 across their corners too.
  Parts(const GridFrame& frame, const CornerMask& mask, char state, std::size_t reach) {
    std::size_t below = 0;
    for (std::size_t row = 0; row < mask.size(); row += frame.n_x) {
      const std::size_t n_below = runs_.size();
      add_runs(mask, state, {row, row + frame.n_x});
      for (std::size_t run = n_below; run < runs_.size(); ++run) {
        // Where the run would begin and end in the row below.
        const std::size_t begin = runs_[run].begin - frame.n_x, end = runs_[run].end - frame.n_x;
        while (below < n_below && runs_[below].end + reach <= begin) ++below;
        for (std::size_t other = below; other < n_below && runs_[other].begin < end + reach;
             ++other) {
          join(other, run);
        }
      }
      below = n_below;
    }
  }

  [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }

  /// The first run of the part that a run belongs to.
  std::size_t first(std::size_t run) {
    while (joined_[run] != run) run = joined_[run] = joined_[joined_[run]];
    return run;
  }

 private:
  void add_runs(const CornerMask& mask, char state, Run row) {
    const auto at = [&](std::size_t corner) {
      return mask.begin() + static_cast<std::ptrdiff_t>(corner);
    };
    for (std::size_t corner = row.begin; corner < row.end;) {
      const auto begin = std::find(at(corner), at(row.end), state);
      const auto end = std::find(begin, at(row.end), static_cast<char>(1 - state));
      corner = static_cast<std::size_t>(end - mask.begin());
      if (begin == end) continue;
      joined_.push_back(runs_.size());
      runs_.push_back({static_cast<std::size_t>(begin - mask.begin()), corner});
    }
  }

  void join(std::size_t a, std::size_t b) {
    a = first(a);
    b = first(b);
    joined_[std::max(a, b)] = std::min(a, b);
  }

  std::vector<Run> runs_;
  std::vector<std::size_t> joined_;  ///< an earlier run of the same part; its own of the first
};

}  // namespace

void fill_small_holes(const GridFrame& frame, std::uint64_t min_corners, CornerMask& inside) {
  if (min_corners == 0) return;
  Parts outside(frame, inside, 0, 1);
  const std::vector<Run>& runs = outside.runs();
  std::vector<std::uint64_t> n_corners(runs.size(), 0);
  for (std::size_t run = 0; run < runs.size(); ++run)
    n_corners[outside.first(run)] += runs[run].size();
  for (std::size_t run = 0; run < runs.size(); ++run) {
    const std::size_t first = outside.first(run);
    if (runs[first].begin == 0 || n_corners[first] >= min_corners) continue;  // 0 is on the border
    std::fill_n(inside.begin() + static_cast<std::ptrdiff_t>(runs[run].begin), runs[run].size(), 1);
  }
}

std::vector<std::uint32_t> label_regions(const GridFrame& frame, const CornerMask& inside) {
  std::vector<std::uint32_t> region(inside.size(), kNoRegion);
  Parts parts(frame, inside, 1, 0);
  const std::vector<Run>& runs = parts.runs();
  std::vector<std::uint32_t> label(runs.size());
  std::uint32_t n_regions = 0;
  for (std::size_t run = 0; run < runs.size(); ++run) {
    const std::size_t first = parts.first(run);
    label[run] = first == run ? n_regions++ : label[first];
    std::fill_n(region.begin() + static_cast<std::ptrdiff_t>(runs[run].begin), runs[run].size(),
                label[run]);
  }
  return region;
}

}  // namespace pahunch
