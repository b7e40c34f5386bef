// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/product_filling.h"

#include "model/base/arithmetic.h"

#include <algorithm>

namespace supernode {
namespace {

constexpr double sameShare = 1 + 1e-12; // shares this near are equal

class ProductFilling {
public:
    explicit ProductFilling(const ProductProblem& problem)
        : m_p(problem), m_sides{Side(problem, problem.out), Side(problem, problem.in)},
          m_gone(problem.corridors.size()), m_closed{m_gone, m_gone},
          m_above(problem.capacity.size() - 2 * problem.ends()) {
        m_levels.level.assign(problem.capacity.size(), infinity);
        m_levels.turn.assign(problem.capacity.size(), ProductLevels::never);
        m_levels.turnOfCorridor.assign(problem.corridors.size(), ProductLevels::never);
        for (std::uint32_t q = 0; q < problem.corridors.size(); ++q)
            for (std::uint32_t u = problem.corridors[q].firstUse; u < problem.corridors[q].endUse; ++u)
                m_above[problem.uses[u].resource].push_back({q, problem.uses[u].load});
    }

    // Shares never fall: the least of those known is the next, if it still holds.
    ProductLevels run(const std::stop_token& stop) {
        for (std::uint32_t link = 0; link < m_p.capacity.size(); ++link)
            if (const double share = shareOf(link); share < infinity)
                m_due.push_back({share, link});
        std::make_heap(m_due.begin(), m_due.end(), later);
        while (!m_due.empty() && !stop.stop_requested()) {
            std::pop_heap(m_due.begin(), m_due.end(), later);
            const Due due = m_due.back();
            m_due.pop_back();
            const double share = std::max(shareOf(due.link), due.share);
            if (share > due.share * sameShare) {
                if (share < infinity)
                    push({share, due.link});
            } else {
                fill(due.link, share);
            }
        }
        return std::move(m_levels);
    }

private:
    enum class Way : std::uint8_t { Sends, Takes };
    struct Side { // what ends send or take
        const std::vector<double>& amount;
        std::vector<double> open, frozen; // per set: sums of what is open; of amount x level of the rest

        Side(const ProductProblem& p, const std::vector<double>& amounts)
            : amount(amounts), open(p.sets()), frozen(p.sets()) {
            for (std::size_t end = 0; end < p.ends(); ++end)
                open[p.setOf[end]] += amount[end];
        }
    };
    struct Part {          // of what one end, or a link above, has to do with others
        double open = 0;   // demand at level 1
        double frozen = 0; // rate
    };
    struct Load {
        std::uint32_t corridor;
        double load;
    };
    struct Due {
        double share;
        std::uint32_t link;
    };
    static bool later(const Due& a, const Due& b) {
        return a.share > b.share || (a.share == b.share && a.link > b.link);
    }

    void push(const Due& due) {
        m_due.push_back(due);
        std::push_heap(m_due.begin(), m_due.end(), later);
    }
    static Way other(Way way) { return way == Way::Sends ? Way::Takes : Way::Sends; }
    Side& side(Way way) { return m_sides[static_cast<std::size_t>(way)]; }
    const Side& side(Way way) const { return m_sides[static_cast<std::size_t>(way)]; }
    std::size_t linkOf(Way way, std::size_t end) const {
        return way == Way::Sends ? m_p.sending(end) : m_p.taking(end);
    }
    // Between the set of an end and another, in the direction that concerns it.
    std::uint32_t corridor(Way way, std::uint32_t own, std::uint32_t far) const {
        return static_cast<std::uint32_t>(way == Way::Sends ? own * m_p.sets() + far
                                                            : far * m_p.sets() + own);
    }
    bool closed(std::uint32_t q) const { return m_levels.turnOfCorridor[q] != ProductLevels::never; }

