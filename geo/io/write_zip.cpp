#include "geo/io/write_zip.h"

#include <minizip/zip.h>

#include "geo/base/error.h"
#include "geo/io/whole_file.h"

namespace pahunch {
namespace {

constexpr int kDeflateLevel = 6;

/// The time that all entries have: zip holds local time without a zone, so nothing can shift it.
zip_fileinfo fixed_time() {
  zip_fileinfo info = {};
  info.tmz_date.tm_year = 2000;
  info.tmz_date.tm_mday = 1;
  return info;
}

bool add_entry(zipFile zip, const ZipEntry& entry) {
  const zip_fileinfo info = fixed_time();
  const auto n_bytes = static_cast<unsigned>(entry.content.size());
  return zipOpenNewFileInZip(zip, entry.name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr,
                             Z_DEFLATED, kDeflateLevel) == ZIP_OK &&
         zipWriteInFileInZip(zip, entry.content.data(), n_bytes) == ZIP_OK &&
         zipCloseFileInZip(zip) == ZIP_OK;
}

}  // namespace

void write_zip(std::span<const ZipEntry> entries, const std::filesystem::path& file) {
  WholeFile whole(file);
  zipFile zip = zipOpen64(whole.part().c_str(), APPEND_STATUS_CREATE);
  bool written = zip != nullptr;
  for (const ZipEntry& entry : entries) written = written && add_entry(zip, entry);
  if (zip != nullptr && zipClose(zip, nullptr) != ZIP_OK) written = false;
  if (!written) {
    throw DataError({.what = "cannot write the archive",
                     .where = file.string(),
                     .why = "the disk may be full or the folder read-only",
                     .hint = "make room, or give another folder with -o"});
  }
  whole.commit();
}

}  // namespace pahunch
