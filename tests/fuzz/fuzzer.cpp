/// \file
/// The entry of libFuzzer: `fuzz_targets --target=NAME CORPUS…`.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/targets.h"

namespace {

constexpr std::string_view kOption = "--target=";
const pahunch::fuzz::Target* chosen = nullptr;

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  for (int i = 1; i < *argc; ++i) {
    const std::string_view word = (*argv)[i];
    if (!word.starts_with(kOption)) continue;
    const auto& targets = pahunch::fuzz::kTargets;
    const auto* found =
        std::ranges::find(targets, word.substr(kOption.size()), &pahunch::fuzz::Target::name);
    if (found != targets.end()) chosen = found;
  }
  if (chosen != nullptr) return 0;
  std::fputs("fuzz_targets: give --target=NAME, one of:\n", stderr);
  for (const auto& target : pahunch::fuzz::kTargets) {
    std::fprintf(stderr, "  %.*s\n", static_cast<int>(target.name.size()), target.name.data());
  }
  std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  chosen->read({reinterpret_cast<const char*>(data), size});
  return 0;
}
