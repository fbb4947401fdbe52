/// \file
/// Merges parts in the order of their number, whatever the order in which they arrive.
///
/// Replicates run side by side and end in any order; folded by number they give the same bits on
/// any number of threads. Parts that came early are kept until those before them are there: about
/// as many as there are threads.
#pragma once

#include <cassert>
#include <cstdint>
#include <map>
#include <mutex>
#include <utility>

namespace pahunch {

/// `Total` has `void merge(const Part&)`; its default value is that of nothing.
template <class Total, class Part = Total>
class OrderedFold {
 public:
  /// Safe to call from several threads. Precondition: each number once, from 0 on.
  void add(std::uint64_t number, Part part) {
    const std::scoped_lock lock(mutex_);
    assert(number >= n_folded_ && !waiting_.contains(number));
    waiting_.emplace(number, std::move(part));
    while (!waiting_.empty() && waiting_.begin()->first == n_folded_) {
      total_.merge(waiting_.begin()->second);
      waiting_.erase(waiting_.begin());
      ++n_folded_;
    }
  }

  /// Of the parts below `n_folded()`. Precondition: no call of `add` is under way.
  [[nodiscard]] const Total& total() const { return total_; }
  [[nodiscard]] std::uint64_t n_folded() const { return n_folded_; }
  [[nodiscard]] std::size_t n_waiting() const { return waiting_.size(); }

 private:
  std::mutex mutex_;
  std::map<std::uint64_t, Part> waiting_;
  Total total_{};
  std::uint64_t n_folded_ = 0;
};

}  // namespace pahunch
