/// \file
/// Bytes as text: base64 (RFC 4648, section 4) with padding and without line ends.
#pragma once

#include <string>
#include <string_view>

namespace pahunch {

std::string encode_base64(std::string_view bytes);

}  // namespace pahunch
