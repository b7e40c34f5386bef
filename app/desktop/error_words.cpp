// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/error_words.h"

#include "app/files/workload_json.h"
#include "views/theme/number_format.h"
#include "views/theme/sentences.h"
#include "views/theme/theme.h"
#include "views/theme/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

QString spaced(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
    if (text.starts_with("moe "))
        text.replace(0, 3, "MoE");
    return termText(text);
}

// "8 ranks · 128 tokens per rank · int8": what the case asks, but for what every case of its kind asks.
QString askedBy(const PublishedCase& c) {
    if (!c.workload)
        return {};
    QStringList parts;
    const nlohmann::ordered_json block = workloadToJson(*c.workload);
    for (const auto& item : block.items()) {
        const nlohmann::ordered_json& value = item.value();
        if (item.key() == "kind" || value.is_null() || value.is_structured())
            continue;
        if (value.is_string())
            parts << spaced(value.get<std::string>());
        else if (item.key() == "bytes")
            parts << byteSize(bytes(value.get<double>()));
        else
            parts << QCoreApplication::translate("CaseValue", "%1 %2")
                         .arg(exact(value.get<double>()), spaced(item.key()));
    }
    return parts.join(QStringLiteral(" · "));
}

QString shown(double value, const std::string& unit, bool fromModel) {
    return withUnit(fromModel ? modelled(value) : exact(value), word(unit));
}

QString roleSentence(CaseRole role) {
    switch (role) {
    case CaseRole::Calibration:
        return tr("Constants of the model were fitted to this result and others.");
    case CaseRole::Prediction:
        return tr("Predicted: nothing was fitted to this result.");
    case CaseRole::Identity:
        break;
    }
    return tr("Arithmetic that must hold.");
}

double rank(const CaseResult& result) { return result.ran() ? std::abs(result.error) : 1e9; }

QString sourceLine(const PublishedCase& c, const FactTable& facts) {
    const auto found = facts.sources.find(c.source);
    const PublishedFact* fact = facts.find(c.fact);
    QString line = fact ? QString::fromStdString(fact->id + ": " + fact->quantity).toHtmlEscaped() +
                              QStringLiteral("<br>")
                        : QString();
    if (found == facts.sources.end())
        return line + QString::fromStdString(c.fact).toHtmlEscaped();
    const Source& source = found->second;
    const QString title = QString::fromStdString(source.title).toHtmlEscaped();
    const QString address = QString::fromStdString(source.address);
    return line + (address.startsWith("http")
                       ? QStringLiteral("<a href=\"%1\">%2</a>").arg(address.toHtmlEscaped(), title)
                       : title);
}

} // namespace

ErrorView viewOf(const CaseResult& result, const SystemSpec* system) {
    const PublishedCase& c = result.published;
    ErrorView view;
    const QString kind = c.workload ? spaced(std::string(kindOf(*c.workload))) : QString();
    view.title = capitalized(kind) + tr(", ") + spaced(c.quantity);
    view.subtitle = askedBy(c);
    if (system) {
        view.title = shortName(*system) + QStringLiteral("  ") + view.title;
        view.colour = QColor(QString::fromStdString(system->accent));
    }
    view.published = shown(c.published, c.unit, false);
    if (result.ran()) {
        view.modelled = shown(*result.modelled, c.unit, true);
        view.error = result.error;
    }
    view.tolerance = c.tolerance;
    view.fitted = c.role == CaseRole::Calibration;
    return view;
}

std::optional<double> medianError(const std::vector<CaseResult>& results, CaseRole role) {
    std::vector<CaseResult> some;
    std::copy_if(results.begin(), results.end(), std::back_inserter(some),
                 [&](const CaseResult& r) { return r.ran() && r.published.role == role; });
    if (some.empty())
        return std::nullopt;
    return summaryOf(some).medianError;
}

QString detailOf(const CaseResult& result, const FactTable& facts) {
    const PublishedCase& c = result.published;
    const QString paragraph = QStringLiteral("<p style=\"margin:0 0 8px 0\">%1</p>");
    QString text = paragraph.arg(tr("Published: <b>%1</b>").arg(shown(c.published, c.unit, false)));
    if (result.ran())
        text += paragraph.arg(tr("Modelled: <b>%1</b>, %2 off; the tolerance is %3.")
                                  .arg(shown(*result.modelled, c.unit, true),
                                       signedChange(result.error * 100, "%"), percent(c.tolerance)));
    else
        text += paragraph.arg(QString::fromStdString(result.missing).toHtmlEscaped());
    text += paragraph.arg(roleSentence(c.role));
    if (!c.note.empty())
        text += paragraph.arg(QString::fromStdString(c.note).toHtmlEscaped());
    return text + paragraph.arg(sourceLine(c, facts));
}

std::vector<CaseResult> worstFirst(std::vector<CaseResult> results) {
    std::stable_sort(results.begin(), results.end(),
                     [](const CaseResult& a, const CaseResult& b) { return rank(a) > rank(b); });
    return results;
}

} // namespace supernode
