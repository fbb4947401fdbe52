#include "geo/io/shown_source.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace pahunch {

namespace {

constexpr std::string_view kHidden = "(hidden)";
constexpr std::array<std::string_view, 3> kSecretKeys{"password=", "passwd=", "pwd="};

/// In lower case and without blanks: keys may be written "Password = x".
std::string squeeze(std::string_view text) {
  std::string squeezed;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isspace(byte) == 0) squeezed += static_cast<char>(std::tolower(byte));
  }
  return squeezed;
}

/// "PG" of "PG:host=…", "OCI" of "OCI:scott/tiger@server"; "" of what is no connection.
std::string_view get_connection_kind(std::string_view source) {
  const auto colon = source.find(':');
  if (colon == std::string_view::npos || colon < 2) return "";  // one letter: a drive of Windows
  const auto kind = source.substr(0, colon);
  const bool word = std::all_of(kind.begin(), kind.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
  });
  const auto rest = source.substr(colon + 1);
  if (!word || rest.starts_with("//")) return "";
  return squeeze(kind) == "pg" || rest.find_first_of("=@") != std::string_view::npos ? kind : "";
}

bool names_password(std::string_view source) {
  const auto squeezed = squeeze(source);
  return std::any_of(kSecretKeys.begin(), kSecretKeys.end(),
                     [&](auto key) { return squeezed.find(key) != std::string::npos; });
}

}  // namespace

std::string get_shown_source(const std::string& source) {
  const auto squeezed = squeeze(source);
  if (squeezed.starts_with("postgresql://") || squeezed.starts_with("postgres://")) {
    return "PG:(database)";
  }
  if (const auto kind = get_connection_kind(source); !kind.empty()) {
    return std::string(kind) + ":(database)";
  }
  const auto address = source.find("://");
  if (address != std::string::npos && source.find_first_of("@?", address) != std::string::npos) {
    return source.substr(0, address + 3).append(kHidden);
  }
  if (source.starts_with("/vsi") && source.find('?') != std::string::npos) {
    return source.substr(0, source.find('?') + 1).append(kHidden);
  }
  return names_password(source) ? std::string(kHidden) : source;
}

}  // namespace pahunch
