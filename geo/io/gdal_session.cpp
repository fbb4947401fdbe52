#include "geo/io/gdal_session.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <cpl_vsi.h>
#include <gdal.h>

#include <atomic>
#include <mutex>

#include "geo/base/error.h"

namespace pahunch {
namespace {

// GDAL writes the time of day into GeoPackages; a fixed one makes the bytes the same each time.
constexpr const char* kClockOption = "OGR_CURRENT_DATE";
constexpr const char* kFixedTime = "2000-01-01T00:00:00.000Z";

void CPL_STDCALL collect(CPLErr severity, CPLErrorNum /*number*/, const char* message) {
  if (severity < CE_Failure) return;
  static_cast<GdalSession*>(CPLGetErrorHandlerUserData())->note(message);
}

CPLHTTPResult* refuse_fetch(const char* /*url*/, CSLConstList /*options*/,
                            GDALProgressFunc /*progress*/, void* /*progress_data*/,
                            CPLHTTPFetchWriteFunc /*write*/, void* /*write_data*/, void* /*user*/) {
  constexpr const char* kWords = "an address in a file is not followed";
  CPLError(CE_Failure, CPLE_AppDefined, "%s", kWords);
  auto* result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
  result->nStatus = 1;
  result->pszErrBuf = CPLStrdup(kWords);
  return result;
}

}  // namespace

void prepare_gdal() {
  static std::once_flag once;
  std::call_once(once, [] {
    CPLSetConfigOption("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO");
    // Tables of a GeoPackage that stand for other files, which SpatiaLite and OGR would open.
    CPLSetConfigOption("SPATIALITE_LOAD", "NO");
    CPLSetConfigOption("OGR_SQLITE_STATIC_VIRTUAL_OGR", "NO");
    CPLHTTPSetFetchCallback(refuse_fetch, nullptr);
    GDALAllRegister();
  });
}

GdalSession::GdalSession() {
  prepare_gdal();
  CPLSetThreadLocalConfigOption(kClockOption, kFixedTime);
  CPLPushErrorHandlerEx(collect, this);
}

GdalSession::~GdalSession() {
  CPLPopErrorHandler();
  CPLSetThreadLocalConfigOption(kClockOption, nullptr);
}

void GdalSession::require_no_errors(const std::filesystem::path& file,
                                    std::string_view doing) const {
  if (errors_.empty()) return;
  throw DataError({.what = "cannot " + std::string(doing) + " " + file.filename().string() + ": " +
                           errors_.front(),
                   .where = file.string()});
}

MemoryFile::MemoryFile(std::string_view extension) {
  static std::atomic<unsigned> next{0};
  name_ = "/vsimem/pahunch-" + std::to_string(next++) + std::string(extension);
}

MemoryFile::~MemoryFile() { VSIUnlink(name_.c_str()); }

std::string_view MemoryFile::content() const {
  vsi_l_offset size = 0;
  const GByte* bytes = VSIGetMemFileBuffer(name_.c_str(), &size, FALSE);
  if (bytes == nullptr) return {};
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

}  // namespace pahunch
