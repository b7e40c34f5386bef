// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/adaptive.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace supernode {
namespace {

constexpr double tiny = 1e-10;
constexpr double closeEnough = 0.01;

std::span<const Use> usesOf(const SplitProblem& p, std::size_t option) {
    return {p.uses.data() + p.firstUse[option], p.uses.data() + p.firstUse[option + 1]};
}

// Load over capacity of every resource.
std::vector<double> loadsOf(const SplitProblem& p, const std::vector<double>& share) {
    std::vector<double> load(p.capacity.size());
    for (std::size_t o = 0; o < share.size(); ++o)
        for (const Use& use : usesOf(p, o))
            load[use.resource] += use.load * share[o] / p.capacity[use.resource];
    return load;
}

double largestOf(const std::vector<double>& load) {
    return load.empty() ? 0 : *std::max_element(load.begin(), load.end());
}

// The table of the simplex method. Rows: a pair's shares add up to 1; a resource's load - largest + slack =
// 0. Columns: options, largest, slacks, right side. Everything is in units of the largest load of the start.
class Simplex {
public:
    Simplex(const SplitProblem& problem, double unit)
        : m_p(problem), m_rows(problem.pairs() + problem.capacity.size()),
          m_columns(problem.options() + 1 + problem.capacity.size() + 1), m_table(m_rows * m_columns),
          m_basis(m_rows) {
        for (std::size_t i = 0; i < m_p.pairs(); ++i) {
            for (std::uint32_t o = m_p.firstOption[i]; o < m_p.firstOption[i + 1]; ++o) {
                at(i, o) = 1;
                for (const Use& use : usesOf(m_p, o))
                    at(m_p.pairs() + use.resource, o) += use.load / m_p.capacity[use.resource] / unit;
            }
            at(i, m_columns - 1) = 1;
        }
        for (std::size_t r = 0; r < m_p.capacity.size(); ++r) {
            const std::size_t row = m_p.pairs() + r;
            at(row, largest()) = -1;
            at(row, largest() + 1 + r) = 1;
            m_basis[row] = largest() + 1 + r;
        }
    }

    std::vector<double> solve(const std::stop_token& stop) {
        for (std::size_t i = 0; i < m_p.pairs(); ++i)
            pivot(i, m_p.firstOption[i]);
        std::size_t worst = m_p.pairs();
        for (std::size_t row = worst; row < m_rows; ++row)
            if (at(row, m_columns - 1) < at(worst, m_columns - 1))
                worst = row;
        pivot(worst, largest());
        while (!stop.stop_requested() && improve()) {
        }
        std::vector<double> share(m_p.options());
        for (std::size_t row = 0; row < m_rows; ++row)
            if (m_basis[row] < share.size())
                share[m_basis[row]] = std::max(0.0, at(row, m_columns - 1));
        return share;
    }

private:
    double& at(std::size_t row, std::size_t column) { return m_table[row * m_columns + column]; }
    std::size_t largest() const { return m_p.options(); }

    void pivot(std::size_t row, std::size_t column) {
        const double by = at(row, column);
        for (std::size_t c = 0; c < m_columns; ++c)
            at(row, c) /= by;
        for (std::size_t r = 0; r < m_rows; ++r) {
            const double times = at(r, column);
            if (r == row || times == 0)
                continue;
            for (std::size_t c = 0; c < m_columns; ++c)
                at(r, c) -= times * at(row, c);
        }
        m_basis[row] = column;
        if (column == largest())
            m_cost = row;
    }
    // One step towards a smaller largest load. By Bland's rule (the first column that helps, the first row
    // of those that hold) it never runs in circles. The row of `largest` is the cost.
    bool improve() {
        for (std::size_t c = 0; c + 1 < m_columns; ++c) {
            if (c == largest() || at(m_cost, c) <= tiny)
                continue;
            std::size_t row = m_rows;
            for (std::size_t r = 0; r < m_rows; ++r)
                if (at(r, c) > tiny && (row == m_rows || holdsBefore(r, row, c)))
                    row = r;
            if (row == m_rows || row == m_cost)
                return false; // the largest load is down to 0
            pivot(row, c);
            return true;
        }
        return false;
    }
    bool holdsBefore(std::size_t r, std::size_t row, std::size_t c) {
        const double a = at(r, m_columns - 1) / at(r, c), b = at(row, m_columns - 1) / at(row, c);
        return a < b - tiny || (a < b + tiny && m_basis[r] < m_basis[row]);
    }

