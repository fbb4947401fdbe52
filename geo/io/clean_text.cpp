#include "geo/io/clean_text.h"

#include <cstdint>
#include <optional>

namespace pahunch {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

struct Character {
  std::uint32_t code = 0;
  std::size_t n_bytes = 1;
};

/// How many bytes follow this first byte, and the smallest code that needs so many; none for a
/// byte that cannot be the first.
struct Lead {
  std::size_t n_following;
  std::uint32_t bits, smallest;
};

std::optional<Lead> find_lead(unsigned char byte) {
  if (byte < 0x80) return Lead{0, byte, 0};
  if (byte >= 0xC2 && byte < 0xE0) return Lead{1, byte & 0x1FU, 0x80};
  if (byte >= 0xE0 && byte < 0xF0) return Lead{2, byte & 0x0FU, 0x800};
  if (byte >= 0xF0 && byte < 0xF5) return Lead{3, byte & 0x07U, 0x10000};
  return std::nullopt;
}

/// The character at the start of a text that is not empty; none where the bytes are not UTF-8.
std::optional<Character> find_character(std::string_view text) {
  const auto lead = find_lead(static_cast<unsigned char>(text[0]));
  if (!lead || text.size() <= lead->n_following) return std::nullopt;
  Character character{lead->bits, 1 + lead->n_following};
  for (std::size_t i = 1; i < character.n_bytes; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0U) != 0x80) return std::nullopt;
    character.code = (character.code << 6U) | (byte & 0x3FU);
  }
  const bool surrogate = character.code >= 0xD800 && character.code <= 0xDFFF;
  if (character.code < lead->smallest || character.code > 0x10FFFF || surrogate) {
    return std::nullopt;
  }
  return character;
}

bool is_control(std::uint32_t code) {
  const bool line_end = code == 0x2028 || code == 0x2029;
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || line_end;
}

/// Embeddings, overrides and isolates: they can make a name look like another.
bool reverses_direction(std::uint32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

}  // namespace

std::string clean_text(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  while (!text.empty()) {
    const auto character = find_character(text);
    if (!character) {
      clean += kReplacement;
      text.remove_prefix(1);
      continue;
    }
    if (is_control(character->code)) {
      clean += ' ';
    } else if (!reverses_direction(character->code)) {
      clean += text.substr(0, character->n_bytes);
    }
    text.remove_prefix(character->n_bytes);
  }
  return clean;
}

std::string clean_lines(std::string_view text) {
  std::string clean;
  for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    clean += clean_text(text.substr(0, end)) + '\n';
    text.remove_prefix(end + 1);
  }
  return clean + clean_text(text);
}

}  // namespace pahunch
