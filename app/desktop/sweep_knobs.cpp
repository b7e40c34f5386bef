// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/sweep_knobs.h"

#include "app/desktop/preset_words.h"
#include "app/files/builtin.h"
#include "app/files/json_reader.h"
#include "model/base/number_text.h"
#include "model/fabric/random_parts.h"
#include "model/scenario/changed_system.h"
#include "model/scenario/fact_knobs.h"
#include "views/panels/knob_scale.h"
#include "views/theme/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

constexpr int offered = 7;          // values of a knob, at most
constexpr double mostValues = 1000; // of a range that is typed

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

QString joined(const QStringList& values) { return values.join(QStringLiteral(", ")); }

// Stops around the present value; where they are at equal steps, or it is none, over all of them.
QString readyNumbers(const Knob& knob) {
    std::vector<KnobValue> stops = stopsOf(knob);
    std::erase_if(stops, [](const KnobValue& v) { return !v; }); // "none" is no number
    if (stops.empty())
        return {};
    const int count = static_cast<int>(stops.size()), now = stopNear(stops, knob.value);
    const bool spread = knob.words->scale == KnobScale::Linear || knob.value.value_or(0) == 0;
    const bool halves = !spread && knob.form != KnobForm::Size; // 1 and 1.5 times powers
    const int step = spread ? std::max(1, (count + offered - 1) / offered) : halves ? 2 : 1;
    const int first = spread ? now % step : std::max(now % step, now - 3 * step);
    QStringList texts;
    for (int i = first; i < count && texts.size() < offered; i += step)
        if (const QString text = textOf(knob, stops[static_cast<std::size_t>(i)]); !texts.contains(text))
            texts << text;
    return joined(texts);
}

QString readyChoices(const SweepKnob& knob) {
    QStringList texts;
    for (const auto& [value, shown] : knob.choices)
        texts << shown;
    const bool commas =
        std::any_of(texts.begin(), texts.end(), [](const QString& t) { return t.contains(','); });
    return texts.join(commas ? QStringLiteral("; ") : QStringLiteral(", "));
}

SweepKnob made(const Knob& knob, std::string path, double perUnit = 1) {
    SweepKnob sweep{std::move(path), word(std::string(knob.words->name)),
                    word(std::string(knob.words->sentence)), knob, perUnit};
    if (knob.form != KnobForm::Choice)
        sweep.ready = readyNumbers(knob);
    return sweep;
}

void addWork(std::vector<SweepKnob>& all, const Workload& workload, const SystemSpec& system) {
    for (const Knob& knob : knobsOf(workload, system)) {
        const std::string field(knob.words->field);
        if (knob.form == KnobForm::Text && field != "model")
            continue;
        SweepKnob sweep = made(knob, "workload." + field);
        for (const std::string_view choice : knob.choices)
            sweep.choices.emplace_back(choice, word(std::string(choice)));
        if (field == "model")
            for (const Option& model : modelOptions())
                sweep.choices.emplace_back(model.id.toStdString(), model.title);
        if (knob.form == KnobForm::Choice || knob.form == KnobForm::Text)
            sweep.ready = readyChoices(sweep);
        all.push_back(std::move(sweep));
    }
}

void addMachine(std::vector<SweepKnob>& all, const SystemSpec& system) {
    for (const FactKnob& fact : factKnobsOf(system)) {
        SweepKnob sweep = made(fact.knob, std::string(fact.knob.words->field), fact.perUnit);
        for (const std::string_view choice : fact.knob.choices) {
            const double value = valueOfChoice(system, sweep.path, choice).value_or(0);
            sweep.choices.emplace_back(numberText(value), word(std::string(choice)));
        }
        if (fact.knob.form == KnobForm::Choice)
            sweep.ready = readyChoices(sweep);
        all.push_back(std::move(sweep));
    }
}

SweepKnob failures(const Fabric& fabric) {
    SweepKnob fail{"fail", tr("What fails"),
                   tr("Parts, joined by +, or a draw: plane 3 + node 7, random 8 modules")};
    fail.isFree = true;
    const std::vector<PartKind> kinds = partKindsOf(fabric);
    const bool optics =
        std::any_of(kinds.begin(), kinds.end(), [](const PartKind& kind) { return kind.word == "modules"; });
    fail.ready = optics ? QStringLiteral("none, random 64 modules, random 256 modules, random 1024 modules")
                        : QStringLiteral("none, random 1 planes, random 2 planes, random 4 planes");
    return fail;
}

void addQuestion(std::vector<SweepKnob>& all, const Scenario& scenario, const Fabric& fabric) {
    all.push_back(failures(fabric));
    if (!modelIn(scenario.workload)) {
        SweepKnob routing{"routing", tr("Routing"), tr("How a transfer picks its way through the planes")};
        for (const char* rule : {"spread", "hashed", "plane-per-destination", "adaptive"})
            routing.choices.emplace_back(rule, word(rule));
        routing.ready = readyChoices(routing);
        all.push_back(std::move(routing));
    }
    SweepKnob machine{"system", tr("Machine"), tr("The same work on another machine")};
    for (const SystemPtr& system : builtinSystems())
        machine.choices.emplace_back(system->id, QString::fromStdString(system->name));
    machine.ready = readyChoices(machine);
    all.push_back(std::move(machine));
}

