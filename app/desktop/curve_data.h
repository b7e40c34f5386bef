// SPDX-License-Identifier: GPL-3.0-or-later
// The two machines over a range: a collective against its size and against the chips that take part; a decode
// against its batch (what all users get against what one gets) and against its chips.
//
// Each machine does it with all of its ranks, or with those of 8, 16, ... chips; what one cannot do is left
// out. Pure; any thread; about a second. Promise: a point is what the machine answers alone.
// [CurveData.APointIsWhatTheMachineAnswersAlone]
#pragma once

#include "model/scenario/scenario.h"
#include "views/charts/curve_card.h"

#include <array>
#include <vector>

namespace supernode {

enum class CurveSubject { AllReduce, AllGather, AllToAll, Decode };
inline constexpr std::array curveSubjects{CurveSubject::AllReduce, CurveSubject::AllGather,
                                          CurveSubject::AllToAll, CurveSubject::Decode};

QString nameOf(CurveSubject subject);
// Two questions; machines with their changes, their workloads are not used.
std::vector<CurveQuestion> curvesOf(CurveSubject subject, const std::vector<Scenario>& machines);

} // namespace supernode
