/// \file
/// What goes wrong with a file of finished work.
#pragma once

#include "geo/base/error.h"

namespace pahunch {

/// A file of finished work cannot be read or written: the fault of its disk or folder, and none of
/// what was being computed, which would meet it again with the next piece of work.
class StoreError : public DataError {
 public:
  using DataError::DataError;
};

}  // namespace pahunch
