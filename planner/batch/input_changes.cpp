#include "planner/batch/input_changes.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "geo/io/clean_text.h"
#include "planner/batch/scenario_key.h"
#include "planner/json_text.h"

namespace pahunch {
namespace {

constexpr const char* kProgram = "the program";

using Checksums = std::map<std::string, std::string>;

std::vector<std::string> compare_inputs(const Checksums& before, const Checksums& now) {
  std::vector<std::string> sentences;
  for (const auto& [name, checksum] : now) {
    const auto known = before.find(name);
    if (known != before.end() && known->second == checksum) continue;
    const std::string what = name == kProgram ? "the program is another build" : clean_text(name);
    const std::string how = name == kProgram        ? ""
                            : known == before.end() ? " is new"
                                                    : " has changed";
    sentences.push_back(what + how + " since the last call: what depends on it is computed anew");
  }
  return sentences;
}

}  // namespace

std::vector<std::string> note_inputs(const std::string& ground,
                                     const std::vector<InputFile>& inputs, FigureStore& store) {
  Checksums now = {{kProgram, program_checksum()}};
  for (const InputFile& file : inputs) now[file.path] = file.sha256;
  const std::string key = "inputs of " + ground;
  const std::string text = dump_json(nlohmann::ordered_json(now));
  const auto kept = store.find(key);
  if (kept == text) return {};
  store.keep(key, text);
  if (!kept) return {};
  const auto before = nlohmann::json::parse(*kept, nullptr, false);
  return before.is_object() ? compare_inputs(before.get<Checksums>(), now)
                            : std::vector<std::string>();
}

}  // namespace pahunch
