#include "planner/help/manual_page.h"

#include <fmt/format.h>

#include <sstream>

namespace pahunch {
namespace {

/// Text as roff reads it back unchanged.
std::string escaped(std::string_view text) {
  std::string out;
  bool at_line_start = true;
  for (const char c : text) {
    if (at_line_start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
    at_line_start = c == '\n';
  }
  return out;
}

std::string title(std::string_view name) {
  return fmt::format(".TH \"{}\" \"1\" \"\" \"pahunch {}\" \"Coverage planning\"\n", escaped(name),
                     PAHUNCH_VERSION);
}

std::string section(std::string_view name) { return fmt::format(".SH {}\n", name); }

/// Paragraphs are separated by blank lines.
std::string paragraphs(const std::string& text) {
  std::istringstream lines(text);
  std::string out, line;
  while (std::getline(lines, line)) out += line.empty() ? ".PP\n" : escaped(line) + "\n";
  return out;
}

std::string verbatim(const std::string& text) {
  return ".nf\n" + escaped(text) + (text.ends_with('\n') ? "" : "\n") + ".fi\n";
}

std::string option_entry(const CLI::Option& option) {
  std::string head = option.get_positional() ? option.get_name(true) : option.get_name(false, true);
  if (!option.get_positional() && option.get_type_size() > 0) head += " " + option.get_type_name();
  std::string body = option.get_description();
  if (!option.get_default_str().empty()) body += " (default " + option.get_default_str() + ")";
  return fmt::format(".TP\n\\fB{}\\fR\n{}\n", escaped(head), escaped(body));
}

}  // namespace

std::string program_manual(const CLI::App& app, const std::vector<const CLI::App*>& commands) {
  std::string page = title("pahunch");
  page += section("NAME") + "pahunch \\- " + escaped(app.get_description()) + "\n";
  page += section("SYNOPSIS") + "\\fBpahunch\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR]\n";
  page += section("COMMANDS");
  for (const CLI::App* command : commands) {
    page += fmt::format(".TP\n\\fB{}\\fR\n{}\n", escaped(command->get_name()),
                        escaped(command->get_description()));
  }
  return page + section("NOTES") + verbatim(app.get_footer());
}

std::string command_manual(const CLI::App& command, const CommandText& text) {
  std::string page = title("pahunch-" + text.name);
  page +=
      section("NAME") + escaped("pahunch-" + text.name) + " \\- " + escaped(text.summary) + "\n";
  page += section("SYNOPSIS") + "\\fBpahunch " + escaped(text.name) + "\\fR [\\fIOPTIONS\\fR]\n";
  page += section("DESCRIPTION") + paragraphs(text.description);
  page += section("OPTIONS");
  for (const CLI::Option* option : command.get_options()) page += option_entry(*option);
  return page + section("EXAMPLES") + verbatim(text.examples) + section("EXIT STATUS") +
         paragraphs("0 done, 1 the data or the run failed, 2 wrong usage, 130 interrupted.");
}

}  // namespace pahunch
