// SPDX-License-Identifier: GPL-3.0-or-later
// How machines wane: what is left of the throughput of an all-to-all, the more of one part has failed.
//
// Planes are counted, one after the other: an all-to-all misses each of them alike. Other parts are a share
// of those that a machine has, drawn at random, with the median and the worst of some draws. Pure; any
// thread; some seconds for the parts of CloudMatrix. Promise: each plane takes its share.
// [FailureCurves.EachPlaneTakesItsShare] Promise: the worst draw is never better than the median.
// [FailureCurves.TheWorstIsNeverBetterThanTheMedian]
#pragma once

#include "model/scenario/scenario.h"
#include "views/charts/curve_question.h"

#include <array>
#include <stop_token>
#include <string>
#include <vector>

namespace supernode {

// A machine with its changes; its workload is not used.
struct CurveMachine {
    Scenario scenario;
    QString name; // short
    QColor colour;
    bool operator==(const CurveMachine&) const = default;
};

// Words of partKinds() that the second chart can show.
inline constexpr std::array<const char*, 2> wearingParts{"l2", "modules"};

CurveQuestion planesQuestion();
CurveQuestion partsQuestion(const std::string& part);
// Those with the curves; the note of the second names the machines that have no such part.
CurveQuestion planesFailed(const std::vector<CurveMachine>& machines, const std::stop_token& stop);
CurveQuestion partsFailed(const std::string& part, const std::vector<CurveMachine>& machines,
                          const std::stop_token& stop);

} // namespace supernode
