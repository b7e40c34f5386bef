// SPDX-License-Identifier: GPL-3.0-or-later
// The workload block that scenario files and published cases share.
//
// {"kind": "all-to-all", "operation": "read", "bytes": 67108864}: the fields of each kind and their ranges
// stand in model/scenario/workload_fields.h, the words for operations, networks and so on in words.h. What is
// left out keeps its own value. In point-to-point "to" may be the name of an element or just a kind of
// target: "npu", "gpu", "die", "endpoint" or "cpu"; "matrix" of an all-to-all and "popularity" of MoE traffic
// are lists of numbers; "batch_per_chip" may be "largest-that-fits"; "flows" is a list of {"from", "to",
// "bytes", "start_us", "network"}. Errors: issues by field. A kind that the model does not know yet is
// refused with those that it knows.
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

} // namespace supernode
