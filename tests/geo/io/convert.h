/// \file
/// One vector file turned into another format by GDAL, for tests of reading.
#pragma once

#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <gdal_utils.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace pahunch::test {

/// As `ogr2ogr OPTIONS to from`.
inline void convert(const std::filesystem::path& from, const std::string& to,
                    const std::vector<std::string>& options) {
  GDALAllRegister();
  std::vector<char*> arguments;
  std::vector<std::string> copies = options;
  for (auto& option : copies) arguments.push_back(option.data());
  arguments.push_back(nullptr);
  auto* parsed = GDALVectorTranslateOptionsNew(arguments.data(), nullptr);
  auto* source = GDALDataset::Open(from.c_str(), GDAL_OF_VECTOR);
  GDALDatasetH handle = source;
  auto* result = GDALVectorTranslate(to.c_str(), nullptr, 1, &handle, parsed, nullptr);
  GDALVectorTranslateOptionsFree(parsed);
  GDALClose(source);
  if (result == nullptr) throw std::logic_error("conversion failed: " + to);
  GDALClose(result);
}

/// Writes bytes to any path of GDAL's virtual file systems: /vsizip/a.zip/b.csv, /vsigzip/a.gz.
inline void write_virtual(const std::string& path, const std::string& content) {
  auto* file = VSIFOpenL(path.c_str(), "wb");
  if (file == nullptr) throw std::logic_error("cannot write " + path);
  VSIFWriteL(content.data(), 1, content.size(), file);
  VSIFCloseL(file);
}

}  // namespace pahunch::test
