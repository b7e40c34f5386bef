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

    std::vector<double> solve() {
        for (std::size_t i = 0; i < m_p.pairs(); ++i)
            pivot(i, m_p.firstOption[i]);
        std::size_t worst = m_p.pairs();
        for (std::size_t row = worst; row < m_rows; ++row)
            if (at(row, m_columns - 1) < at(worst, m_columns - 1))
                worst = row;
        pivot(worst, largest());
        while (improve()) {
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

// Mirror descent on a smooth largest load: resources weigh the more the fuller they are, and each pair moves
// from ways of heavy to ways of light resources. The weights give the bound: no split can have less than
// what the lightest way of every pair weighs.
class Descent {
public:
    explicit Descent(const SplitProblem& problem) : m_p(problem), m_share(problem.options()) {}

    Split run(std::vector<double> start) {
        m_share = std::move(start);
        Split best{m_share, largestOf(loadsOf(m_p, m_share)), 0};
        const double steps = Split::mostWork / (4 * static_cast<double>(m_p.uses.size()));
        for (int step = 0; step < steps; ++step) {
            const std::vector<double> load = loadsOf(m_p, m_share);
            const double largest = largestOf(load);
            if (largest < best.largest) {
                best.largest = largest;
                best.share = m_share;
            }
            weigh(load, largest);
            best.bound = std::max(best.bound, bound());
            if (best.largest <= best.bound * (1 + closeEnough))
                break;
            move(largest, step);
        }
        return best;
    }

private:
    void weigh(const std::vector<double>& load, double largest) {
        const double sharp = std::log(static_cast<double>(load.size()) + 1) / (0.25 * closeEnough * largest);
        double sum = 0;
        m_weight.resize(load.size());
        for (std::size_t r = 0; r < load.size(); ++r)
            sum += m_weight[r] = std::exp(sharp * (load[r] - largest));
        for (double& weight : m_weight)
            weight /= sum;
        m_cost.assign(m_share.size(), 0);
        for (std::size_t o = 0; o < m_share.size(); ++o)
            for (const Use& use : usesOf(m_p, o))
                m_cost[o] += m_weight[use.resource] * use.load / m_p.capacity[use.resource];
    }
    double lightest(std::size_t pair) const {
        return *std::min_element(m_cost.begin() + m_p.firstOption[pair],
                                 m_cost.begin() + m_p.firstOption[pair + 1]);
    }
    double bound() const {
        double sum = 0;
        for (std::size_t i = 0; i < m_p.pairs(); ++i)
            sum += lightest(i);
        return sum;
    }
    void move(double largest, int step) {
        double steepest = 0;
        for (std::size_t o = 0; o < m_cost.size(); ++o)
            steepest = std::max(steepest, m_cost[o]);
        const double pace = largest > 0 && steepest > 0 ? 0.5 / steepest / std::sqrt(1 + 0.05 * step) : 0;
        for (std::size_t i = 0; i < m_p.pairs(); ++i) {
            double sum = 0;
            const double least = lightest(i);
            for (std::uint32_t o = m_p.firstOption[i]; o < m_p.firstOption[i + 1]; ++o)
                sum += m_share[o] *= std::exp(-pace * (m_cost[o] - least));
            for (std::uint32_t o = m_p.firstOption[i]; o < m_p.firstOption[i + 1]; ++o)
                m_share[o] /= sum;
        }
    }

    const SplitProblem& m_p;
    std::vector<double> m_share, m_weight, m_cost;
};

} // namespace

Split leastLargestLoad(const SplitProblem& p) {
    std::vector<double> even(p.options());
    for (std::size_t i = 0; i < p.pairs(); ++i)
        for (std::uint32_t o = p.firstOption[i]; o < p.firstOption[i + 1]; ++o)
            even[o] = 1.0 / (p.firstOption[i + 1] - p.firstOption[i]);
    const double start = largestOf(loadsOf(p, even));
    if (!(start > 0))
        return {std::move(even), 0, 0};
    const std::size_t rows = p.pairs() + p.capacity.size();
    if (rows * (p.options() + p.capacity.size() + 2) > Split::mostExact)
        return Descent(p).run(std::move(even));
    Split exact{Simplex(p, start).solve(), 0, 0};
    exact.largest = exact.bound = largestOf(loadsOf(p, exact.share));
    return exact;
}

} // namespace supernode
