// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/claim_check.h"

#include "app/files/number_text.h"
#include "app/files/open_scenario.h"
#include "model/evaluate.h"
#include "model/system/facts_of_system.h"

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

constexpr double teraflops = 1e12;
constexpr double levelShare = 5e-3; // nearer to one than that, nobody is ahead

Source sourceIn(const std::map<std::string, Source>& sources, const std::string& key) {
    const auto found = sources.find(key);
    return found == sources.end() ? Source{} : found->second;
}

// Asks machines and facts for the terms of claims; remembers what was asked before.
class Counter {
public:
    Counter(const FactTable& facts, const std::vector<ClaimedMachine>& machines)
        : m_facts(facts), m_machines(machines) {}

    std::optional<CheckedTerm> count(const ClaimTerm& term) {
        if (!term.fact.empty())
            return countFact(term.fact);
        const OutcomePtr outcome = ask(term.system, term.workload.value_or(Workload{Specification{}}));
        if (!outcome)
            return std::nullopt;
        return term.path.empty() ? countMetric(term, *outcome) : countPath(term, outcome->fabric->system());
    }
    std::string takeWhy() { return std::exchange(m_why, {}); }

private:
    std::optional<CheckedTerm> refuse(std::string why) {
        m_why = std::move(why);
        return std::nullopt;
    }

    std::optional<CheckedTerm> countFact(const std::string& id) {
        const PublishedFact* const fact = m_facts.find(id);
        if (!fact || fact->numbers.empty())
            return refuse("the fact " + id + " holds no number");
        return CheckedTerm{{fact->quantity, fact->numbers.front(), fact->unit, fact->grade, {}},
                           id,
                           sourceIn(m_facts.sources, fact->source)};
    }

    std::optional<CheckedTerm> countPath(const ClaimTerm& term, const SystemSpec& system) {
        std::optional<Provenance> from;
        const auto take = [&](const auto& fact) {
            from = fact.from;
            if (const auto scale = unitScale(Dimension::Compute, from->unit); scale && *scale > teraflops) {
                from->shown *= *scale / teraflops; // one unit for all arithmetic, so that it cancels
                from->unit = "TFLOPS";
            }
        };
        visitFacts(system, [&](std::string_view at, const auto& fact) {
            if (at != term.path)
                return;
            if constexpr (requires { fact.from; })
                take(fact);
            else if (fact)
                take(*fact);
        });
        if (!from)
            return refuse(system.name + " has no " + term.path);
        return CheckedTerm{{system.name + ": " + term.path, from->shown, from->unit, from->grade, term.path},
                           from->id,
                           sourceIn(system.sources, from->source)};
    }

    std::optional<CheckedTerm> countMetric(const ClaimTerm& term, const Outcome& outcome) {
        const SystemSpec& system = outcome.fabric->system();
        const Metric* const metric = outcome.metric(term.metric);
        if (!metric)
            return refuse(system.name + " yields no " + term.metric);
        const Metric made = perOf(system, *metric, term.per, system);
        std::string name = system.name + ": " + metric->name;
        if (term.per != Per::System)
            name += " per " + made.per;
        return CheckedTerm{{std::move(name), made.value, made.unit, made.grade, {}}, {}, {}};
    }

    OutcomePtr ask(const std::string& id, const Workload& workload) {
        for (const OutcomePtr& outcome : m_asked)
            if (outcome->scenario.system->id == id && outcome->scenario.workload == workload)
                return outcome;
        const auto machine = std::find_if(m_machines.begin(), m_machines.end(),
                                          [&](const ClaimedMachine& m) { return m.system->id == id; });
        if (machine == m_machines.end()) {
            m_why = "there is no " + id;
            return nullptr;
        }
        const Result<Scenario> scenario = withModel({machine->system, machine->changes, workload});
        Result<OutcomePtr> outcome =
            scenario ? evaluate(*scenario) : Result<OutcomePtr>::refused(scenario.issues());
        if (!outcome) {
            m_why = toSentence(outcome.issues().front());
            return nullptr;
        }
        m_asked.push_back(*outcome);
        return *outcome;
    }

    const FactTable& m_facts;
    const std::vector<ClaimedMachine>& m_machines;
    std::vector<OutcomePtr> m_asked;
    std::string m_why;
};

CheckedReading count(const ClaimReading& reading, const std::string& unit, Counter& counter) {
    CheckedReading made;
    double value = reading.form == ReadingForm::Sum ? 0 : unit == "%" ? 100 : 1;
    for (const ClaimTerm& term : reading.over)
        if (std::optional<CheckedTerm> counted = counter.count(term)) {
            value =
                reading.form == ReadingForm::Sum ? value + counted->term.value : value * counted->term.value;
            made.over.push_back(std::move(*counted));
        }
    for (const ClaimTerm& term : reading.under)
        if (std::optional<CheckedTerm> counted = counter.count(term)) {
            value /= counted->term.value;
            made.under.push_back(std::move(*counted));
        }
    made.missing = counter.takeWhy();
    if (made.missing.empty() && std::isfinite(value))
        made.value = value;
    return made;
}

