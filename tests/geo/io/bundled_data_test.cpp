// The dataset that comes with the program is read without a bad row, and says what is modelled.
#include <catch2/catch.hpp>

#include "geo/io/layer_rows.h"
#include "geo/io/read_dataset.h"
#include "tests/geo/io/small_dataset.h"
#include "tests/support/shared_files.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

const Dataset& bihar() {
  static const Dataset dataset = [] {
    SilentProgress silent;
    return read_dataset(source_file("data/bihar"), {}, silent);
  }();
  return dataset;
}

std::string join(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all += text + "\n";
  return all;
}

/// The blocks whose row of the flood table says that it is estimated.
std::vector<std::string> read_estimated_blocks() {
  LayerSpec spec;
  spec.name = "hazard";
  spec.source = "flood.csv";
  LayerRows rows(spec, {source_file("data/bihar")}, GeometryNeed::kNone);
  const std::optional block = rows.read_column("block_code");
  const std::optional estimated = rows.read_column("estimated");
  std::vector<std::string> blocks;
  while (rows.next()) {
    if (*rows.get(estimated) == "1") blocks.push_back(*rows.get(block));
  }
  return blocks;
}

}  // namespace

TEST_CASE("every row of the bundled layers is used") {
  for (const auto& ledger : bihar().ledgers) {
    CAPTURE(ledger.layer);
    CHECK(ledger.n_used == ledger.n_read);
    CHECK(ledger.repaired.empty());
  }
}

TEST_CASE("the bundled dataset says what is modelled") {
  CHECK(bihar().modelled_layers == std::vector<std::string>{"district", "subdivision", "block",
                                                            "settlements", "roads", "barriers"});
  CHECK_THAT(bihar().words.notice, Contains("Modelled"));
}

TEST_CASE("every estimated row of the bundled flood table is named in the attribution") {
  const auto blocks = read_estimated_blocks();
  CHECK(blocks == std::vector<std::string>{"01020"});
  const auto attribution = join(bihar().words.attribution);
  for (const auto& block : blocks) {
    CHECK_THAT(attribution, Contains("block " + block) && Contains("is estimated"));
  }
}

TEST_CASE("the bundled flood table has a row for every block and a fraction for every month") {
  const auto& hazard = bihar().hazard;
  REQUIRE(hazard);
  CHECK(hazard->months.size() == 18);
  CHECK(hazard->inundated_frac.size() == bihar().blocks.areas.size());
  for (const auto& fractions : hazard->inundated_frac) CHECK(fractions.size() == 18);
}

TEST_CASE("every bundled settlement lies in a block, a sub-division and a district") {
  for (const auto& settlement : bihar().settlements.settlements) {
    const bool placed =
        settlement.block.valid() && settlement.subdivision.valid() && settlement.district.valid();
    if (!placed) FAIL_CHECK(settlement.id << " lies nowhere");
  }
}
