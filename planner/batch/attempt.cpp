#include "planner/batch/attempt.h"

#include <new>

#include "planner/interrupt.h"
#include "planner/records/store_error.h"

namespace pahunch {

std::string attempt(const std::function<void()>& work) {
  try {
    work();
    return "";
  } catch (const Interrupted&) {
    throw;
  } catch (const StoreError&) {
    throw;
  } catch (const std::bad_alloc&) {
    return "out of memory";
  } catch (const std::exception& error) {
    return error.what();
  }
}

}  // namespace pahunch