Issue notUnderstood(const SweepKnob& knob, const QString& text) {
    const std::string shown = text.trimmed().toStdString();
    return {knob.title.toStdString(), shown.empty() ? "has no values" : "\"" + shown + "\" is not understood",
            "write values with commas, or a range such as \"1 to 7\"; for instance " +
                knob.ready.toStdString()};
}

std::string numberText(const SweepKnob& knob, double value) {
    const double own = value * knob.perUnit;
    const double whole = std::round(own);
    return numberToJson(std::abs(own - whole) < 1e-9 * std::abs(own) ? whole : own).dump();
}

std::optional<double> numberOf(const SweepKnob& knob, const QString& text) {
    const std::optional<KnobValue> value = typed(knob.knob, text);
    return value && *value ? **value : std::optional<double>();
}

// "1 to 7", "1 to 7 by 2"; without a step in seven values, or one for each whole number.
std::optional<std::vector<std::string>> readRange(const SweepKnob& knob, const QString& text) {
    static const QRegularExpression form(
        QStringLiteral("^(.+?)\\s*(?:\\bto\\b|到|\\.\\.)\\s*(.+?)(?:\\s*(?:\\bby\\b|步长)\\s*(.+))?$"));
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const std::optional<double> from = numberOf(knob, match.captured(1)),
                                to = numberOf(knob, match.captured(2));
    std::optional<double> by = numberOf(knob, match.captured(3));
    if (!from || !to || *to < *from || (!by && !match.captured(3).isEmpty()))
        return std::nullopt;
    if (!by) {
        by = (*to - *from) / (offered - 1);
        if (knob.knob.form == KnobForm::Whole)
            by = std::max(1.0, std::round(*by));
    }
    if (*by <= 0 || (*to - *from) / *by > mostValues)
        return std::nullopt;
    std::vector<std::string> values;
    for (int i = 0; *from + i * *by <= *to + 1e-9 * std::abs(*to); ++i)
        values.push_back(numberText(knob, *from + i * *by));
    return values;
}

std::optional<std::string> readOne(const SweepKnob& knob, const QString& text) {
    const QString said = text.trimmed();
    for (const auto& [value, shown] : knob.choices)
        if (said.compare(shown, Qt::CaseInsensitive) == 0 || said.toStdString() == value)
            return value;
    if (knob.isFree)
        return said.isEmpty() ? std::nullopt : std::optional(QString(said).replace(" + ", "+").toStdString());
    const std::optional<double> number = knob.choices.empty() ? numberOf(knob, said) : std::nullopt;
    return number ? std::optional(numberText(knob, *number)) : std::nullopt;
}

// Commas between digits group them ("4,096"), others part values, unless semicolons do.
QStringList parted(const SweepKnob& knob, const QString& text) {
    if (text.contains(';'))
        return text.split(';', Qt::SkipEmptyParts);
    static const QRegularExpression between(QStringLiteral("[,，；、](?!\\d{3}(?!\\d))"));
    static const QRegularExpression any(QStringLiteral("[,，；、]"));
    return text.split(knob.isFree || !knob.choices.empty() ? any : between, Qt::SkipEmptyParts);
}

} // namespace

std::vector<SweepKnob> sweepKnobsOf(const Outcome& outcome) {
    std::vector<SweepKnob> all;
    const SystemSpec& system = outcome.fabric->system();
    addWork(all, outcome.scenario.workload, system);
    addQuestion(all, outcome.scenario, *outcome.fabric);
    addMachine(all, system);
    std::erase_if(all, [](const SweepKnob& knob) {
        const Result<Variation> ready = readValues(knob, knob.ready);
        return !ready || ready->values.size() < 2;
    });
    return all;
}

Result<Variation> readValues(const SweepKnob& knob, const QString& text) {
    Variation variation{knob.path, {}};
    for (const QString& part : parted(knob, text)) {
        if (part.trimmed().isEmpty())
            continue;
        if (knob.choices.empty() && !knob.isFree)
            if (const auto range = readRange(knob, part)) {
                variation.values.insert(variation.values.end(), range->begin(), range->end());
                continue;
            }
        const std::optional<std::string> value = readOne(knob, part);
        if (!value)
            return Result<Variation>::refused(notUnderstood(knob, part));
        if (std::find(variation.values.begin(), variation.values.end(), *value) == variation.values.end())
            variation.values.push_back(*value);
    }
    if (variation.values.empty())
        return Result<Variation>::refused(notUnderstood(knob, {}));
    return variation;
}

QString shownValue(const SweepKnob& knob, const std::string& value) {
    for (const auto& [known, shown] : knob.choices)
        if (known == value)
            return shown;
    bool isNumber = false;
    const double number = QString::fromStdString(value).toDouble(&isNumber);
    return isNumber && knob.knob.words ? textOf(knob.knob, number / knob.perUnit)
                                       : QString::fromStdString(value);
}

} // namespace supernode
