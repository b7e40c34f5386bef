// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/knob_scale.h"

#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace supernode {
namespace {

constexpr int linearSteps = 20;

bool isShare(const Knob& knob) { return knob.form == KnobForm::Number && knob.allowed.most == 1; }

// Values of a repeating pattern, from the least to the most.
template <std::size_t n>
void addPattern(std::vector<KnobValue>& stops, Range span, double base,
                const std::array<double, n>& pattern) {
    for (double power = std::pow(base, std::floor(std::log(span.least) / std::log(base))); power <= span.most;
         power *= base)
        for (const double factor : pattern) {
            const double value = factor * power;
            if (value >= span.least * (1 - 1e-9) && value <= span.most * (1 + 1e-9))
                stops.emplace_back(value);
        }
}

void addLinear(std::vector<KnobValue>& stops, const Knob& knob, Range span) {
    if (knob.form == KnobForm::Whole) {
        for (double value = span.least; value <= span.most; ++value)
            stops.emplace_back(value);
        return;
    }
    for (int i = 0; i <= linearSteps; ++i)
        stops.emplace_back(span.least + (span.most - span.least) * i / linearSteps);
}

// Factor of a suffix; 0 when it means nothing to this knob.
double factorOf(const Knob& knob, const QString& suffix) {
    if (suffix.isEmpty())
        return 1;
    if (knob.form == KnobForm::Size) {
        constexpr std::array<const char*, 7> names{"b", "kib", "mib", "gib", "kb", "mb", "gb"};
        constexpr std::array<double, 7> factors{1, 1024, 1048576, 1073741824, 1e3, 1e6, 1e9};
        for (std::size_t i = 0; i < names.size(); ++i)
            if (suffix == QLatin1String(names[i]))
                return factors[i];
        return suffix.startsWith("byte") ? 1
               : suffix == "k"           ? 1024
               : suffix == "m"           ? 1048576
               : suffix == "g"           ? 1073741824
                                         : 0;
    }
    if (suffix == "%")
        return isShare(knob) ? 0.01 : 0;
    if (suffix == "k" && knob.form == KnobForm::Whole)
        return 1024;
    const QString unit = word(std::string(knob.words->unit)).toLower();
    return suffix == unit ? 1 : suffix == "s" && unit == "ms" ? 1000 : 0;
}

} // namespace

std::vector<KnobValue> stopsOf(const Knob& knob) {
    std::vector<KnobValue> stops;
    if (knob.mayBeNone)
        stops.emplace_back(std::nullopt);
    Range span = knob.usual;
    if (!knob.mayBeNone && span.least <= 0 && knob.words->scale != KnobScale::Linear) {
        stops.emplace_back(0.0);
        span.least = 1;
    }
    if (knob.words->scale == KnobScale::Linear)
        addLinear(stops, knob, span);
    else if (knob.words->scale == KnobScale::Decades)
        addPattern(stops, span, 10, std::array<double, 6>{1, 1.5, 2, 3, 5, 7});
    else if (knob.form == KnobForm::Size)
        addPattern(stops, span, 2, std::array<double, 1>{1});
    else
        addPattern(stops, span, 2, std::array<double, 2>{1, 1.5});
    if (knob.form == KnobForm::Whole)
        std::erase_if(stops, [](KnobValue v) { return v && *v != std::floor(*v); });
    return stops;
}

int stopNear(const std::vector<KnobValue>& stops, KnobValue value) {
    if (!value)
        return 0;
    int best = 0;
    double least = HUGE_VAL;
    for (std::size_t i = 0; i < stops.size(); ++i) {
        if (!stops[i])
            continue;
        // Compared by ratio where both have one, so that large steps do not swallow small ones.
        const bool ratio = *stops[i] > 0 && *value > 0;
        const double away = ratio ? std::abs(std::log(*stops[i] / *value)) : std::abs(*stops[i] - *value);
        if (away < least) {
            least = away;
            best = static_cast<int>(i);
        }
    }
    return best;
}

QString textOf(const Knob& knob, KnobValue value) {
    const std::string zero(knob.words->zero);
    if (!value || (*value == 0 && !zero.empty() && !knob.mayBeNone))
        return word(zero);
    if (knob.form == KnobForm::Size)
        return byteSize(bytes(*value));
    if (isShare(knob))
        return withUnit(exact(*value * 100), QStringLiteral("%"));
    const std::string_view unit = knob.words->unit;
    // What a symbol stands for is not said by the name of the knob, what a word counts is.
    constexpr std::array<std::string_view, 8> symbols{"ns",   "us",   "ms",     "GB",
                                                      "GB/s", "TB/s", "TFLOPS", "requests/s"};
    if (std::find(symbols.begin(), symbols.end(), unit) != symbols.end())
        return withUnit(exact(*value), word(std::string(unit)));
    return exact(*value);
}

std::optional<KnobValue> typed(const Knob& knob, const QString& text) {
    const QString said = text.trimmed().toLower();
    const std::string zero(knob.words->zero);
    if (!zero.empty() && said == word(zero).toLower())
        return knob.mayBeNone ? KnobValue() : KnobValue(0);
    static const QRegularExpression form(QStringLiteral("^([0-9.,\\x{2009}\\x{202f} ]+?)\\s*([a-z%/µ]*)$"));
    const QRegularExpressionMatch match = form.match(said);
    if (!match.hasMatch())
        return std::nullopt;
    QString digits = match.captured(1);
    for (const QString& gap :
         {QLocale().groupSeparator(), QString(QChar(0x2009)), QString(QChar(0x202f)), QStringLiteral(" ")})
        digits.remove(gap);
    bool ok = false;
    const double number = QLocale().toDouble(digits, &ok);
    const double factor = factorOf(knob, match.captured(2));
    if (!ok || factor == 0)
        return std::nullopt;
    return KnobValue(number * factor);
}

} // namespace supernode
