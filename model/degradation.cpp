// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/degradation.h"

#include "model/fabric/fabric_state.h"
#include "model/fabric/random_parts.h"

#include <algorithm>

namespace supernode {
namespace {

Issue takenBack() { return {"", "the question was taken back before it was answered", "ask it again"}; }

// The worst value is the first when they are sorted so.
bool isWorse(Metric::Better better, double a, double b) {
    return better == Metric::Better::Lower ? a > b : a < b;
}

class Curve {
public:
    Curve(const Outcome& whole, const DegradationQuestion& question, const std::stop_token& stop)
        : m_whole(whole), m_question(question), m_stop(stop) {}

    Result<DegradationPoint> at(int down) const {
        using Answer = Result<DegradationPoint>;
        DegradationPoint point{down};
        std::vector<double> values;
        const Metric& headline = m_whole.metrics.front();
        for (int draw = 0; draw < (down == 0 ? 1 : m_question.draws); ++draw) {
            if (m_stop.stop_requested())
                return Answer::refused(takenBack());
            const Result<Scenario> broken = brokenBy(down, draw);
            if (!broken)
                return Answer::refused(broken.issues());
            const Result<OutcomePtr> answer = evaluate(*broken, &m_whole, m_stop);
            if (!answer && m_stop.stop_requested())
                return Answer::refused(takenBack());
            const Metric* const now = answer && isWhole(**answer) ? (*answer)->metric(headline.id) : nullptr;
            if (now)
                values.push_back(now->value);
            else
                ++point.refused;
        }
        // Nothing gets through: no rate; of what should be low there is no value to give.
        if (headline.better != Metric::Better::Lower)
            values.resize(values.size() + static_cast<std::size_t>(point.refused), 0.0);
        if (values.empty())
            return point;
        std::sort(values.begin(), values.end(),
                  [&](double a, double b) { return isWorse(headline.better, a, b); });
        point.worst = values.front();
        point.median = values[values.size() / 2];
        return point;
    }

private:
    // Pairs that the draw cuts off while both of their ends stand.
    bool isWhole(const Outcome& answer) const {
        return answer.undelivered.pairs <= m_whole.undelivered.pairs ||
               endpointsUp(*answer.fabric, answer.state) < endpointsUp(*m_whole.fabric, m_whole.state);
    }
    Result<Scenario> brokenBy(int down, int draw) const {
        Scenario broken = m_whole.scenario;
        if (down == 0)
            return broken;
        const auto parts = randomParts(*m_whole.fabric, m_whole.state, m_question.part, down,
                                       m_question.seed + static_cast<std::uint64_t>(draw));
        if (!parts)
            return Result<Scenario>::refused(parts.issues());
        for (const ElementId part : *parts)
            broken.changes.emplace_back(Fail{m_whole.fabric->name(part)});
        return broken;
    }

    const Outcome& m_whole;
    const DegradationQuestion& m_question;
    const std::stop_token& m_stop;
};

} // namespace

std::vector<int> usualSteps(int parts) {
    constexpr int few = 8, most = 512, many = 64;
    const int last = std::min(most, parts / 4);
    std::vector<int> steps{0};
    if (parts <= few)
        for (int down = 1; down <= parts; ++down)
            steps.push_back(down);
    else
        for (int down = 1; down <= last; down *= last >= many ? 4 : 2)
            steps.push_back(down);
    return steps;
}

Result<DegradationCurve> degradationCurve(const Scenario& scenario, const DegradationQuestion& question,
                                          const std::stop_token& stop) {
    using Answer = Result<DegradationCurve>;
    const Result<OutcomePtr> whole = evaluate(scenario, nullptr, stop);
    if (!whole)
        return Answer::refused(whole.issues());
    const PartKind* const kind = partKind(question.part);
    const int standing =
        kind ? static_cast<int>(standingParts(*(*whole)->fabric, (*whole)->state, kind->kind).size()) : 0;
    DegradationCurve curve{question.part, (*whole)->metrics.front(), {}};
    const Curve points(**whole, question, stop);
    const std::vector<int> down = question.down.empty() ? usualSteps(std::max(1, standing)) : question.down;
    for (const int parts : down) {
        const Result<DegradationPoint> point = points.at(parts);
        if (!point)
            return Answer::refused(point.issues());
        curve.points.push_back(*point);
    }
    return curve;
}

} // namespace supernode
