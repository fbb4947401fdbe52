#include "geo/io/settlement_draft.h"

#include <catch2/catch.hpp>
#include <random>

using namespace pahunch;

namespace {

using Drafts = std::vector<SettlementDraft>;

SettlementDraft make_draft(const std::string& id, std::size_t area, double population) {
  SettlementDraft draft;
  draft.settlement.id = id;
  draft.finest = AreaIdx(area);
  draft.population = population;
  return draft;
}

struct Filled {
  Drafts drafts;
  RowLedger ledger;
};

Filled fill(Drafts drafts, const PersonRules& rules) {
  RowRecorder recorder({}, "", RowRecorder::BadRows::kTolerated);
  for (const auto& draft : drafts) recorder.begin(draft.settlement.id);
  fill_persons(drafts, rules, recorder);
  std::vector<RowNote> notes;
  return {drafts, recorder.finish(notes)};
}

Persons sum_women(const Drafts& drafts) {
  Persons sum = 0;
  for (const auto& draft : drafts) sum += draft.settlement.women;
  return sum;
}

const PersonRules kByShare{
    .women_by_share = true, .women_15plus_by_share = false, .rural_share = 1.0};

}  // namespace

TEST_CASE("women by share add up to the rounded total of the area") {
  Drafts drafts{make_draft("a", 0, 3), make_draft("b", 0, 3), make_draft("c", 0, 4)};
  for (auto& draft : drafts) draft.women_share = 0.48;
  const auto filled = fill(drafts, kByShare);
  CHECK(sum_women(filled.drafts) == 5);  // 10 x 0.48 = 4.8
  CHECK(filled.drafts[2].settlement.women == 2);
  CHECK(filled.drafts[0].settlement.rural_women == filled.drafts[0].settlement.women);
}

TEST_CASE("each area is shared out by itself") {
  Drafts drafts{make_draft("a", 0, 1), make_draft("b", 1, 1)};
  for (auto& draft : drafts) draft.women_share = 0.5;
  CHECK(sum_women(fill(drafts, kByShare).drafts) == 2);  // 0.5 is rounded up in each
}

TEST_CASE("a row without share takes that of its area, else that of all, and is counted") {
  Drafts drafts{make_draft("a", 0, 100), make_draft("b", 0, 100), make_draft("c", 1, 100)};
  drafts[0].women_share = 0.4;
  const auto filled = fill(drafts, kByShare);
  CHECK(filled.drafts[1].settlement.women == 40);
  CHECK(filled.drafts[2].settlement.women == 40);
  CHECK(filled.ledger.repaired.at("no share, that of its area is used") == 1);
  CHECK(filled.ledger.repaired.at("no share, that of all is used") == 1);
}

TEST_CASE("given women are taken as they are") {
  Drafts drafts{make_draft("a", 0, 0), make_draft("b", 0, 0)};
  drafts[0].women = 12;
  drafts[1].women = 30;
  drafts[1].rural_women = 7;
  const auto filled = fill(drafts, {});
  CHECK(filled.drafts[0].settlement.women == 12);
  CHECK(filled.drafts[1].settlement.women == 30);
  CHECK(filled.drafts[1].settlement.rural_women == 7);
  CHECK(filled.ledger.repaired.empty());
}

TEST_CASE("more rural women than women are cut and counted") {
  Drafts drafts{make_draft("a", 0, 0)};
  drafts[0].women = 5;
  drafts[0].rural_women = 9;
  const auto filled = fill(drafts, {});
  CHECK(filled.drafts[0].settlement.rural_women == 5);
  CHECK(filled.ledger.repaired.at("a part is larger than the whole, it is cut") == 1);
}

TEST_CASE("a rural share of the row goes before that of the layer") {
  Drafts drafts{make_draft("a", 0, 0), make_draft("b", 1, 0)};
  for (auto& draft : drafts) draft.women = 10;
  drafts[0].rural_share = 0.2;
  const auto filled = fill(drafts, {.rural_share = 0.5});
  CHECK(filled.drafts[0].settlement.rural_women == 2);
  CHECK(filled.drafts[1].settlement.rural_women == 5);
}

TEST_CASE("women of 15 and more by share never pass the women of a place") {
  Drafts drafts{make_draft("a", 0, 1), make_draft("b", 0, 1000)};
  for (auto& draft : drafts) {
    draft.women_share = 0.5;
    draft.women_15plus_share = 0.3;
  }
  const auto filled = fill(drafts, {true, true, 1.0});
  Persons adults = 0;
  for (const auto& draft : filled.drafts) {
    CHECK(draft.settlement.women_15plus <= draft.settlement.women);
    adults += draft.settlement.women_15plus;
  }
  CHECK(adults == 300);
}

TEST_CASE("given women of 15 and more are split into rural ones by the share of rural women") {
  Drafts drafts{make_draft("a", 0, 0)};
  drafts[0].women = 100;
  drafts[0].rural_women = 50;
  drafts[0].women_15plus = 60;
  const auto filled = fill(drafts, {});
  CHECK(filled.drafts[0].settlement.women_15plus == 60);
  CHECK(filled.drafts[0].settlement.rural_women_15plus == 30);
}

TEST_CASE("no place ever has more of a part than of the whole") {
  std::mt19937 random(5);
  std::uniform_real_distribution<double> share(0, 1);
  Drafts drafts;
  for (int i = 0; i < 500; ++i) {
    drafts.push_back(
        make_draft(std::to_string(i), random() % 20, static_cast<double>(random() % 300)));
    drafts.back().women_share = share(random);
    drafts.back().women_15plus_share = *drafts.back().women_share * share(random);
  }
  for (const auto& draft : fill(drafts, {true, true, 0.7}).drafts) {
    const auto& s = draft.settlement;
    CHECK(s.women <= s.population);
    CHECK(s.rural_women <= s.women);
    CHECK(s.women_15plus <= s.women);
    CHECK(s.rural_women_15plus <= s.women_15plus);
  }
}
