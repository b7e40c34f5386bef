// SPDX-License-Identifier: GPL-3.0-or-later
// Flows that share resources, and nothing else: what a max-min solver needs, independent of any fabric.
//
// Structure of arrays in compressed rows: the uses of flow f are resource[i] and load[i] for i from
// firstUse[f] to firstUse[f + 1]. A flow's rate is its weight x its level; max-min fairness compares levels.
// Units: bytes per second; a load is what one unit of a flow's rate puts on the resource.
// Thread: a plain value. Errors: check() says what is wrong in sentences; solvers assume that it is silent.
// Promise: loads, weights and limits that nobody set cost no memory.
// [SharingProblem.KeepsNoArrayThatNobodyNeeds] Promise: every number that a solver cannot use is named.
// [SharingProblem.NamesEveryNumberThatCannotBe]
#pragma once

#include "model/base/result.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace supernode {

struct Use {
    std::uint32_t resource = 0;
    double load = 1;
};

// The uses of one flow, to be read by value.
class Uses {
public:
    class Iterator {
    public:
        Iterator(const std::uint32_t* resource, const double* load) : m_resource(resource), m_load(load) {}
        Use operator*() const { return {*m_resource, m_load ? *m_load : 1.0}; }
        Iterator& operator++() {
            ++m_resource;
            m_load += m_load ? 1 : 0;
            return *this;
        }
        bool operator!=(const Iterator& o) const { return m_resource != o.m_resource; }

    private:
        const std::uint32_t* m_resource;
        const double* m_load; // null: every load is 1
    };

    Uses(std::span<const std::uint32_t> resource, const double* load) : m_resource(resource), m_load(load) {}
    std::size_t size() const { return m_resource.size(); }
    bool empty() const { return m_resource.empty(); }
    Use operator[](std::size_t i) const { return {m_resource[i], m_load ? m_load[i] : 1.0}; }
    Iterator begin() const { return {m_resource.data(), m_load}; }
    Iterator end() const { return {m_resource.data() + m_resource.size(), nullptr}; }

private:
    std::span<const std::uint32_t> m_resource;
    const double* m_load;
};

struct SharingProblem {
    static constexpr std::uint32_t none = 0xffffffffu; // no resource
    static constexpr double unlimited = std::numeric_limits<double>::infinity();

    std::vector<double> capacity;           // per resource, >= 0; flows over a resource of 0 stand still
    std::vector<std::uint32_t> firstUse{0}; // flows + 1
    std::vector<std::uint32_t> resource;    // per use
    std::vector<double> load;               // per use, > 0; empty: every use loads 1
    std::vector<double> weight;             // per flow, > 0; empty: all 1
    std::vector<double> limit;              // per flow, bytes per second, >= 0 or unlimited; empty: none

    std::size_t flows() const { return firstUse.size() - 1; }
    std::size_t resources() const { return capacity.size(); }
    Uses usesOf(std::size_t flow) const {
        const std::size_t first = firstUse[flow], count = firstUse[flow + 1] - first;
        return {{resource.data() + first, count}, load.empty() ? nullptr : load.data() + first};
    }
    double weightOf(std::size_t flow) const { return weight.empty() ? 1.0 : weight[flow]; }
    double limitOf(std::size_t flow) const { return limit.empty() ? unlimited : limit[flow]; }

    // Each returns the number of what it added.
    std::uint32_t addResource(double bytesPerSecond);
    std::uint32_t addFlow(std::span<const Use> uses, double flowWeight = 1, double flowLimit = unlimited);
};

// At most one issue for each array, naming the first place. Refused: sizes that do not fit together, indices
// out of range, NaN, infinity, negative numbers, zero loads and weights, a flow that nothing holds, and
// numbers so far apart that a sum of them overflows.
std::vector<Issue> check(const SharingProblem& problem);

} // namespace supernode
