// No password ever stands in a message, a ledger or a list of inputs.
#include "geo/io/shown_source.h"

#include <catch2/catch.hpp>

#include "geo/io/row_recorder.h"
#include "geo/io/source_path.h"
#include "tests/geo/io/small_dataset.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

/// Sources with the password "tiger", as people write them, right and wrong.
const std::vector<std::string> kSecretSources{
    "PG:host=localhost port=1 dbname=gis user=scott password=tiger",
    "PG:host=localhost port=1 password = 'tiger' user=scott",
    "PG:host=localhost port=1 scott tiger",
    "PG:host=localhost port=1 password='tiger",
    "PG:postgresql://scott:tiger@localhost:1/gis",
    "postgresql://scott:tiger@localhost:1/gis",
    "postgresql://localhost:1/gis?password=tiger",
    "postgres://scott:tiger@localhost:1/gis",
    "pg:host=localhost password=tiger",
    "MySQL:gis,user=scott,password=tiger",
    "MSSQL:server=localhost;database=gis;UID=scott;PWD=tiger",
    "OCI:scott/tiger@localhost",
    "https://scott:tiger@example.org/roads.geojson",
    "https://example.org/roads.geojson?key=tiger",
    "/vsicurl/https://scott:tiger@example.org/roads.geojson",
    "/vsicurl?pc_url_signing=no&token=tiger",
    "/vsizip/PG:password=tiger",
    "host=localhost PassWord=tiger",
};

/// Of somebody who allows databases, too.
std::string get_message(const std::string& toml) {
  SmallDataset small;
  small.write("dataset.toml", toml);
  return small.get_error() + small.get_error({.rules = {.network = true}});
}

}  // namespace

TEST_CASE("what can hold no secret is shown as it is written") {
  for (const auto* source :
       {"roads.geojson", "/vsizip/roads.zip/roads.shp", "../data/राजपथ.gpkg", "C:/data/roads.shp",
        "password_list.csv", "a=b.csv", "mail@place.csv", "https://example.org/roads.geojson"}) {
    CHECK(get_shown_source(source) == source);
  }
}

TEST_CASE("a connection is shown by its kind") {
  CHECK(get_shown_source("PG:dbname=gis") == "PG:(database)");
  CHECK(get_shown_source("postgresql://localhost/gis") == "PG:(database)");
  CHECK(get_shown_source("MySQL:gis,user=scott") == "MySQL:(database)");
  CHECK(get_shown_source("OCI:scott/tiger@server") == "OCI:(database)");
}

TEST_CASE("an address is shown up to its secrets") {
  CHECK(get_shown_source("https://scott:tiger@example.org/r") == "https://(hidden)");
  CHECK(get_shown_source("/vsicurl/https://example.org/r?key=tiger") ==
        "/vsicurl/https://(hidden)");
  CHECK(get_shown_source("/vsicurl?url=x&token=tiger") == "/vsicurl?(hidden)");
}

TEST_CASE("no source shows its password") {
  for (const auto& source : kSecretSources) {
    CAPTURE(source);
    CHECK_THAT(get_shown_source(source), !Contains("tiger"));
  }
}

TEST_CASE("a path of a database keeps the connection for GDAL and hides it from people") {
  const auto path = resolve_source("PG:password=tiger", {"/data", {.network = true}}, "");
  CHECK(path.database);
  CHECK(path.gdal_path == "PG:password=tiger");
  CHECK(path.shown == "PG:(database)");
  CHECK(get_real_files(path).empty());
}

TEST_CASE("a layer that cannot be opened never tells its password") {
  for (const auto& source : kSecretSources) {
    CAPTURE(source);
    const auto message = get_message(replaced(kSmallToml, "roads.geojson", source));
    CHECK_THAT(message, !Contains("tiger") && Contains("layers.roads"));
  }
}

TEST_CASE("a joined table that cannot be opened never tells its password") {
  for (const auto& source : kSecretSources) {
    CAPTURE(source);
    const auto join = "[layers.roads]\njoin = [ { source = \"" + source +
                      "\", on = 'id', key = 'id', prefix = 'j.' } ]";
    const auto message = get_message(replaced(kSmallToml, "[layers.roads]", join));
    CHECK_THAT(message, !Contains("tiger") && Contains("layers.roads"));
  }
}

TEST_CASE("a database that does not answer is refused with the way out") {
  CHECK_THAT(get_message(replaced(kSmallToml, "roads.geojson", kSecretSources.front())),
             Contains("'PG:(database)' cannot be opened") && Contains("ogrinfo or psql"));
}

TEST_CASE("another database is refused with the one that is understood") {
  CHECK_THAT(get_message(replaced(kSmallToml, "roads.geojson", "MySQL:gis,user=scott")),
             Contains("there is no file 'MySQL:(database)'") && Contains("PG:..."));
}

TEST_CASE("a ledger shows its source without the password") {
  for (const auto& source : kSecretSources) {
    LayerSpec spec;
    spec.source = source;
    RowRecorder recorder(spec, "", RowRecorder::BadRows::kTolerated);
    recorder.begin("1");
    std::vector<RowNote> notes;
    CHECK_THAT(recorder.finish(notes).source, !Contains("tiger"));
  }
}
