// SPDX-License-Identifier: GPL-3.0-or-later
// Machines over a range: a collective against its size and against the chips that take part; a read from
// another node against its size; dispatch and combine of DeepSeek-R1's experts on 64 ranks against the tokens
// of a rank; a decode against its batch (what all users get against what one gets) and against its chips; an
// all-to-all against what has failed (failure_curves.h). Where no latency is published a time is that of the
// bytes alone, and the chart says so.
//
// Each machine does it with all of its ranks, or with those of 8, 16, ... chips; what one cannot do is left
// out. Pure; any thread; about a second. Promise: a point is what the machine answers alone.
// [CurveData.APointIsWhatTheMachineAnswersAlone] Promise: told to stop, it asks nothing more.
// [CurveData.ToldToStopItAsksNothingMore]
#pragma once

#include "app/desktop/failure_curves.h"

#include <array>
#include <stop_token>
#include <vector>

namespace supernode {

enum class CurveSubject { AllReduce, AllGather, AllToAll, OnePair, Experts, Decode, Failures };
inline constexpr std::array curveSubjects{
    CurveSubject::AllReduce, CurveSubject::AllGather, CurveSubject::AllToAll, CurveSubject::OnePair,
    CurveSubject::Experts,   CurveSubject::Decode,    CurveSubject::Failures};

QString nameOf(CurveSubject subject);
// Two questions without curves; `part` is what fails in the second one of failures.
std::array<CurveQuestion, 2> questionsOf(CurveSubject subject, const std::string& part);
// The same with them; by half where it is told to stop.
std::array<CurveQuestion, 2> curvesOf(CurveSubject subject, const std::string& part,
                                      const std::vector<CurveMachine>& machines,
                                      const std::stop_token& stop = {});

} // namespace supernode
