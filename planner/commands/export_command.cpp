#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "geo/base/error.h"
#include "geo/io/count_rows.h"
#include "geo/io/whole_file.h"
#include "planner/commands/commands.h"
#include "planner/csv/open_input.h"
#include "planner/options/output_options.h"
#include "planner/run/manifest.h"
#include "planner/run/split_geojson.h"

namespace pahunch {
namespace {

const std::vector<std::string> kFormats = {"csv", "geojson", "gpkg"};
/// Formats that are no data, and what gives them.
const std::map<std::string, std::string> kMadeElsewhere = {
    {"html", "the run has its page already: open report.html in its folder"},
    {"pdf", "pahunch report RUN -o FILE.pdf makes sheets to print"},
    {"png", "pahunch plot RUN draws the plots"},
    {"svg", "pahunch plot RUN draws the plots"},
    {"qgz", "the run has its project already: open pahunch.qgz in its folder"}};

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
        "styles along, CSV files the dictionary of their columns. With --split each layer that "
        "has\n"
        "the property is taken apart by it: a file for each district.",
        "# all tables\n"
        "pahunch export out/existing-vs-planned --format csv -o tables\n"
        "# one map layer\n"
        "pahunch export out/existing-vs-planned --format geojson --layer blocks -o maps\n"
        "# maps of districts, each small enough to be drawn with ease\n"
        "pahunch export out/existing-vs-planned --format geojson --split district -o by-district"};
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
    app.add_option("--split", split_, "GeoJSON: a file for each value of this property")
        ->type_name("PROPERTY");
    output_.add_to(app, "Folder of the files");
    app.get_option("--out")->required();
  }

  void run(Session& session) override {
    check_format();
    const Manifest manifest = read_manifest(run_);
    const auto chosen = choose_files(manifest);
    RunFolder folder(output_.out, output_.if_exists());
    for (const ManifestFile& file : chosen) {
      if (!split(file, manifest, folder) && !is_style_of_split(file)) copy(file, folder);
    }
    check_split();
    folder.write_text(kManifestName,
                      read_whole_file((std::filesystem::path(run_) / kManifestName).string()));
    folder.commit();
    const std::size_t n_files = n_copied_ + n_parts_;
    session.console.note(fmt::format("wrote {} files to {}", n_files, output_.out));
  }

 private:
  void check_format() const {
    if (!split_.empty() && format_ != "geojson") {
      throw UsageError({.what = "--split goes with GeoJSON", .hint = "--format geojson"});
    }
    if (std::ranges::find(kFormats, format_) != kFormats.end()) return;
    const auto elsewhere = kMadeElsewhere.find(format_);
    if (elsewhere != kMadeElsewhere.end()) {
      throw UsageError({.what = fmt::format("'{}' is no format of data files", format_),
                        .hint = elsewhere->second});
    }
    throw UsageError({.what = fmt::format("there is no format '{}'", format_),
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

  /// False: it is not to be taken apart, or has no such property.
  bool split(const ManifestFile& file, const Manifest& manifest, RunFolder& folder) {
    if (split_.empty() || !file.name.ends_with(".geojson")) return false;
    check_run_file(run_, file);
    const std::filesystem::path whole = std::filesystem::path(run_) / file.name;
    const std::string layer = whole.stem().string();
    const auto style = read_style_of(layer, manifest);
    std::set<std::string> names;
    for (const GeojsonPart& part : split_geojson(whole, split_)) {
      std::string name = layer + "." + file_word(part.value);
      while (!names.insert(name).second) name += "-";
      write_whole_file(folder.path(name + ".geojson"), part.content);
      folder.add(name + ".geojson", static_cast<std::int64_t>(part.n_features));
      if (style) folder.write_text(name + ".qml", *style);
      ++n_parts_;
    }
    if (!names.empty()) split_layers_.insert(layer);
    return !names.empty();
  }

  /// None where the run has made none: a file that merely lies there is not of the run.
  [[nodiscard]] std::optional<std::string> read_style_of(const std::string& layer,
                                                         const Manifest& manifest) const {
    const auto& files = manifest.files;
    const auto style = std::ranges::find(files, layer + ".qml", &ManifestFile::name);
    if (style == files.end()) return std::nullopt;
    check_run_file(run_, *style);
    return read_whole_file((std::filesystem::path(run_) / style->name).string());
  }

  /// Files come by name, so that a layer's style is behind it.
  [[nodiscard]] bool is_style_of_split(const ManifestFile& file) const {
    const std::filesystem::path path(file.name);
    return path.extension() == ".qml" && split_layers_.contains(path.stem().string());
  }

  void check_split() const {
    if (split_.empty() || n_parts_ > 0) return;
    throw UsageError({.what = fmt::format("no layer has the property '{}'", split_),
                      .hint = "such as district; fields.csv lists them (in_geojson)"});
  }

  void copy(const ManifestFile& file, RunFolder& folder) {
    ++n_copied_;
    check_run_file(run_, file);
    const auto target = folder.path(file.name);
    std::filesystem::copy_file(std::filesystem::path(run_) / file.name, target);
    folder.add(file.name, has_rows(file.name) ? count_rows(target) : -1);
  }

  std::string run_, format_, split_;
  std::vector<std::string> layers_;
  std::set<std::string> split_layers_;
  std::size_t n_copied_ = 0, n_parts_ = 0;
  OutputOptions output_;
};

}  // namespace

std::unique_ptr<Command> make_export_command() { return std::make_unique<ExportCommand>(); }

}  // namespace pahunch
