// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/explain.h"

#include "model/scenario/workload_fields.h"
#include "model/system/facts_of_system.h"

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

constexpr double step = 0.01;
constexpr double leastEffect = 1e-6; // per cent: below it nothing but rounding moved

// One input and the scenario in which it has moved by `moved` of its value.
struct Moved {
    Sensitivity input;
    double moved = 0;
    Scenario scenario;
};

class FactMover {
public:
    FactMover(const Scenario& scenario, std::vector<Moved>& out) : m_scenario(scenario), m_out(out) {}

    template <class Value>
    void operator()(std::string_view path, const Fact<Value>& fact) {
        if (path.starts_with("hall.") || path == "power.chosen" || fact.from.shown == 0)
            return;
        const double by = std::is_same_v<Value, int> ? 1 / fact.from.shown : step;
        Moved moved{{std::string(path), fact.from.shown, fact.from.unit, 0, fact.from}, by, m_scenario};
        moved.scenario.changes.emplace_back(SetFact{std::string(path), fact.from.shown * (1 + by)});
        m_out.push_back(std::move(moved));
    }
    template <class Value>
    void operator()(std::string_view path, const std::optional<Fact<Value>>& fact) {
        if (fact)
            (*this)(path, *fact);
    }

private:
    const Scenario& m_scenario;
    std::vector<Moved>& m_out;
};

// The unit is the last word of a field's name where that is one.
std::string unitOf(std::string_view field) {
    for (const std::string_view unit : {"bytes", "tokens", "chips", "ranks", "experts", "ms"})
        if (field.ends_with(unit))
            return std::string(unit);
    return {};
}

// Moves the n-th number of a workload; visits all fields to find it.
class FieldMover {
public:
    explicit FieldMover(int wanted) : m_wanted(wanted) {}

    void operator()(const char* name, Bytes& amount, Range) {
        move(name, amount.base(), step, [&](double to) { amount = bytes(to); });
    }
    void operator()(const char* name, double& number, Range) {
        move(name, number, step, [&](double to) { number = to; });
    }
    void operator()(const char* name, int& number, Range) {
        const double by = std::max(step, 1.0 / std::max(1, number));
        move(name, number, std::round(by * number) / std::max(1, number),
             [&](double to) { number = static_cast<int>(std::lround(to)); });
    }
    void operator()(const char* name, std::optional<double>& number, Range) {
        if (number)
            (*this)(name, *number, {});
    }
    template <class Other>
    void operator()(const char*, Other&, Range) {} // words and seeds do not move by a per cent

    // There is no n-th number.
    bool past() const { return m_seen <= m_wanted; }
    Sensitivity input() const { return m_input; }
    double moved() const { return m_moved; }

private:
    template <class Set>
    void move(const char* name, double value, double by, Set set) {
        if (value == 0 || m_seen++ != m_wanted)
            return;
        m_input = {std::string("workload.") + name, value, unitOf(name), 0, std::nullopt};
        m_moved = by;
        set(value * (1 + by));
    }

    int m_wanted;
    int m_seen = 0;
    Sensitivity m_input;
    double m_moved = 0;
};

void moveFields(const Scenario& scenario, std::vector<Moved>& out) {
    for (int n = 0;; ++n) {
        FieldMover mover(n);
        Scenario moved = scenario;
        std::visit([&](auto& w) { visitFields(w, mover); }, moved.workload);
        if (mover.past())
            return;
        out.push_back({mover.input(), mover.moved(), std::move(moved)});
    }
}

std::string namesOf(const Outcome& outcome) {
    std::string list;
    for (const Metric& m : outcome.metrics)
        list += (list.empty() ? "" : ", ") + m.id;
    return list;
}

} // namespace

Result<Explanation> explain(const Scenario& scenario, std::string_view id, const std::stop_token& stop) {
    using Answer = Result<Explanation>;
    Result<OutcomePtr> outcome = evaluate(scenario, nullptr, stop);
    if (!outcome)
        return Answer::refused(outcome.issues());
    const Metric* metric = (*outcome)->metric(id);
    if (!metric)
        return Answer::refused(Issue{"metric", "\"" + std::string(id) + "\" is not among the answers",
                                     "ask for one of " + namesOf(**outcome)});
    Explanation explanation{*outcome, *metric, {}};
    std::vector<Moved> inputs;
    visitFacts((*outcome)->fabric->system(), FactMover(scenario, inputs));
    moveFields(scenario, inputs);
    for (Moved& input : inputs) {
        if (stop.stop_requested())
            return Answer::refused(
                Issue{"", "the question was taken back before it was answered", "ask it again"});
        const Result<OutcomePtr> other = evaluate(input.scenario, outcome->get(), stop);
        const Metric* now = other ? (*other)->metric(id) : nullptr;
        if (!now || metric->value == 0)
            continue;
        input.input.effect = (now->value / metric->value - 1) / input.moved;
        if (std::abs(input.input.effect) >= leastEffect)
            explanation.sensitivities.push_back(std::move(input.input));
    }
    std::stable_sort(
        explanation.sensitivities.begin(), explanation.sensitivities.end(),
        [](const Sensitivity& a, const Sensitivity& b) { return std::abs(a.effect) > std::abs(b.effect); });
    return explanation;
}

} // namespace supernode
