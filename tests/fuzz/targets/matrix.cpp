#include "planner/matrix/ready_matrix.h"

#include "tests/fuzz/fed.h"
#include "tests/fuzz/targets.h"

namespace pahunch::fuzz {
namespace {

NameIndex names(std::initializer_list<const char*> words) {
  NameIndex index;
  for (const char* word : words) index.add(word);
  return index;
}

}  // namespace

void read_matrix_bytes(std::string_view bytes) {
  const NameIndex places = names({"a", "b", "c"});
  for (const MatrixForm form : {MatrixForm::kLong, MatrixForm::kWide}) {
    allow_refusal([&] {
      std::istringstream first{std::string(bytes)}, second{std::string(bytes)};
      const NameIndex sites = read_site_ids({first, "fed.csv", form}, {});
      for (const auto& pair : read_matrix({second, "fed.csv", form}, {}, places, sites).pairs) {
        require(pair.from < places.size() && pair.to < sites.size() && pair.cost >= 0,
                "a pair is of known places and costs something");
      }
    });
  }
  allow_refusal([&] {
    std::istringstream in{std::string(bytes)};
    const WeightTable table = read_weights(in, "fed.csv", "demand", {});
    require(table.weights.size() == table.ids.size(), "each id has one weight");
  });
}

}  // namespace pahunch::fuzz
