#include "planner/simulation/checkpoint.h"

#include "sim/monte_carlo/result_bytes.h"
#include "tests/fuzz/fed.h"
#include "tests/fuzz/targets.h"

namespace pahunch::fuzz {
namespace {

void open_file(std::string_view content) {
  std::ostringstream out, err;
  Console console(out, err);
  const auto file = scratch().write("fed.checkpoint", content);
  Checkpoint checkpoint(file, "key", console);
  static_cast<void>(checkpoint.n_years());
  static_cast<void>(checkpoint.find({0, 0, 1}));
}

}  // namespace

void read_checkpoint_bytes(std::string_view bytes) {
  if (const auto result = from_bytes(bytes)) {
    require(to_bytes(*result) == bytes, "a result that was read is the one that was written");
  }
  allow_refusal([&] { open_file(bytes); });
}

}  // namespace pahunch::fuzz
