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

/// Notes at the end of a scope that it is done, also where an exception leaves it.
class DoneAtEnd {
 public:
  explicit DoneAtEnd(HappensBefore& what) : what_(what) {}
  DoneAtEnd(const DoneAtEnd&) = delete;
  DoneAtEnd& operator=(const DoneAtEnd&) = delete;
  ~DoneAtEnd() { what_.note_done(); }

 private:
  HappensBefore& what_;
};

/// Follows what was done at the end of a scope, also where an exception leaves it.
class FollowAtEnd {
 public:
  explicit FollowAtEnd(HappensBefore& what) : what_(what) {}
  FollowAtEnd(const FollowAtEnd&) = delete;
  FollowAtEnd& operator=(const FollowAtEnd&) = delete;
  ~FollowAtEnd() { what_.follow(); }

 private:
  HappensBefore& what_;
};

/// Calls `turn(i)` once for each i below `n`. `grain`: turns that are too short to be apart.
template <class Turn>
void for_each_in_parallel(std::size_t n, const Turn& turn, std::size_t grain = 1) {
  HappensBefore begin, end;
  begin.note_done();
  const FollowAtEnd follow(end);
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, n, grain), [&](const auto& range) {
    const DoneAtEnd done(end);
    begin.follow();
    for (std::size_t i = range.begin(); i != range.end(); ++i) turn(i);
  });
}

}  // namespace pahunch