    // What an end has to do with a set, per unit of its own amount and of the factor.
    Part partOf(Way way, std::uint32_t end, std::uint32_t far, std::uint32_t q) const {
        const std::vector<std::uint32_t>& beside = m_p.beside[end];
        if (std::none_of(beside.begin(), beside.end(),
                         [&](std::uint32_t b) { return m_p.setOf[b] == far; })) {
            if (closed(q))
                return {0, m_closed[static_cast<std::size_t>(way)][q]};
            return {side(other(way)).open[far], side(other(way)).frozen[far]};
        }
        Part part; // not as a difference: what is left may be tiny beside what goes
        const double least = m_levels.levelOf(q);
        for (std::uint32_t e = m_p.firstOfSet[far]; e < m_p.firstOfSet[far + 1]; ++e)
            if (m_p.apart(end, e)) {
                const double level = std::min(least, m_levels.level[linkOf(other(way), e)]);
                const double amount = side(other(way)).amount[e];
                if (level < infinity)
                    part.frozen += amount * level;
                else
                    part.open += amount;
            }
        return part;
    }
    double shareOfEnd(Way way, std::uint32_t end) const {
        const std::uint32_t own = m_p.setOf[end];
        Part sum;
        for (std::uint32_t far = 0; far < m_p.sets(); ++far) {
            const std::uint32_t q = corridor(way, own, far);
            const double each = m_p.corridors[q].factor * m_p.corridors[q].perEnd;
            if (each <= 0)
                continue;
            const Part part = partOf(way, end, far, q);
            sum.open += each * part.open;
            sum.frozen += each * part.frozen;
        }
        const double amount = side(way).amount[end];
        return share(linkOf(way, end), {sum.open * amount, sum.frozen * amount});
    }
    double share(std::size_t link, const Part& sum) const {
        return sum.open > 0 ? std::max(m_p.capacity[link] - sum.frozen, 0.0) / sum.open : infinity;
    }
    // Demand of the flows of a corridor that are open, without its factor.
    double openIn(std::uint32_t q) const {
        const auto from = static_cast<std::uint32_t>(q / m_p.sets()),
                   to = static_cast<std::uint32_t>(q % m_p.sets());
        double sum = 0;
        for (std::uint32_t e = m_p.firstOfSet[from]; e < m_p.firstOfSet[from + 1]; ++e)
            if (m_levels.turn[m_p.sending(e)] == ProductLevels::never)
                sum += m_p.out[e] * partOf(Way::Sends, e, to, q).open;
        return sum;
    }
    double shareOfAbove(std::size_t link) const {
        Part sum;
        for (const Load& l : m_above[link - 2 * m_p.ends()]) {
            const double each = m_p.corridors[l.corridor].factor * l.load;
            sum.frozen += each * m_gone[l.corridor];
            if (!closed(l.corridor))
                sum.open += each * openIn(l.corridor);
        }
        return share(link, sum);
    }
    double shareOf(std::uint32_t link) const {
        const auto ends = static_cast<std::uint32_t>(m_p.ends());
        return link < ends       ? shareOfEnd(Way::Sends, link)
               : link < 2 * ends ? shareOfEnd(Way::Takes, link - ends)
                                 : shareOfAbove(link);
    }

    void fill(std::uint32_t link, double level) {
        const auto ends = static_cast<std::uint32_t>(m_p.ends());
        const auto turn = static_cast<std::uint32_t>(m_levels.order.size());
        if (link < 2 * ends)
            fillEnd(link < ends ? Way::Sends : Way::Takes, link % ends, level);
        else
            fillAbove(link, level, turn);
        m_levels.level[link] = level;
        m_levels.turn[link] = turn;
        m_levels.order.push_back(link);
        if (link < 2 * ends)
            sumOpen(link < ends ? Way::Sends : Way::Takes, m_p.setOf[link % ends]);
    }
    void fillEnd(Way way, std::uint32_t end, double level) {
        const std::uint32_t own = m_p.setOf[end];
        const double rate = side(way).amount[end] * level;
        for (std::uint32_t far = 0; far < m_p.sets(); ++far) {
            const std::uint32_t q = corridor(way, own, far);
            if (m_p.corridors[q].firstUse != m_p.corridors[q].endUse && !closed(q))
                m_gone[q] += rate * partOf(way, end, far, q).open;
        }
        side(way).frozen[own] += rate;
    }
    void sumOpen(Way way, std::uint32_t set) {
        double& sum = side(way).open[set] = 0;
        for (std::uint32_t e = m_p.firstOfSet[set]; e < m_p.firstOfSet[set + 1]; ++e)
            if (m_levels.turn[linkOf(way, e)] == ProductLevels::never)
                sum += side(way).amount[e];
    }
    void fillAbove(std::uint32_t link, double level, std::uint32_t turn) {
        for (const Load& l : m_above[link - 2 * m_p.ends()]) {
            const std::uint32_t q = l.corridor;
            if (closed(q))
                continue;
            m_gone[q] += level * openIn(q);
            for (const Way way : {Way::Sends, Way::Takes}) {
                const std::size_t far = way == Way::Sends ? q % m_p.sets() : q / m_p.sets();
                m_closed[static_cast<std::size_t>(way)][q] =
                    side(other(way)).frozen[far] + level * side(other(way)).open[far];
            }
            m_levels.turnOfCorridor[q] = turn;
        }
    }

    const ProductProblem& m_p;
    Side m_sides[2];
    std::vector<double> m_gone;             // per corridor: rate of flows that stopped, without factor
    std::vector<double> m_closed[2];        // per corridor that is closed: what an end that is open sees
    std::vector<std::vector<Load>> m_above; // per link above the ends
    std::vector<Due> m_due;
    ProductLevels m_levels;
};

} // namespace

ProductLevels fillProduct(const ProductProblem& problem, const std::stop_token& stop) {
    return ProductFilling(problem).run(stop);
}

} // namespace supernode
