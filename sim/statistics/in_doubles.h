/// \file
/// Boost.Math reckons doubles in long doubles unless it is told not to. Told so, it gives the same
/// bits where a long double is no wider, as under valgrind; the last digit of a double is not
/// missed.
#pragma once

#include <boost/math/policies/policy.hpp>

namespace pahunch {

using InDoubles = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

}  // namespace pahunch
