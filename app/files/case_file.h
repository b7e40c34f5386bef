// SPDX-License-Identifier: GPL-3.0-or-later
// Published results that the model must reproduce.
//
// {"schema": 1, "cases": [{"id", "system", "workload", "quantity", "published", "unit", "tolerance", "role",
// "fact", "source", "note"}]}; the last three may be left out. Errors: issues by field refuse the file. A
// case whose workload or system this program does not know is kept with the sentence that says why it cannot
// run. Promise: a workload that cannot be read costs only its own case.
// [CaseFile.AnUnknownWorkloadCostsOnlyItsCase]
#pragma once

#include "model/scenario/scenario.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace supernode {

enum class CaseRole : std::uint8_t {
    Calibration, // constants of the model may be fitted to it
    Prediction,  // nothing may be fitted to it
    Identity     // arithmetic that must hold
};
std::string_view toString(CaseRole role);

struct PublishedCase {
    std::string id;
    std::string system;
    std::optional<Workload> workload; // empty: `missing` says why
    std::vector<Issue> missing;
    std::string quantity; // id of a metric, or a name of its own
    double published = 0; // in `unit`
    std::string unit;
    double tolerance = 0; // of modelled / published - 1
    CaseRole role = CaseRole::Prediction;
    std::string fact;
    std::string source;
    std::string note;
};

Result<std::vector<PublishedCase>> readCases(std::string_view json);

} // namespace supernode
