// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/help.h"

#include "model/explain.h"
#include "model/scenario/fact_knobs.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace supernode {
namespace {

constexpr double leastGain = 1e-3, quarter = 0.25;
constexpr std::size_t mostFacts = 10;

// Fields that change how the work is done, not what is asked.
constexpr std::array<std::string_view, 4> ways{"algorithm", "placement", "microbatches", "tensor_parallel"};

// A value that a person would ask for; counts below 1,000 stay as they are.
double threeDigits(double value) {
    const double scale = std::pow(10.0, 2 - std::floor(std::log10(std::abs(value))));
    return value == 0 ? 0 : std::round(value * scale) / scale;
}

class Asker {
public:
    Asker(const Explanation& now, const std::stop_token& stop) : m_now(now), m_stop(stop) {}

    void takeBacks(const Scenario& scenario) {
        for (std::size_t i = 0; i < scenario.changes.size(); ++i) {
            Help help{Help::Kind::TakeBack, aboutOf(scenario.changes[i]), {}, {}, 0, 0, scenario};
            help.scenario.changes.erase(help.scenario.changes.begin() + static_cast<std::ptrdiff_t>(i));
            ask(std::move(help));
            if (i >= 63)
                return; // the first 64 are as much as a person looks through
        }
    }

    // The sensitivities say which facts, and in which direction.
    void facts(const Scenario& scenario) {
        const std::vector<FactKnob> knobs = factKnobsOf(m_now.outcome->fabric->system());
        std::size_t asked = 0;
        for (const Sensitivity& s : m_now.sensitivities) {
            const auto knob = std::find_if(knobs.begin(), knobs.end(),
                                           [&](const FactKnob& k) { return k.knob.words->field == s.path; });
            if (knob == knobs.end() || s.path == "power.chosen")
                continue;
            const bool more = (s.effect > 0) == (m_now.metric.better != Metric::Better::Lower);
            const double move = knob->knob.form == KnobForm::Whole
                                    ? std::max(1.0, std::round(s.value * quarter))
                                    : s.value * quarter;
            const double most = knob->knob.allowed.most * knob->perUnit;
            const double to = std::min(threeDigits(s.value + (more ? move : -move)), most);
            if (const auto sets = settingFact(scenario, s.path, to / knob->perUnit); sets) {
                Help help{Help::Kind::Fact, s.path, {}, {}, s.value, to, scenario};
                for (const SetFact& set : *sets)
                    help.scenario = withChange(std::move(help.scenario), set);
                ask(std::move(help));
            }
            if (++asked == mostFacts)
                return;
        }
    }

    void routings(const Scenario& scenario) {
        for (const auto& [word, routing] : wordsOf(Routing{})) {
            Help help{Help::Kind::Routing,
                      "routing",
                      std::string(toWord(scenario.routing)),
                      std::string(word),
                      0,
                      0,
                      scenario};
            help.scenario.routing = routing;
            if (routing != scenario.routing)
                ask(std::move(help));
        }
    }

    void waysToWork(const Scenario& scenario) {
        for (const Knob& knob : knobsOf(scenario.workload, m_now.outcome->fabric->system())) {
            const std::string_view field = knob.words->field;
            if (std::find(ways.begin(), ways.end(), field) == ways.end())
                continue;
            for (const std::string_view choice : knob.choices)
                if (choice != knob.word)
                    work(scenario, withWord(scenario.workload, field, std::string(choice)),
                         {Help::Kind::Work, std::string(field), knob.word, std::string(choice)});
            if (knob.form != KnobForm::Whole || !knob.value)
                continue;
            for (const double to : {*knob.value * 2, std::floor(*knob.value / 2)})
                if (to >= 1)
                    work(scenario, withNumber(scenario.workload, field, to),
                         {Help::Kind::Work, std::string(field), {}, {}, *knob.value, to});
        }
    }

    bool stopped() const { return m_stop.stop_requested(); }
    std::vector<Help> take() {
        std::stable_sort(m_list.begin(), m_list.end(),
                         [](const Help& a, const Help& b) { return a.gain > b.gain; });
        return std::move(m_list);
    }

private:
    static std::string aboutOf(const Change& change) {
        if (const auto* set = std::get_if<SetFact>(&change))
            return set->path;
        return std::visit(
            [](const auto& c) -> std::string {
                if constexpr (requires { c.element; })
                    return c.element;
                else if constexpr (requires { c.onto; })
                    return c.from;
                else
                    return {};
            },
            change);
    }
    void work(const Scenario& scenario, const Result<Workload>& workload, Help help) {
        if (!workload)
            return;
        help.scenario = scenario;
        help.scenario.workload = *workload;
        ask(std::move(help));
    }
    void ask(Help help) {
        if (stopped())
            return;
        const Result<OutcomePtr> answer = evaluate(help.scenario, m_now.outcome.get(), m_stop);
        const Metric* const then = answer ? (*answer)->metric(m_now.metric.id) : nullptr;
        if (!then || m_now.metric.value == 0 || then->value == 0)
            return;
        help.value = then->value;
        help.gain = m_now.metric.better == Metric::Better::Lower ? m_now.metric.value / then->value - 1
                                                                 : then->value / m_now.metric.value - 1;
        if (help.gain >= leastGain)
            m_list.push_back(std::move(help));
    }

    const Explanation& m_now;
    const std::stop_token& m_stop;
    std::vector<Help> m_list;
};

} // namespace

Result<HelpList> whatWouldHelp(const Scenario& scenario, std::string_view metric,
                               const std::stop_token& stop) {
    using Answer = Result<HelpList>;
    const Result<Explanation> now = explain(scenario, metric, stop);
    if (!now)
        return Answer::refused(now.issues());
    Asker asker(*now, stop);
    asker.takeBacks(scenario);
    asker.facts(scenario);
    asker.routings(scenario);
    asker.waysToWork(scenario);
    if (asker.stopped())
        return Answer::refused(
            Issue{"", "the question was taken back before it was answered", "ask it again"});
    return HelpList{now->metric, asker.take()};
}

} // namespace supernode
