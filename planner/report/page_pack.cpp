#include "planner/report/page_pack.h"

#include "geo/io/base64.h"
#include "geo/io/deflate.h"

namespace pahunch {

PagePack::Json PagePack::add(const NumberStream& numbers) {
  Json place = {{"at", bytes_.size()}, {"bytes", numbers.bytes().size()}};
  bytes_ += numbers.bytes();
  return place;
}

std::string PagePack::to_text() const {
  const std::string text = head.dump(-1, ' ', false, Json::error_handler_t::replace);
  std::string whole;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    whole += static_cast<char>((text.size() >> shift) & 255U);
  }
  return encode_base64(deflate_bytes(whole + text + bytes_));
}

}  // namespace pahunch
