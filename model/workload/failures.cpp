// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/failures.h"

#include "model/base/number_text.h"
#include "model/base/random.h"

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

constexpr double mostFit = 1e9;         // one failure an hour
constexpr double mostRepairHours = 1e5; // eleven years
constexpr int leastRuns = 30;           // below, the interval is no longer one
constexpr int mostRuns = 100'000;

// Above 0 and at most 1, so that its logarithm exists.
double uniform(Random& random) { return (static_cast<double>(random.next() >> 11) + 1) * 0x1p-53; }

// What one run of the period adds up to; times in hours.
struct Run {
    double capacity = 0, running = 0, good = 0;
    double stops = 0;
    std::vector<double> failures, downTime;
    std::vector<double> atMoment; // capacity
};

class Runner {
public:
    Runner(const std::vector<FailingPart>& parts, const Period& period, const CapacityOf& capacity,
           FailureStudy& study)
        : m_parts(parts), m_period(period), m_capacityOf(capacity), m_study(study) {}

    Run run(std::uint64_t seed) {
        Random random(seed);
        m_run = {};
        m_run.failures.resize(m_parts.size());
        m_run.downTime.resize(m_parts.size());
        m_down.assign(m_parts.size(), 0);
        m_capacity = m_capacityOf(m_down);
        m_restartedAt = 0;
        double now = 0;
        while (now < m_period.hours()) {
            const double rate = totalRate();
            const double next = rate > 0 ? now - std::log(uniform(random)) / rate : m_period.hours();
            pass(now, std::min(next, m_period.hours()));
            now = next;
            if (now < m_period.hours())
                happen(now, uniform(random) * rate, random);
        }
        return std::move(m_run);
    }

private:
    double failing(std::size_t i) const { return (m_parts[i].count - m_down[i]) * m_parts[i].perHour(); }
    double repairing(std::size_t i) const { return m_down[i] / m_parts[i].repairHours; }
    double totalRate() const {
        double rate = 0;
        for (std::size_t i = 0; i < m_parts.size(); ++i)
            rate += failing(i) + repairing(i);
        return rate;
    }

    void pass(double from, double to) {
        const double running = std::max(0.0, to - std::max(from, m_restartedAt));
        m_run.capacity += m_capacity * (to - from);
        m_run.running += m_capacity > 0 ? running : 0;
        m_run.good += m_capacity * running;
        for (std::size_t i = 0; i < m_parts.size(); ++i)
            m_run.downTime[i] += m_down[i] * (to - from);
        const int bin = std::clamp(static_cast<int>(m_capacity * histogramBins), 0, histogramBins - 1);
        m_study.histogram[static_cast<std::size_t>(bin)] += to - from;
        const double step = m_period.hours() / (momentsOfStudy - 1);
        while (m_run.atMoment.size() < momentsOfStudy &&
               (static_cast<double>(m_run.atMoment.size()) * step < to || to >= m_period.hours()))
            m_run.atMoment.push_back(m_capacity);
    }

    // The event on which `at` falls when all rates are laid end to end.
    void happen(double now, double at, Random& random) {
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            if (at < failing(i)) {
                fail(i, now, random);
                break;
            }
            at -= failing(i);
            if (at < repairing(i)) {
                --m_down[i];
                break;
            }
            at -= repairing(i);
        }
        m_capacity = std::clamp(m_capacityOf(m_down), 0.0, 1.0);
    }
    void fail(std::size_t i, double now, Random& random) {
        ++m_down[i];
        ++m_run.failures[i];
        m_study.parts[i].mostDown = std::max(m_study.parts[i].mostDown, m_down[i]);
        if (uniform(random) > m_parts[i].stops)
            return;
        ++m_run.stops;
        m_restartedAt = now + m_period.restartMinutes / 60;
    }

    const std::vector<FailingPart>& m_parts;
    const Period& m_period;
    const CapacityOf& m_capacityOf;
    FailureStudy& m_study;
    Run m_run;
    std::vector<int> m_down;
    double m_capacity = 1, m_restartedAt = 0;
};

template <class Value>
Estimate over(const std::vector<Run>& runs, Value value) {
    std::vector<double> values;
    values.reserve(runs.size());
    for (const Run& run : runs)
        values.push_back(value(run));
    return estimateOf(values);
}

Moment momentOf(const std::vector<Run>& runs, std::size_t i, double day) {
    std::vector<double> values;
    double sum = 0;
    for (const Run& run : runs) {
        values.push_back(run.atMoment[i]);
        sum += values.back();
    }
    std::sort(values.begin(), values.end());
    const auto rank = [&](double share) {
        return values[static_cast<std::size_t>(std::lround(share * static_cast<double>(values.size() - 1)))];
    };
    return {day, sum / static_cast<double>(runs.size()), rank(0.05), rank(0.5), rank(0.95)};
}