bool meets(const std::optional<double>& value, double number) {
    return value && std::abs(*value / number - 1) <= claimTolerance;
}

Verdict verdictOf(const CheckedClaim& c) {
    if (!c.claim.number)
        return Verdict::NoNumber;
    if (!c.found())
        return Verdict::NotCounted;
    if (meets(c.found(), *c.claim.number))
        return Verdict::Holds;
    for (std::size_t i = 0; i < c.readings.size(); ++i)
        if (c.claim.readings[i].role == ReadingRole::Theirs && meets(c.readings[i].value, *c.claim.number))
            return Verdict::AsCounted;
    return Verdict::Fails;
}

// A reading beside the claim is the first machine over the second; it turns the claim round where it falls on
// the other side of one than what is claimed.
Turn turnOf(const Claim& claim, double beside) {
    if (claim.direction == ClaimDirection::Mixed)
        return Turn::Keeps;
    if (std::abs(beside - 1) <= levelShare)
        return Turn::Level;
    const bool claimsMore =
        claim.unit == "x" && claim.number ? *claim.number > 1 : claim.direction == ClaimDirection::Better;
    return (beside > 1) == claimsMore ? Turn::Keeps : Turn::Turns;
}

CheckedClaim check(const Claim& claim, const FactTable& facts, Counter& counter) {
    CheckedClaim checked;
    checked.claim = claim;
    for (const ClaimReading& reading : claim.readings) {
        const bool isBeside = reading.role == ReadingRole::Beside;
        CheckedReading made = count(reading, isBeside ? "x" : claim.unit, counter);
        if (isBeside && made.value)
            made.turn = turnOf(claim, *made.value);
        checked.turn = std::max(checked.turn, made.turn);
        checked.readings.push_back(std::move(made));
    }
    checked.verdict = verdictOf(checked);
    const auto add = [&](const std::string& key) {
        const Source source = sourceIn(facts.sources, key);
        if (!source.title.empty() &&
            std::find(checked.sources.begin(), checked.sources.end(), source) == checked.sources.end())
            checked.sources.push_back(source);
    };
    for (const std::string& id : claim.facts)
        if (const PublishedFact* const fact = facts.find(id))
            add(fact->source);
    for (const std::string& key : claim.sources)
        add(key);
    return checked;
}

std::string termText(const CheckedTerm& t) {
    const bool ours = t.term.grade == Grade::Modelled;
    const std::string number = ours ? threeDigits(t.term.value) : sixDigits(t.term.value);
    return t.term.unit.empty() || t.term.unit == "ratio" ? number : number + " " + t.term.unit;
}

std::string joined(const std::vector<CheckedTerm>& terms, const std::string& sign) {
    std::string text;
    for (const CheckedTerm& t : terms)
        text += (text.empty() ? "" : sign) + termText(t);
    return text;
}

std::string bracketed(std::string text, std::size_t terms) {
    if (terms > 1)
        text.insert(0, 1, '(').push_back(')');
    return text;
}

} // namespace

std::optional<double> CheckedClaim::found() const {
    return claim.number && !readings.empty() ? readings.front().value : std::nullopt;
}

std::vector<CheckedClaim> checkClaims(const std::vector<Claim>& claims, const FactTable& facts,
                                      const std::vector<ClaimedMachine>& machines) {
    Counter counter(facts, machines);
    std::vector<CheckedClaim> checked;
    for (const Claim& claim : claims)
        checked.push_back(check(claim, facts, counter));
    return checked;
}

std::string_view toWord(Verdict verdict) {
    switch (verdict) {
    case Verdict::Holds:
        return "holds";
    case Verdict::AsCounted:
        return "holds as it was counted";
    case Verdict::Fails:
        return "does not hold";
    case Verdict::NoNumber:
        return "no number";
    case Verdict::NotCounted:
        break;
    }
    return "cannot be counted";
}

std::string claimedText(double value, const std::string& unit) {
    if (unit == "x")
        return threeDigits(value) + "×";
    const bool isCount = unit != "%" && value >= 1000;
    return (isCount ? sixDigits(value) : threeDigits(value)) + " " + unit;
}

std::string reasonOf(const CheckedClaim& checked, std::string_view language) {
    std::string text = checked.claim.reason.in(language);
    for (std::size_t i = 0; i < checked.readings.size(); ++i) {
        const std::string mark{'{', static_cast<char>('1' + i), '}'};
        const std::optional<double>& value = checked.readings[i].value;
        const std::string shown = !value                      ? "–"
                                  : checked.claim.unit == "%" ? threeDigits(*value) + " %"
                                                              : threeDigits(*value);
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
            text.replace(at, mark.size(), shown);
    }
    return text;
}

std::string formulaOf(const ClaimReading& reading, const CheckedReading& checked) {
    if (!checked.missing.empty())
        return checked.missing;
    std::string over = joined(checked.over, reading.form == ReadingForm::Sum ? " + " : " × ");
    if (checked.under.empty())
        return over;
    return bracketed(std::move(over), checked.over.size()) + " / " +
           bracketed(joined(checked.under, " × "), checked.under.size());
}

} // namespace supernode
