// SPDX-License-Identifier: GPL-3.0-or-later
// The workload block that scenario files and published cases share.
//
// {"kind": "all-to-all", "operation": "line" | "read" | "write", "bytes": 67108864}; permutation has "seed"
// too; incast has "to", the name of an endpoint; point-to-point has "target": "endpoint" | "cpu", "scope":
// "intra-node" | "inter-node", and "from" and "to", names of elements. "to" may also be just a kind of
// target: "npu", "gpu", "die", "endpoint" or "cpu". specification has nothing more. Errors: issues by field.
// A kind that the model does not know yet is refused with those that it knows.
#pragma once

#include "app/files/json_reader.h"
#include "model/scenario/scenario.h"

#include <optional>

namespace supernode {

// Empty, with issues, when it cannot be read. Numbers are checked by check(Scenario), not here.
std::optional<Workload> readWorkload(JsonObject block, std::vector<Issue>& issues);

// In a fixed order of keys. Promise: what is written is read back as the same value.
// [ScenarioFile.EveryWorkloadSurvivesTheRoundTrip]
nlohmann::ordered_json workloadToJson(const Workload& workload);

// True for a kind that this program names but cannot model yet.
bool isFutureKind(std::string_view kind);

} // namespace supernode
