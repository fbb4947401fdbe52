/// \file
/// What tests do otherwise under the sanitizers: see fewer random cases.
#pragma once

#include <cstdint>

// GCC defines the first of these, clang answers the second.
#if defined(__SANITIZE_ADDRESS__)
#define PAHUNCH_FINDS_LEAKS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define PAHUNCH_FINDS_LEAKS 1
#endif
#endif

namespace pahunch::test {

/// How many of so many random cases a test takes: all, and under the sanitizers one in ten. Whether
/// answers are right is seen without them, and each case takes many times as long with them.
constexpr std::uint64_t n_cases(std::uint64_t n) {
#ifdef PAHUNCH_SANITIZED
  return (n + 9) / 10;
#else
  return n;
#endif
}

/// How many of a kind must have been among so many: as many as that, or any number of the few that
/// the sanitizers see.
constexpr std::uint64_t n_wanted([[maybe_unused]] std::uint64_t n) {
#ifdef PAHUNCH_SANITIZED
  return 0;
#else
  return n;
#endif
}

}  // namespace pahunch::test