    const SplitProblem& m_p;
    std::size_t m_rows, m_columns;
    std::vector<double> m_table;
    std::vector<std::size_t> m_basis; // the column of each row
    std::size_t m_cost = 0;           // the row of `largest`
};

// Sweeps over the pairs on a smooth largest load: resources weigh the more the fuller they are, and each pair
// in turn moves from its heaviest to its lightest way until both weigh the same. The weights give the bound:
// no split can have less than what the lightest way of every pair weighs.
class Sweeps {
public:
    explicit Sweeps(const SplitProblem& problem) : m_p(problem), m_each(problem.uses.size()) {
        for (std::size_t u = 0; u < m_each.size(); ++u)
            m_each[u] = m_p.uses[u].load / m_p.capacity[m_p.uses[u].resource];
    }

    Split run(std::vector<double> start, const std::stop_token& stop) {
        m_share = std::move(start);
        Split best{m_share, std::numeric_limits<double>::infinity(), 0};
        const double sweeps = Split::mostWork / (8 * static_cast<double>(m_each.size()) + 1);
        double blur = 64; // how much smoother than the end
        for (int sweep = 0;; ++sweep) {
            m_load = loadsOf(m_p, m_share);
            const double largest = largestOf(m_load);
            if (largest < best.largest) {
                best.largest = largest;
                best.share = m_share;
            }
            weigh(largest, blur);
            best.bound = std::max(best.bound, bound());
            if (best.largest <= best.bound * (1 + closeEnough) || sweep >= sweeps || stop.stop_requested())
                return best;
            for (std::size_t i = 0; i < m_p.pairs(); ++i)
                balance(i);
            blur = std::max(1.0, blur / 2);
        }
    }

private:
    struct Change { // of a load, when a pair moves as a whole
        std::uint32_t resource;
        double by;
    };

