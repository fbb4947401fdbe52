/// \file
/// A loop whose turns run side by side on all cores (oneTBB). Threads are used in no other way.
///
/// A turn may write only what no other turn reads or writes. Whatever a turn throws ends the loop
/// and is thrown on. Loops may be nested.
#pragma once

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <cstddef>

#ifdef __SANITIZE_THREAD__
extern "C" void __tsan_acquire(void* at);  // NOLINT(bugprone-reserved-identifier)
extern "C" void __tsan_release(void* at);  // NOLINT(bugprone-reserved-identifier)
#endif

namespace pahunch {

/// Tells the thread sanitizer what it cannot see inside TBB: what is before what.
class HappensBefore {
 public:
#ifdef __SANITIZE_THREAD__
  void note_done() { __tsan_release(this); }
  void follow() { __tsan_acquire(this); }
#else
  void note_done() {}
  void follow() {}
#endif
};

/// Calls `turn(i)` once for each i below `n`. `grain`: turns that are too short to be apart.
template <class Turn>
void for_each_in_parallel(std::size_t n, const Turn& turn, std::size_t grain = 1) {
  HappensBefore begin, end;
  begin.note_done();
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, n, grain), [&](const auto& range) {
    begin.follow();
    for (std::size_t i = range.begin(); i != range.end(); ++i) turn(i);
    end.note_done();
  });
  end.follow();
}

}  // namespace pahunch
