/// \file
/// The simulated years of scenarios that are not finished, in the folder of what is finished.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "planner/batch/family.h"
#include "planner/batch/figure_store.h"
#include "planner/console.h"
#include "planner/simulation/checkpoint.h"

namespace pahunch {

/// Of some members that are simulated together, in `folder`; `owner` begins the name of the file.
/// Throws as `Checkpoint` does.
std::unique_ptr<Checkpoint> open_kept_years(const std::filesystem::path& folder,
                                            const std::string& owner,
                                            const std::vector<FamilyMember>& members,
                                            Console& console);

/// Removes the files that nobody would come back to: of several members, one of which is finished,
/// as only unfinished ones are simulated together; and those that were not begun. They stay behind
/// where a program was killed between two steps, or members that failed together were tried apart.
/// Files of another kind or name are left alone.
void remove_left_years(const FigureStore& store);

}  // namespace pahunch