    void weigh(double largest, double blur) {
        m_sharp = std::log(static_cast<double>(m_load.size()) + 1) / (0.25 * closeEnough * largest * blur);
        m_largest = largest;
        m_weight.resize(m_load.size());
        for (std::size_t r = 0; r < m_load.size(); ++r)
            m_weight[r] = std::exp(m_sharp * (m_load[r] - m_largest));
    }
    double costOf(std::size_t option) const {
        double sum = 0;
        for (std::uint32_t u = m_p.firstUse[option]; u < m_p.firstUse[option + 1]; ++u)
            sum += m_weight[m_p.uses[u].resource] * m_each[u];
        return sum;
    }
    double bound() const {
        double sum = 0, weights = 0;
        for (std::size_t i = 0; i < m_p.pairs(); ++i) {
            double least = std::numeric_limits<double>::infinity();
            for (std::uint32_t o = m_p.firstOption[i]; o < m_p.firstOption[i + 1]; ++o)
                least = std::min(least, costOf(o));
            sum += least;
        }
        for (const double weight : m_weight)
            weights += weight;
        return sum / weights;
    }
    void balance(std::size_t pair) {
        const std::uint32_t first = m_p.firstOption[pair], last = m_p.firstOption[pair + 1];
        for (std::uint32_t turn = first + 1; turn < last; ++turn) {
            std::uint32_t heavy = last, light = first;
            double most = -1, least = std::numeric_limits<double>::infinity();
            for (std::uint32_t o = first; o < last; ++o) {
                const double cost = costOf(o);
                if (cost < least) {
                    least = cost;
                    light = o;
                }
                if (m_share[o] > 0 && cost > most) {
                    most = cost;
                    heavy = o;
                }
            }
            if (!(most > least * (1 + 1e-6)))
                return;
            move(heavy, light);
        }
    }
    void move(std::uint32_t heavy, std::uint32_t light) {
        m_changes.clear();
        for (std::uint32_t u = m_p.firstUse[light]; u < m_p.firstUse[light + 1]; ++u)
            m_changes.push_back({m_p.uses[u].resource, m_each[u]});
        for (std::uint32_t u = m_p.firstUse[heavy]; u < m_p.firstUse[heavy + 1]; ++u) {
            const std::uint32_t r = m_p.uses[u].resource;
            const auto known = std::find_if(m_changes.begin(), m_changes.end(),
                                            [r](const Change& change) { return change.resource == r; });
            if (known == m_changes.end())
                m_changes.push_back({r, -m_each[u]});
            else
                known->by -= m_each[u];
        }
        const double part = balancing(m_share[heavy]);
        m_share[light] += part;
        m_share[heavy] = part < m_share[heavy] ? m_share[heavy] - part : 0;
        for (const Change& change : m_changes) {
            m_load[change.resource] += change.by * part;
            m_weight[change.resource] = std::exp(m_sharp * (m_load[change.resource] - m_largest));
        }
    }
    double exponent(const Change& change, double part) const {
        return m_sharp * (m_load[change.resource] + change.by * part - m_largest);
    }
    // What grows weighs as much as what shrinks when so much has moved; at most `all`. By Newton's method on
    // the logarithms, which are all but straight.
    double balancing(double all) const {
        double part = 0;
        for (int step = 0; step < 8; ++step) {
            double highest = 0; // keeps the exponentials from overflowing
            for (const Change& change : m_changes)
                highest = std::max(highest, exponent(change, part));
            double up = 0, down = 0, upSlope = 0, downSlope = 0;
            for (const Change& change : m_changes) {
                const double weight = std::exp(exponent(change, part) - highest) * std::abs(change.by);
                (change.by > 0 ? up : down) += weight;
                (change.by > 0 ? upSlope : downSlope) += weight * m_sharp * change.by;
            }
            if (up <= 0)
                return all;
            if (down <= 0)
                return 0;
            const double next = part - (std::log(up) - std::log(down)) / (upSlope / up - downSlope / down);
            if (next >= all && part >= all)
                return all;
            const double moved = std::abs(next - part);
            part = std::clamp(next, 0.0, all);
            if (moved <= 1e-4 * all)
                break;
        }
        return part;
    }

    const SplitProblem& m_p;
    std::vector<double> m_each; // per use, load over capacity
    std::vector<double> m_share, m_load, m_weight;
    std::vector<Change> m_changes;
    double m_sharp = 0, m_largest = 0;
};

} // namespace

Split leastLargestLoad(const SplitProblem& p, const std::stop_token& stop) {
    std::vector<double> even(p.options());
    for (std::size_t i = 0; i < p.pairs(); ++i)
        for (std::uint32_t o = p.firstOption[i]; o < p.firstOption[i + 1]; ++o)
            even[o] = 1.0 / (p.firstOption[i + 1] - p.firstOption[i]);
    const double start = largestOf(loadsOf(p, even));
    if (!(start > 0))
        return {std::move(even), 0, 0};
    const std::size_t rows = p.pairs() + p.capacity.size();
    if (rows * (p.options() + p.capacity.size() + 2) > Split::mostExact)
        return Sweeps(p).run(std::move(even), stop);
    Split exact{Simplex(p, start).solve(stop), 0, 0};
    exact.largest = exact.bound = largestOf(loadsOf(p, exact.share));
    return exact;
}

} // namespace supernode
