#include "geo/io/deflate.h"

#include <zlib.h>

#include "geo/base/error.h"

namespace pahunch {

std::string deflate_bytes(std::string_view bytes) {
  uLongf n_bytes = compressBound(bytes.size());
  std::string packed(n_bytes, '\0');
  const int outcome =
      compress2(reinterpret_cast<Bytef*>(packed.data()), &n_bytes,
                reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), Z_BEST_COMPRESSION);
  if (outcome != Z_OK) {
    throw DataError({.what = "cannot compress the data of a file",
                     .why = "there is not enough memory",
                     .hint = "free some memory and run again"});
  }
  packed.resize(n_bytes);
  return packed;
}

}  // namespace pahunch
