#include "planner/report/number_stream.h"

namespace pahunch {
namespace {

std::uint64_t to_zigzag(std::int64_t number) {
  return (static_cast<std::uint64_t>(number) << 1U) ^ static_cast<std::uint64_t>(number >> 63);
}

}  // namespace

void NumberStream::add(std::optional<std::int64_t> number) {
  std::uint64_t code = 0;
  if (number) {
    code = to_zigzag(*number - previous_) + 1;
    previous_ = *number;
  }
  for (; code >= 128; code >>= 7U) bytes_ += static_cast<char>((code & 127U) | 128U);
  bytes_ += static_cast<char>(code);
}

}  // namespace pahunch
