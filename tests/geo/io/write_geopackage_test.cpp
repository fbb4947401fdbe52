#include <ogrsf_frmts.h>

#include <catch2/catch.hpp>
#include <memory>

#include "geo/base/error.h"
#include "geo/io/count_rows.h"
#include "geo/io/write_table.h"
#include "tests/geo/io/written_files.h"
#include "tests/support/temp_dir.h"

namespace pahunch {
namespace {

using Catch::Contains;
using test::kUtm;

Table one_area() { return test::areas_of({{{test::square(300000, 2832000, 5000), {}}}}); }

std::filesystem::path write_both(const test::TempDir& folder, const std::string& name) {
  const Table settlements = test::two_settlements();
  const Table areas = one_area();
  const std::vector<StyledTable> layers = {{settlements, "<qgis/>"}, {areas, ""}};
  CHECK(write_geopackage(layers, kUtm, folder.path() / name).n_rows == 3);
  return folder.path() / name;
}

std::unique_ptr<GDALDataset> open(const std::filesystem::path& file) {
  return std::unique_ptr<GDALDataset>(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
}

TEST_CASE("A GeoPackage holds each table as a layer with all its columns") {
  const test::TempDir folder;
  const auto package = open(write_both(folder, "a.gpkg"));
  OGRLayer* settlements = package->GetLayerByName("settlements");
  REQUIRE(settlements != nullptr);
  CHECK(settlements->GetFeatureCount() == 2);
  CHECK(settlements->GetGeomType() == wkbPoint);
  CHECK(settlements->GetLayerDefn()->GetFieldCount() == 4);
  CHECK(std::string(settlements->GetGeometryColumn()) == "geom");
  CHECK(settlements->GetSpatialRef()->GetAuthorityCode(nullptr) == std::string("4326"));
  CHECK(package->GetLayerByName("areas")->GetGeomType() == wkbMultiPolygon);
}

TEST_CASE("A GeoPackage keeps values, their types and what is not known") {
  const test::TempDir folder;
  const auto package = open(write_both(folder, "a.gpkg"));
  OGRLayer* layer = package->GetLayerByName("settlements");
  const OGRFeatureUniquePtr first(layer->GetNextFeature());
  CHECK(first->GetFieldAsString("note") == std::string("पटना"));
  CHECK(first->GetFieldAsInteger64("women") == 120);
  CHECK(first->GetFieldAsDouble("min_plan") == 30.0);
  const OGRFeatureUniquePtr second(layer->GetNextFeature());
  CHECK(second->IsFieldNull(second->GetFieldIndex("min_plan")));
}

TEST_CASE("Layers of a GeoPackage have a spatial index") {
  const test::TempDir folder;
  const auto package = open(write_both(folder, "a.gpkg"));
  for (const char* layer : {"settlements", "areas"}) {
    OGRLayer* found = package->ExecuteSQL(
        (std::string("SELECT HasSpatialIndex('") + layer + "', 'geom')").c_str(), nullptr, nullptr);
    const OGRFeatureUniquePtr row(found->GetNextFeature());
    CHECK(row->GetFieldAsInteger(0) == 1);
    package->ReleaseResultSet(found);
  }
}

TEST_CASE("A style is the default one, where QGIS 3.22 looks for it") {
  const test::TempDir folder;
  const auto package = open(write_both(folder, "a.gpkg"));
  OGRLayer* styles = package->GetLayerByName("layer_styles");
  REQUIRE(styles != nullptr);
  REQUIRE(styles->GetFeatureCount() == 1);
  const OGRFeatureUniquePtr row(styles->GetNextFeature());
  for (const char* name : {"f_table_catalog", "f_table_schema"}) {
    CHECK(row->IsFieldSetAndNotNull(row->GetFieldIndex(name)));
    CHECK(row->GetFieldAsString(name) == std::string());
  }
  CHECK(row->GetFieldAsString("f_table_name") == std::string("settlements"));
  CHECK(row->GetFieldAsString("f_geometry_column") == std::string("geom"));
  CHECK(row->GetFieldAsString("styleQML") == std::string("<qgis/>"));
  CHECK(row->GetFieldAsInteger("useAsDefault") == 1);
}

TEST_CASE("A GeoPackage without styles has no table of styles") {
  const test::TempDir folder;
  const Table areas = one_area();
  write_geopackage(std::vector<StyledTable>{{areas, ""}}, kUtm, folder.path() / "a.gpkg");
  CHECK(open(folder.path() / "a.gpkg")->GetLayerByName("layer_styles") == nullptr);
}

TEST_CASE("A table without geometry is a layer of a GeoPackage too") {
  const test::TempDir folder;
  const Table plain{.name = "plain",
                    .columns = {{.name = "id", .meaning = "id"}},
                    .rows = {{std::string("a")}, {std::string("b")}}};
  write_geopackage(std::vector<StyledTable>{{plain, ""}}, kUtm, folder.path() / "a.gpkg");
  CHECK(count_rows(folder.path() / "a.gpkg") == 2);
}

TEST_CASE("A GeoPackage has the same bytes each time") {
  const test::TempDir folder;
  const std::string first = test::read_text(write_both(folder, "a.gpkg"));
  CHECK(first.size() > 10'000);
  CHECK(first == test::read_text(write_both(folder, "b.gpkg")));
}

TEST_CASE("The clock of the machine is not in a GeoPackage") {
  const test::TempDir folder;
  const std::string bytes = test::read_text(write_both(folder, "a.gpkg"));
  CHECK_THAT(bytes, Contains("2000-01-01T00:00:00.000Z"));
  CHECK_THAT(bytes, !Contains("202"));
}

TEST_CASE("Writing a GeoPackage leaves nothing beside it") {
  const test::TempDir folder;
  write_both(folder, "a.gpkg");
  CHECK(test::list_names(folder.path()) == std::vector<std::string>{"a.gpkg"});
}

TEST_CASE("A full disk leaves no GeoPackage") {
  const test::TempDir folder;
  const Table areas = one_area();
  const std::vector<StyledTable> layers = {{areas, ""}};
  const test::SmallDisk disk(10'000);
  CHECK_THROWS_WITH(write_geopackage(layers, kUtm, folder.path() / "a.gpkg"),
                    Contains("cannot write a.gpkg: File too large"));
  CHECK(test::list_names(folder.path()).empty());
}

TEST_CASE("Two layers of one name are an error and leave nothing") {
  const test::TempDir folder;
  const Table areas = one_area();
  const std::vector<StyledTable> layers = {{areas, ""}, {areas, ""}};
  CHECK_THROWS_AS(write_geopackage(layers, kUtm, folder.path() / "a.gpkg"), DataError);
  CHECK(test::list_names(folder.path()).empty());
}

TEST_CASE("An unsound table leaves no GeoPackage") {
  const test::TempDir folder;
  Table areas = one_area();
  areas.geometry.clear();
  CHECK_THROWS_AS(
      write_geopackage(std::vector<StyledTable>{{areas, ""}}, kUtm, folder.path() / "a.gpkg"),
      InvariantError);
  CHECK(test::list_names(folder.path()).empty());
}

}  // namespace
}  // namespace pahunch
