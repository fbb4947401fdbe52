#include "planner/command_list.h"

#include "planner/commands/commands.h"

namespace pahunch {

CommandList make_commands() {
  CommandList commands;
  commands.push_back(make_run_command());
  commands.push_back(make_coverage_command());
  commands.push_back(make_simulate_command());
  commands.push_back(make_isochrones_command());
  commands.push_back(make_matrix_command());
  commands.push_back(make_access_command());
  commands.push_back(make_optimise_command());
  commands.push_back(make_batch_command());
  commands.push_back(make_merge_command());
  commands.push_back(make_check_command());
  commands.push_back(make_import_command());
  commands.push_back(make_compare_command());
  commands.push_back(make_explain_command());
  commands.push_back(make_export_command());
  commands.push_back(make_report_command());
  commands.push_back(make_plot_command());
  commands.push_back(make_completion_command());
  commands.push_back(make_man_command());
  return commands;
}

}  // namespace pahunch
