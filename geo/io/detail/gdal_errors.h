/// \file
/// What GDAL complains of while this object lives in this thread: kept, never printed.
#pragma once

#include <cpl_error.h>

#include <string>

namespace pahunch {

class GdalErrors {
 public:
  GdalErrors() { CPLPushErrorHandlerEx(&GdalErrors::remember, this); }
  GdalErrors(const GdalErrors&) = delete;
  GdalErrors& operator=(const GdalErrors&) = delete;
  ~GdalErrors() { CPLPopErrorHandler(); }

  [[nodiscard]] bool failed() const { return !first_.empty(); }
  /// The first failure; "" when there was none. Warnings do not count.
  [[nodiscard]] const std::string& first() const { return first_; }

 private:
  static void CPL_STDCALL remember(CPLErr severity, CPLErrorNum /*code*/, const char* message) {
    auto* self = static_cast<GdalErrors*>(CPLGetErrorHandlerUserData());
    if (severity >= CE_Failure && self->first_.empty()) self->first_ = message;
  }
  std::string first_;
};

}  // namespace pahunch
