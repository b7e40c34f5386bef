// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulation/max_min.h"

#include <cassert>
#include <queue>
#include <utility>

namespace supernode {
namespace {

class Filling {
public:
    Filling(const SharingProblem& problem, std::span<const std::uint8_t> active)
        : m_p(problem), m_open(problem.flows(), 1) {
        assert(active.empty() || active.size() == problem.flows());
        for (std::size_t f = 0; f < active.size(); ++f)
            m_open[f] = active[f];
        m_answer.rate.assign(m_open.size(), 0.0);
        m_answer.limitedBy.assign(m_open.size(), SharingProblem::none);
        m_left = problem.capacity;
        m_demand.assign(m_left.size(), 0.0);
        m_openFlows.assign(m_left.size(), 0);
        invert();
    }

    Sharing run() {
        for (std::uint32_t r = 0; r < m_left.size(); ++r)
            if (m_openFlows[r] > 0)
                m_next.push({m_left[r] / m_demand[r], r});
        while (!m_next.empty()) {
            const auto [share, r] = m_next.top();
            m_next.pop();
            if (m_openFlows[r] == 0)
                continue;
            const double now = m_left[r] / m_demand[r];
            if (now > share * (1 + 1e-12))
                m_next.push({now, r}); // others froze since: its share has grown
            else
                freeze(r, share);
        }
        return std::move(m_answer);
    }

private:
    // Flows of each resource, from uses of each flow.
    void invert() {
        m_first.assign(m_left.size() + 1, 0);
        for (std::size_t f = 0; f < m_open.size(); ++f)
            for (const Use use : m_p.usesOf(f))
                if (m_open[f]) {
                    ++m_first[use.resource + 1];
                    ++m_openFlows[use.resource];
                    m_demand[use.resource] += use.load;
                }
        for (std::size_t r = 0; r < m_left.size(); ++r)
            m_first[r + 1] += m_first[r];
        m_flows.resize(m_first.back());
        std::vector<std::uint32_t> fill(m_first.begin(), m_first.end() - 1);
        for (std::uint32_t f = 0; f < m_open.size(); ++f)
            for (const Use use : m_p.usesOf(f))
                if (m_open[f])
                    m_flows[fill[use.resource]++] = f;
    }

    void freeze(std::uint32_t r, double share) {
        for (std::uint32_t i = m_first[r]; i < m_first[r + 1]; ++i) {
            const std::uint32_t f = m_flows[i];
            if (!m_open[f])
                continue;
            m_open[f] = 0;
            m_answer.rate[f] = share;
            m_answer.limitedBy[f] = r;
            for (const Use use : m_p.usesOf(f)) {
                m_left[use.resource] -= use.load * share;
                m_demand[use.resource] -= use.load;
                --m_openFlows[use.resource];
            }
        }
    }

    const SharingProblem& m_p;
    std::vector<std::uint8_t> m_open; // flows that still rise
    std::vector<double> m_left;       // capacity that frozen flows leave
    std::vector<double> m_demand;     // load of all open flows at rate 1
    std::vector<std::uint32_t> m_openFlows;
    std::vector<std::uint32_t> m_first, m_flows;
    using Entry = std::pair<double, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> m_next;
    Sharing m_answer;
};

} // namespace

Sharing shareMaxMin(const SharingProblem& problem, std::span<const std::uint8_t> active) {
    return Filling(problem, active).run();
}

} // namespace supernode
