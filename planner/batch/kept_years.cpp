#include "planner/batch/kept_years.h"

#include <sstream>
#include <system_error>

#include "geo/io/checksum.h"

namespace pahunch {
namespace {

constexpr const char* kYearsEnding = ".checkpoint";
constexpr std::size_t kNHashDigits = 16;

/// One line, in the header of the file: the keys of the members.
std::string key_of(const std::vector<FamilyMember>& members) {
  std::string key;
  for (const FamilyMember& member : members) key += (key.empty() ? "" : " ") + member.key;
  return key;
}

bool has_name_of_years(const std::filesystem::path& file) {
  const std::string name = file.stem().string();
  const std::size_t hash = name.find_last_of('-') + 1;  // 0 where there is none
  return file.extension() == kYearsEnding && (hash == 0 || name.starts_with("shard-")) &&
         name.size() - hash == kNHashDigits &&
         name.find_first_not_of("0123456789abcdef", hash) == std::string::npos;
}

bool is_left(const std::filesystem::path& file, const FigureStore& store) {
  const auto key = find_checkpoint_key(file);
  if (!key || key->empty()) return key.has_value();
  std::istringstream members(*key);
  for (std::string member; members >> member;) {
    if (store.contains(member)) return true;
  }
  return false;
}

}  // namespace

std::unique_ptr<Checkpoint> open_kept_years(const std::filesystem::path& folder,
                                            const std::string& owner,
                                            const std::vector<FamilyMember>& members,
                                            Console& console) {
  const std::string key = key_of(members);
  const std::string name = owner + get_sha256_of_text(key).substr(0, kNHashDigits) + kYearsEnding;
  return std::make_unique<Checkpoint>(folder / name, key, console);
}

void remove_left_years(const FigureStore& store) {
  std::vector<std::filesystem::path> files;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(store.folder(), ignored)) {
    const auto& file = entry.path();
    if (has_name_of_years(file) && is_left(file, store)) files.push_back(file);
  }
  for (const auto& file : files) std::filesystem::remove(file, ignored);
}

}  // namespace pahunch
