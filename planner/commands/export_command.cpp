#include <fmt/format.h>

#include <algorithm>

#include "geo/base/error.h"
#include "geo/io/count_rows.h"
#include "planner/commands/commands.h"
#include "planner/csv/open_input.h"
#include "planner/options/output_options.h"
#include "planner/run/manifest.h"

namespace pahunch {
namespace {

const std::vector<std::string> kFormats = {"csv", "geojson", "gpkg"};
const std::vector<std::string> kLaterFormats = {"html", "pdf", "qgz", "png"};

bool is_part_of(const std::string& format, const std::string& file) {
  if (file.ends_with("." + format)) return true;
  return format == "geojson" && file.ends_with(".qml");
}

class ExportCommand final : public Command {
 public:
  [[nodiscard]] CommandText text() const override {
    return {
        "export", "Take the data files of one format out of a run",
        "Copies the files of one format, and of the layers named, into a folder of their own, "
        "after\n"
        "checking each against the checksum in the run's manifest. GeoJSON files bring their QGIS\n"
        "styles along, CSV files the dictionary of their columns.",
        "# all tables\n"
        "pahunch export out/existing-vs-planned --format csv -o tables\n"
        "# one map layer\n"
        "pahunch export out/existing-vs-planned --format geojson --layer blocks -o maps"};
  }

  void setup(CLI::App& app) override {
    app.add_option("RUN", run_, "Folder of the run")->required()->type_name("RUN");
    app.add_option("--format", format_, "csv, geojson or gpkg")
        ->required()
        ->type_name("FORMAT:{csv,geojson,gpkg}");
    app.add_option("--layer", layers_, "Only this layer; repeat for more")
        ->type_name("NAME")
        ->type_size(1)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->allow_extra_args(false);
    output_.add_to(app, "Folder of the files");
    app.get_option("--out")->required();
  }

  void run(Session& session) override {
    check_format();
    const Manifest manifest = read_manifest(run_);
    const auto chosen = choose_files(manifest);
    RunFolder folder(output_.out, output_.if_exists());
    for (const ManifestFile& file : chosen) copy(file, folder);
    folder.write_text(kManifestName,
                      read_whole_file((std::filesystem::path(run_) / kManifestName).string()));
    folder.commit();
    session.console.note(fmt::format("wrote {} files to {}", chosen.size(), output_.out));
  }

 private:
  void check_format() const {
    if (std::ranges::find(kFormats, format_) != kFormats.end()) return;
    const bool later = std::ranges::find(kLaterFormats, format_) != kLaterFormats.end();
    throw UsageError({.what = later ? fmt::format("the format '{}' is not in this version", format_)
                                    : fmt::format("there is no format '{}'", format_),
                      .hint = fmt::format("the formats are: {}", fmt::join(kFormats, ", "))});
  }

  [[nodiscard]] std::vector<ManifestFile> choose_files(const Manifest& manifest) const {
    std::vector<ManifestFile> of_format, chosen;
    std::vector<std::string> names;
    for (const ManifestFile& file : manifest.files) {
      if (!is_part_of(format_, file.name)) continue;
      of_format.push_back(file);
      names.push_back(std::filesystem::path(file.name).stem().string());
    }
    for (const std::string& layer : layers_) {
      if (std::ranges::find(names, layer) != names.end()) continue;
      throw UsageError({.what = fmt::format("the run has no layer '{}' as {}", layer, format_),
                        .hint = fmt::format("its layers are: {}", fmt::join(names, ", "))});
    }
    for (std::size_t i = 0; i < of_format.size(); ++i) {
      const bool asked = layers_.empty() || names[i] == "fields" ||
                         std::ranges::find(layers_, names[i]) != layers_.end();
      if (asked) chosen.push_back(of_format[i]);
    }
    return chosen;
  }

  void copy(const ManifestFile& file, RunFolder& folder) const {
    check_run_file(run_, file);
    const auto target = folder.path(file.name);
    std::filesystem::copy_file(std::filesystem::path(run_) / file.name, target);
    folder.add(file.name, has_rows(file.name) ? count_rows(target) : -1);
  }

  std::string run_, format_;
  std::vector<std::string> layers_;
  OutputOptions output_;
};

}  // namespace

std::unique_ptr<Command> make_export_command() { return std::make_unique<ExportCommand>(); }

}  // namespace pahunch
