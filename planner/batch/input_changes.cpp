#include "planner/batch/input_changes.h"

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "geo/io/checksum.h"
#include "geo/io/clean_text.h"
#include "geo/io/whole_file.h"
#include "planner/batch/scenario_key.h"
#include "planner/json_text.h"

namespace pahunch {
namespace {

constexpr const char* kProgram = "the program";

using Checksums = std::map<std::string, std::string>;

/// None where no call has left them, or the file is damaged.
std::optional<Checksums> read_checksums(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const auto json = nlohmann::json::parse(in, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  Checksums checksums;
  for (const auto& [name, checksum] : json.items()) {
    if (!checksum.is_string()) return std::nullopt;
    checksums[name] = checksum.get<std::string>();
  }
  return checksums;
}

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
                                     const std::vector<InputFile>& inputs,
                                     const std::filesystem::path& kept, NoteInputs update) {
  Checksums now = {{kProgram, program_checksum()}};
  for (const InputFile& file : inputs) now[file.path] = file.sha256;
  const auto file = kept / ("inputs-" + get_sha256_of_text(ground).substr(0, 16) + ".json");
  const auto before = read_checksums(file);
  if (update == NoteInputs::kUpdate && before != now) {
    write_whole_file(file, dump_json(nlohmann::ordered_json(now)));
  }
  return before ? compare_inputs(*before, now) : std::vector<std::string>();
}

}  // namespace pahunch
