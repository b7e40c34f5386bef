// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/sharing_problem.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace supernode {
namespace {

std::string at(const char* array, std::size_t i) {
    return std::string(array) + "[" + std::to_string(i) + "]";
}

class Inspection {
public:
    explicit Inspection(const SharingProblem& problem) : m_p(problem) {}

    std::vector<Issue> run() {
        if (!shapeFits())
            return std::move(m_issues);
        indices();
        numbers("capacity", m_p.capacity, Zero::Allowed);
        numbers("load", m_p.load, Zero::Refused);
        numbers("weight", m_p.weight, Zero::Refused);
        limits();
        held();
        if (m_issues.empty())
            sums();
        return std::move(m_issues);
    }

private:
    enum class Zero : std::uint8_t { Allowed, Refused };

    void refuse(std::string field, std::string reason, std::string remedy) {
        m_issues.push_back({std::move(field), std::move(reason), std::move(remedy)});
    }
    void sized(const char* field, std::size_t is, std::size_t shouldBe, const char* of) {
        if (is != shouldBe && is != 0)
            refuse(field, "has " + std::to_string(is) + " entries for " + std::to_string(shouldBe) + of,
                   "give one entry each, or none at all");
    }
    bool shapeFits() {
        const auto& first = m_p.firstUse;
        if (first.empty() || first.front() != 0 || !std::is_sorted(first.begin(), first.end()) ||
            first.back() != m_p.resource.size()) {
            refuse("firstUse", "does not rise from 0 to the " + std::to_string(m_p.resource.size()) + " uses",
                   "give one entry per flow and one more, each the sum of the uses before it");
            return false;
        }
        if (m_p.resource.size() >= SharingProblem::none || m_p.flows() >= SharingProblem::none ||
            m_p.resources() >= SharingProblem::none)
            refuse("", "more flows, uses or resources than 32 bits can number", "split the problem");
        sized("load", m_p.load.size(), m_p.resource.size(), " uses");
        sized("weight", m_p.weight.size(), m_p.flows(), " flows");
        sized("limit", m_p.limit.size(), m_p.flows(), " flows");
        return m_issues.empty();
    }
    void indices() {
        const auto wrong = std::find_if(m_p.resource.begin(), m_p.resource.end(),
                                        [&](std::uint32_t r) { return r >= m_p.resources(); });
        if (wrong != m_p.resource.end())
            refuse(at("resource", static_cast<std::size_t>(wrong - m_p.resource.begin())),
                   "names resource " + std::to_string(*wrong) + " of " + std::to_string(m_p.resources()),
                   "number resources from 0");
    }
    void numbers(const char* field, const std::vector<double>& values, Zero zero) {
        const auto wrong = std::find_if(values.begin(), values.end(), [&](double v) {
            return !std::isfinite(v) || v < 0 || (v <= 0 && zero == Zero::Refused);
        });
        if (wrong != values.end())
            refuse(
                at(field, static_cast<std::size_t>(wrong - values.begin())), "is " + std::to_string(*wrong),
                zero == Zero::Allowed ? "give a finite number, 0 or more" : "give a finite number above 0");
    }
    void limits() {
        const auto wrong =
            std::find_if(m_p.limit.begin(), m_p.limit.end(), [](double v) { return std::isnan(v) || v < 0; });
        if (wrong != m_p.limit.end())
            refuse(at("limit", static_cast<std::size_t>(wrong - m_p.limit.begin())),
                   "is " + std::to_string(*wrong), "give 0 or more, or infinity for no limit");
    }
    void held() {
        for (std::size_t f = 0; f < m_p.flows(); ++f)
            if (m_p.firstUse[f] == m_p.firstUse[f + 1] && !std::isfinite(m_p.limitOf(f)))
                return refuse("flow " + std::to_string(f), "uses no resource and has no limit",
                              "give it a resource or a limit");
    }
    // A share is capacity over demand: the demand must be finite and the share, too.
    void sums() {
        std::vector<double> demand(m_p.resources());
        for (std::size_t f = 0; f < m_p.flows(); ++f)
            for (const Use use : m_p.usesOf(f))
                demand[use.resource] += use.load * m_p.weightOf(f);
        for (std::size_t r = 0; r < demand.size(); ++r)
            if (!std::isfinite(demand[r]) || (demand[r] > 0 && !std::isfinite(m_p.capacity[r] / demand[r])))
                return refuse("resource " + std::to_string(r),
                              "is loaded by " + std::to_string(demand[r]) +
                                  " per unit, beyond what a double holds",
                              "scale loads, weights and capacities towards 1");
    }

    const SharingProblem& m_p;
    std::vector<Issue> m_issues;
};

// Appends to an array that stays empty while every entry is the usual one.
void append(std::vector<double>& values, double value, double usual, std::size_t before) {
    if (values.empty() && value == usual)
        return;
    if (values.empty())
        values.assign(before, usual);
    values.push_back(value);
}

} // namespace

std::uint32_t SharingProblem::addResource(double bytesPerSecond) {
    capacity.push_back(bytesPerSecond);
    return static_cast<std::uint32_t>(capacity.size() - 1);
}

std::uint32_t SharingProblem::addFlow(std::span<const Use> uses, double flowWeight, double flowLimit) {
    const std::size_t flow = flows();
    for (const Use& use : uses) {
        append(load, use.load, 1, resource.size());
        resource.push_back(use.resource);
    }
    append(weight, flowWeight, 1, flow);
    append(limit, flowLimit, unlimited, flow);
    firstUse.push_back(static_cast<std::uint32_t>(resource.size()));
    return static_cast<std::uint32_t>(flow);
}

std::vector<Issue> check(const SharingProblem& problem) { return Inspection(problem).run(); }

} // namespace supernode
