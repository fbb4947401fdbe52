/// \file
/// A source as it may be shown: in messages, ledgers and manifests no password may stand.
#pragma once

#include <string>

namespace pahunch {

/// The source as written, where it can hold no secret. A database connection is shown by its kind
/// alone ("PG:(database)"), an address with a user or a query up to there
/// ("https://(hidden)"), and whatever else gives a password not at all.
std::string get_shown_source(const std::string& source);

}  // namespace pahunch
