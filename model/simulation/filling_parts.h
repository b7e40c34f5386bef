// SPDX-License-Identifier: GPL-3.0-or-later
// What all of the filling engine needs: tolerances, a compensated sum, the arithmetic of a resource.
#pragma once

#include "model/base/arithmetic.h"
#include "model/simulation/filling.h"

#include <algorithm>
#include <cmath>

namespace supernode {

constexpr std::uint32_t nobody = Calendar::nobody;
constexpr std::size_t fewUses = 1024; // below, rounds alone are cheaper than any calendar
constexpr std::size_t usesEach = 8;   // of a resource; above, the calendar is cheaper than rounds
constexpr double tie = 1 + 1e-12;     // shares this near are equal

// Neumaier's sum: the rounding of each step is kept and added in the end.
class Sum {
public:
    void add(double x) {
        const double sum = m_sum + x;
        m_lost += std::abs(m_sum) >= std::abs(x) ? (m_sum - sum) + x : (x - sum) + m_sum;
        m_sum = sum;
    }
    double value() const { return m_sum + m_lost; }

private:
    double m_sum = 0, m_lost = 0;
};

template <Loads L>
inline double Filling::amount(std::size_t flow, std::size_t use) const {
    if constexpr (L == Loads::Unit)
        return 1;
    else
        return (m_p.load ? m_p.load[use] : 1) * (m_p.weight ? m_p.weight[flow] : 1);
}

template <Loads L>
inline double Filling::shareOf(std::size_t r) const {
    const double left = std::max(m_room[r].left, 0.0);
    if constexpr (L == Loads::Unit)
        return left / m_room[r].open;
    else
        return left / m_demand[r];
}

// A flow that was taken lost half a unit in the last place of the whole: that against 1e-11 of what is left.
constexpr double lostByOne = 1.2e-5;

template <Loads L>
inline bool Filling::losesDigits(std::size_t r) const {
    const Room& room = m_room[r];
    const double lost = (room.sure - room.open) * lostByOne;
    if constexpr (L == Loads::Any) {
        if (m_demand[r] < lost * m_sureDemand[r])
            return true;
    } else if (room.left >= m_doubtful) {
        return false; // the common case without a look at yet another array
    }
    return room.left < lost * (m_sureLeft.empty() ? m_p.left[r] : m_sureLeft[r]);
}

template <Loads L>
inline void Filling::take(std::size_t flow, double level) {
    const std::uint32_t last = m_p.firstUse[flow + 1];
    for (std::uint32_t u = m_p.firstUse[flow]; u < last; ++u) {
        Room& room = m_room[m_p.resource[u]];
        --room.open;
        if constexpr (L == Loads::Unit) {
            room.left -= level;
        } else {
            const double a = amount<L>(flow, u);
            room.left -= a * level;
            m_demand[m_p.resource[u]] -= a;
        }
    }
}

} // namespace supernode
