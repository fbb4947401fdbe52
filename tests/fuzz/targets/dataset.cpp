#include <filesystem>

#include "geo/io/read_dataset.h"
#include "tests/fuzz/fed.h"
#include "tests/fuzz/targets.h"
#include "tests/support/shared_files.h"

namespace pahunch::fuzz {
namespace {

/// A copy of the tiny dataset, whose dataset.toml is written anew for each input.
std::filesystem::path tiny_folder() {
  static const std::filesystem::path folder = [] {
    const auto copy = scratch().path() / "tiny";
    std::filesystem::copy(test::source_file("tests/data/tiny"), copy,
                          std::filesystem::copy_options::recursive);
    return copy;
  }();
  return folder;
}

}  // namespace

void read_dataset_bytes(std::string_view bytes) {
  const auto folder = tiny_folder();
  scratch().write("tiny/dataset.toml", bytes);
  SilentProgress silent;
  allow_refusal([&] {
    const Dataset dataset = read_dataset(folder, {}, silent);
    for (const auto& ledger : dataset.ledgers) {
      require(ledger.adds_up(), "every row is used or left out");
    }
  });
}

}  // namespace pahunch::fuzz
