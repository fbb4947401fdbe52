#include "geo/io/base64.h"

#include <array>
#include <cstdint>

namespace pahunch {
namespace {

constexpr std::string_view kBase64Digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Three bytes, of which the first `n` count, as four digits.
std::array<char, 4> encode_triple(std::uint32_t bits, std::size_t n) {
  std::array<char, 4> digits{'=', '=', '=', '='};
  for (std::size_t i = 0; i <= n; ++i) digits[i] = kBase64Digits[(bits >> (18 - 6 * i)) & 63U];
  return digits;
}

}  // namespace

std::string encode_base64(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::string_view part = bytes.substr(at, 3);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < part.size(); ++i) {
      bits |= std::uint32_t{static_cast<unsigned char>(part[i])} << (16 - 8 * i);
    }
    const auto digits = encode_triple(bits, part.size());
    text.append(digits.data(), digits.size());
  }
  return text;
}

}  // namespace pahunch
