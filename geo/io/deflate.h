/// \file
/// Bytes made smaller: the zlib format (RFC 1950), which a browser's DecompressionStream calls
/// "deflate".
#pragma once

#include <string>
#include <string_view>

namespace pahunch {

/// The same bytes for the same content and version of zlib.
std::string deflate_bytes(std::string_view bytes);

}  // namespace pahunch
