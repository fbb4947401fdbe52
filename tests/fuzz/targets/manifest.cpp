#include "planner/run/manifest.h"

#include "tests/fuzz/fed.h"
#include "tests/fuzz/targets.h"

namespace pahunch::fuzz {

void read_manifest_bytes(std::string_view bytes) {
  const auto run = scratch().write("run/manifest.json", bytes).parent_path();
  allow_refusal([&] {
    const Manifest manifest = read_manifest(run);
    for (const ManifestFile& file : manifest.files) {
      allow_refusal([&] { check_run_file(run, file); });
    }
  });
  static_cast<void>(is_partial_run_of(Scenario(), run));
}

}  // namespace pahunch::fuzz
