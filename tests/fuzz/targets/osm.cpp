#include "geo/io/osm/read_osm.h"

#include <fcntl.h>
#include <unistd.h>

#include "tests/fuzz/fed.h"
#include "tests/fuzz/targets.h"

namespace pahunch::fuzz {
namespace {

/// libosmium 2.18 leaves a damaged .osm.pbf open. The program ends then; a fuzzer would run out of
/// descriptors.
class ClosesWhatIsLeft {
 public:
  ClosesWhatIsLeft() : next_(::dup(STDERR_FILENO)) { ::close(next_); }
  ClosesWhatIsLeft(const ClosesWhatIsLeft&) = delete;
  ClosesWhatIsLeft& operator=(const ClosesWhatIsLeft&) = delete;
  ~ClosesWhatIsLeft() {
    if (::fcntl(next_, F_GETFD) != -1) ::close(next_);
  }

 private:
  int next_;  ///< the descriptor of the next file that is opened
};

void read_osm_file(const char* name, std::string_view bytes) {
  const auto file = scratch().write(name, bytes);
  SilentProgress silent;
  const ClosesWhatIsLeft closer;
  allow_refusal([&] { static_cast<void>(osm::read_osm(file, {}, silent)); });
}

}  // namespace

void read_osm_xml_bytes(std::string_view bytes) { read_osm_file("fed.osm", bytes); }
void read_osm_pbf_bytes(std::string_view bytes) { read_osm_file("fed.osm.pbf", bytes); }

}  // namespace pahunch::fuzz
