/// \file
/// Makers of the commands, one a file.
#pragma once

#include <memory>

#include "planner/command.h"

namespace pahunch {

std::unique_ptr<Command> make_run_command();
std::unique_ptr<Command> make_coverage_command();
std::unique_ptr<Command> make_isochrones_command();
std::unique_ptr<Command> make_matrix_command();
std::unique_ptr<Command> make_access_command();
std::unique_ptr<Command> make_optimise_command();
std::unique_ptr<Command> make_check_command();
std::unique_ptr<Command> make_compare_command();
std::unique_ptr<Command> make_explain_command();
std::unique_ptr<Command> make_export_command();
std::unique_ptr<Command> make_report_command();
std::unique_ptr<Command> make_plot_command();
std::unique_ptr<Command> make_import_command();
std::unique_ptr<Command> make_simulate_command();
std::unique_ptr<Command> make_batch_command();
std::unique_ptr<Command> make_merge_command();
std::unique_ptr<Command> make_completion_command();
std::unique_ptr<Command> make_man_command();

}  // namespace pahunch
