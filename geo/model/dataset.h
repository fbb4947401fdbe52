/// \file
/// A dataset: all layers of one study area, validated, in metres of one working CRS. Immutable once
/// read.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/ground.h"
#include "geo/model/area.h"
#include "geo/model/centre.h"
#include "geo/model/road.h"
#include "geo/model/row_ledger.h"
#include "geo/model/settlement.h"

namespace pahunch {

/// Inundated fraction (0-1) of an area's surface in a month.
struct HazardLayer {
  bool modelled = false;
  std::vector<std::string> months;  ///< "2021-06", in the order of the table
  /// By block, one fraction a month; empty where the table has no row for the block.
  IdxVector<AreaIdx, std::vector<double>> inundated_frac;
  IdxVector<AreaIdx, bool> estimated = {};  ///< by block: the row is a guess, not observed
};

/// Registered and disposed cases of one period.
struct CaseYear {
  std::string year;  ///< "2023-24"
  Persons registered = 0;
  Persons disposed = 0;
  int months = 12;  ///< months covered
  std::string source;
};

/// What was observed in an ISO week at a centre, or at all of them.
struct CaseWeek {
  int year = 0;           ///< of the ISO week
  int week = 0;           ///< 1 to 53
  CentreIdx centre = {};  ///< invalid: all centres
  Persons registered = 0;
  std::optional<Persons> disposed = {}, open = {}, follow_ups = {};  ///< open: at its end
  std::optional<double> beds = {};                                   ///< in use, on average
  std::optional<double> wait_h = {};  ///< mean wait until first help of the week's cases
  std::string source = {};
};

/// What words the outputs use, and what they must say.
struct DatasetWords {
  std::string name;             ///< short, a file name: "bihar"
  std::string title;            ///< one line
  std::string region;           ///< "Bihar"
  std::string service;          ///< "One Stop Centre"
  std::string service_plural;   ///< "One Stop Centres"
  std::string notice;           ///< the modelled-data notice; "" when nothing is modelled
  std::string population_note;  ///< what `women` counts: "all females, Census of India 2011"
  std::vector<std::string> attribution;
};

/// One input file with its checksum, for the manifest.
struct InputFile {
  std::string path;    ///< as given in the dataset file
  std::string sha256;  ///< lower-case hexadecimal
};

struct Dataset {
  DatasetWords words;
  std::string working_crs;  ///< "EPSG:32645"
  std::shared_ptr<const Ground> ground;

  AreaLayer districts{AreaLevel::kDistrict, false, {}};
  AreaLayer subdivisions{AreaLevel::kSubdivision, false, {}};
  AreaLayer blocks{AreaLevel::kBlock, false, {}};
  SettlementLayer settlements;
  CentreLayer centres;
  CentreLayer candidates;  ///< where a centre could stand: in no set until it is chosen
  RoadLayer roads;
  BarrierLayer barriers;
  std::optional<HazardLayer> hazard;
  std::vector<CaseYear> cases;
  std::vector<CaseWeek> case_weeks = {};  ///< by year, week and centre; never calibrated on

  std::vector<RowLedger> ledgers;  ///< one a layer
  std::vector<RowNote> notes;      ///< rows repaired or left out
  std::vector<InputFile> inputs;
  std::vector<std::string> modelled_layers;  ///< names of layers with `modelled = true`

  [[nodiscard]] const AreaLayer& areas(AreaLevel level) const {
    switch (level) {
      case AreaLevel::kDistrict:
        return districts;
      case AreaLevel::kSubdivision:
        return subdivisions;
      case AreaLevel::kBlock:
        return blocks;
    }
    return blocks;
  }
};

/// Other centres in place of the dataset's, in any order; they are sorted by id. What was observed
/// in a week stays with the id of its centre, and goes with a centre that is no longer there.
void replace_centres(Dataset& dataset, std::vector<Centre> centres);

}  // namespace pahunch
