// Rows by meaning: fields, joins, values that may be bad.
#include "geo/io/layer_rows.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "geo/io/row_values.h"
#include "tests/support/temp_dir.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

/// A table without places, and one that may be joined to it.
class Tables {
 public:
  explicit Tables(const std::string& content, const std::string& joined = "") {
    dir_.write("t.csv", content);
    spec_.name = "things";
    spec_.source = "t.csv";
    spec_.place = "dataset.toml, layers.things";
    spec_.fields = {{"id", "id"}, {"n", "number"}};
    if (joined.empty()) return;
    dir_.write("j.csv", joined);
    spec_.joins.push_back({"j.csv", "id", "key", "j."});
  }
  [[nodiscard]] std::unique_ptr<LayerRows> open() const {
    return std::make_unique<LayerRows>(spec_, SourceHome{dir_.path()}, GeometryNeed::kNone);
  }
  LayerSpec& spec() { return spec_; }

 private:
  TempDir dir_;
  LayerSpec spec_;
};

/// What reading the number of the only row gives and complains of.
struct ReadNumber {
  std::optional<double> number;
  std::optional<int> count;
  std::map<std::string, std::uint64_t> repaired;

  explicit ReadNumber(const std::string& text) {
    const Tables tables("id,number\n1," + text + "\n");
    const auto rows = tables.open();
    RowRecorder recorder(rows->spec(), "", RowRecorder::BadRows::kTolerated);
    const RowValues values(*rows, recorder);
    const auto value = rows->find_value("n");
    REQUIRE(rows->next());
    recorder.begin("1");
    number = values.find_number(value, "size", -5, 5);
    count = values.find_count(value, "beds");
    std::vector<RowNote> notes;
    repaired = recorder.finish(notes).repaired;
  }
};

}  // namespace

TEST_CASE("a value is found by its meaning, or by its column") {
  const Tables tables("id,number,more\n1,5,x\n2,,y\n");
  const auto rows = tables.open();
  const auto n = rows->find_value("n");
  const std::optional more = rows->read_column("more");
  CHECK(n->column == "number");
  REQUIRE(rows->next());
  CHECK(*rows->get(n) == "5");
  CHECK(*rows->get(more) == "x");
  REQUIRE(rows->next());
  CHECK(rows->get(n) == nullptr);
  CHECK(*rows->get(more) == "y");
  CHECK_FALSE(rows->next());
}

TEST_CASE("a meaning that the dataset does not map is nothing in every row") {
  const Tables tables("id,number\n1,5\n");
  const auto rows = tables.open();
  const auto nothing = rows->find_value("name");
  CHECK_FALSE(nothing);
  REQUIRE(rows->next());
  CHECK(rows->get(nothing) == nullptr);
}

TEST_CASE("a meaning mapped to a column that is not there is refused") {
  Tables tables("id,numbr\n1,5\n");
  const auto rows = tables.open();
  CHECK_THROWS_WITH(rows->find_value("n"),
                    Contains("there is no column 'number'") && Contains("did you mean 'numbr'?"));
}

TEST_CASE("joined values follow the key, and are nothing without one") {
  const Tables tables("id,number\na,1\nb,2\n,3\n", "key,size\na,10\nc,30\n");
  const auto rows = tables.open();
  const std::optional size = rows->read_column("j.size");
  REQUIRE(rows->next());
  CHECK(*rows->get(size) == "10");
  REQUIRE(rows->next());
  CHECK(rows->get(size) == nullptr);
  REQUIRE(rows->next());
  CHECK(rows->get(size) == nullptr);
}

TEST_CASE("rows of a joined table without a key are passed over") {
  const Tables tables("id,number\na,1\n", "key,size\n,10\n,20\na,30\n");
  const auto rows = tables.open();
  const std::optional size = rows->read_column("j.size");
  REQUIRE(rows->next());
  CHECK(*rows->get(size) == "30");
}

TEST_CASE("a joined key that stands twice is refused with its line") {
  CHECK_THROWS_WITH(Tables("id,number\na,1\n", "key,size\na,1\na,2\n").open(),
                    Contains("the key 'a' stands twice in the column 'key'") && Contains("j.csv") &&
                        Contains("line 3"));
}

TEST_CASE("a join whose columns are not there is refused") {
  CHECK_THROWS_WITH(Tables("id,number\na,1\n", "code,size\na,1\n").open(),
                    Contains("there is no column 'key'") && Contains("j.csv"));
  Tables tables("id,number\na,1\n", "key,size\na,1\n");
  CHECK_THROWS_WITH(tables.open()->read_column("j.sizes"),
                    Contains("the joined table has no column 'sizes'") &&
                        Contains("join with j.csv") && Contains("there are: key, size"));
  tables.spec().joins[0].on = "number_of_nothing";
  CHECK_THROWS_WITH(tables.open(), Contains("there is no column 'number_of_nothing'"));
}

TEST_CASE("all sources are noted: the layer and its joined tables") {
  const Tables tables("id,number\na,1\n", "key,size\na,1\n");
  const auto rows = tables.open();
  REQUIRE(rows->paths().size() == 2);
  CHECK(rows->paths()[0].shown == "t.csv");
  CHECK(rows->paths()[1].shown == "j.csv");
}

TEST_CASE("a number within its limits is read, and the limits are inclusive") {
  CHECK(ReadNumber("2.5").number == 2.5);
  CHECK(ReadNumber("5").number == 5.0);
  CHECK(ReadNumber("-5").number == -5.0);
  CHECK(ReadNumber("5").repaired.empty());
}

TEST_CASE("a number that is none, or beyond its limits, is nothing and makes the row bad") {
  CHECK_FALSE(ReadNumber("x").number);
  CHECK(ReadNumber("x").repaired.at("size is not a number") == 1);
  CHECK_FALSE(ReadNumber("5.01").number);
  CHECK(ReadNumber("5.01").repaired.at("size is out of range") == 1);
}

TEST_CASE("a blank number is nothing, and no row is bad for it") {
  const ReadNumber blank("  ");
  CHECK_FALSE(blank.number);
  CHECK_FALSE(blank.count);
  CHECK(blank.repaired.empty());
}

TEST_CASE("a count is whole and not negative") {
  CHECK(ReadNumber("3").count == 3);
  CHECK(ReadNumber("3.0").count == 3);
  CHECK_FALSE(ReadNumber("2.5").count);
  CHECK(ReadNumber("2.5").repaired.at("beds is not a whole number") == 1);
  CHECK(ReadNumber("-1").repaired.at("beds is out of range") == 1);
  CHECK(ReadNumber("2e6").repaired.at("beds is out of range") == 1);
}