void summarize(FailureStudy& study, const std::vector<Run>& runs) {
    const double hours = study.period.hours();
    study.capacity = over(runs, [&](const Run& r) { return r.capacity / hours; });
    study.availability = over(runs, [&](const Run& r) { return r.running / hours; });
    study.goodput = over(runs, [&](const Run& r) { return r.good / hours; });
    study.stops = over(runs, [](const Run& r) { return r.stops; });
    for (std::size_t i = 0; i < study.parts.size(); ++i) {
        study.parts[i].failures = over(runs, [&](const Run& r) { return r.failures[i]; });
        study.parts[i].down = over(runs, [&](const Run& r) { return r.downTime[i] / hours; });
    }
    for (std::size_t i = 0; i < momentsOfStudy; ++i)
        study.moments.push_back(
            momentOf(runs, i, study.period.days * static_cast<double>(i) / (momentsOfStudy - 1)));
    for (double& share : study.histogram)
        share /= hours * static_cast<double>(runs.size());
}

class RateChecker {
public:
    void range(const std::string& field, double value, double least, double most, const char* remedy) {
        if (!std::isfinite(value))
            issues.push_back({field, numberText(value) + " is no number", remedy});
        else if (value < least || value > most)
            issues.push_back(
                {field, numberText(value) + (value < least ? " is too little" : " is too much"), remedy});
    }
    std::vector<Issue> issues;
};

} // namespace

double FailingPart::expectedDown(double hours) const {
    const double repair = 1 / repairHours, both = perHour() + repair;
    return count * perHour() / both * -std::expm1(-both * hours);
}

double FailingPart::meanDown(double hours) const {
    const double repair = 1 / repairHours, both = perHour() + repair;
    return count * perHour() / both * (1 + std::expm1(-both * hours) / (both * hours));
}

double FailingPart::expectedFailures(double hours) const {
    return perHour() * hours * (count - meanDown(hours));
}

// Student's quantile by its first correction to the normal one, within 0.3 % from 30 runs up.
Estimate estimateOf(const std::vector<double>& runs) {
    const auto n = static_cast<double>(runs.size());
    double mean = 0, squares = 0;
    for (const double value : runs)
        mean += value;
    mean /= n;
    for (const double value : runs)
        squares += (value - mean) * (value - mean);
    constexpr double z = 1.959964;
    const double t = z + (z * z * z + z) / (4 * (n - 1));
    const double half = t * std::sqrt(squares / (n - 1) / n);
    return {mean, mean - half, mean + half};
}

std::vector<Issue> check(const std::vector<FailingPart>& parts, const Period& period) {
    RateChecker c;
    c.range("days", period.days, 1e-3, mostDays, "give 0.001 to 3,650 days");
    c.range("runs", period.runs, leastRuns, mostRuns, "give 30 to 100,000 runs");
    c.range("restart", period.restartMinutes, 0, 1e5, "give 0 to 100,000 minutes");
    for (const FailingPart& p : parts) {
        c.range("fit_" + p.key, p.fit, 0, mostFit, "give 0 to 10^9 failures in 10^9 hours");
        c.range("repair_" + p.key, p.repairHours, 1e-3, mostRepairHours, "give 0.001 to 100,000 hours");
        c.range("stops_" + p.key, p.stops, 0, 1, "give a share from 0 to 1");
    }
    double events = 0;
    for (const FailingPart& p : parts)
        events += 2 * p.count * p.perHour() * period.hours() * period.runs;
    if (c.issues.empty() && events > mostEvents)
        c.issues.push_back({"days", numberText(events) + " failures and repairs are too many to follow",
                            "give fewer days or runs, or lower rates"});
    return std::move(c.issues);
}

Result<FailureStudy> studyFailures(const std::vector<FailingPart>& parts, const Period& period,
                                   const CapacityOf& capacity) {
    if (std::vector<Issue> issues = check(parts, period); !issues.empty())
        return Result<FailureStudy>::refused(std::move(issues));
    FailureStudy study;
    study.period = period;
    study.histogram.resize(histogramBins);
    for (const FailingPart& part : parts)
        study.parts.push_back({part, {}, {}, 0});
    Runner runner(parts, period, capacity, study);
    Random seeds(period.seed);
    std::vector<Run> runs;
    for (int i = 0; i < period.runs; ++i)
        runs.push_back(runner.run(seeds.next()));
    summarize(study, runs);
    return study;
}

} // namespace supernode
