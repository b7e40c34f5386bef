// SPDX-License-Identifier: GPL-3.0-or-later
// How busy the links were in another answer, in the same moment of the same work.
//
// The other step of a history runs for another time: its moment is found by the phase, its repetition and the
// share of it that has passed, not by the clock. Links are those of the machine that is shown; in a machine
// that is wired differently they are found by their names. Units: utilization 0..1, by channel. Ownership:
// shares both outcomes. Thread: a value; read anywhere. Cost: a machine wired differently is searched once,
// when this is made. Promise: the same work beside itself is the same in every moment.
// [BaselineUse.TheSameWorkBesideItselfIsTheSame]
#pragma once

#include "model/outcome/outcome.h"

namespace supernode {

class BaselineUse {
public:
    BaselineUse() = default;                            // nothing to compare with
    BaselineUse(OutcomePtr baseline, OutcomePtr shown); // either may be null: then there is nothing

    // The interval of the baseline; null when it has no such phase.
    const Interval* at(Duration time) const;
    // Below 0 where the baseline has no such link, or it was down; empty when it has no such phase.
    std::vector<float> utilization(Duration time) const;

private:
    OutcomePtr m_baseline, m_shown;
    std::vector<LinkId> m_links; // of the baseline by link of what is shown; empty: the same
};

} // namespace supernode
