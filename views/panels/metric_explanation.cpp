// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/metric_explanation.h"

#include "model/scenario/knobs.h"
#include "model/system/facts_of_system.h"
#include "views/theme/number_format.h"
#include "views/theme/sentences.h"
#include "views/theme/words.h"

#include <QCoreApplication>

#include <cmath>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

QString row(const QString& left, const QString& value, const QString& right, const QString& source = {}) {
    return QStringLiteral("<tr><td>%1</td><td align='right' style='padding-left:12px'><b>%2</b></td>"
                          "<td style='padding-left:12px'>%3</td></tr>")
        .arg(left.toHtmlEscaped(), value.toHtmlEscaped(), right.toHtmlEscaped() + source);
}

// Where a fact of the machine was read; "" for what is no fact.
QString sourceHtml(const SystemSpec* system, const std::string& path) {
    QString html;
    if (system && !path.empty())
        visitFacts(*system, [&](std::string_view at, const auto& fact) {
            if (at != path)
                return;
            if constexpr (requires { fact.from; })
                html = originHtml(*system, fact.from);
            else if (fact)
                html = originHtml(*system, fact->from);
        });
    return html;
}

} // namespace

QString originHtml(const SystemSpec& system, const Provenance& from) {
    QString html;
    if (!from.id.empty())
        html += QStringLiteral(" · ") + QString::fromStdString(from.id);
    const auto found = system.sources.find(from.source);
    if (found == system.sources.end())
        return html;
    const Source& source = found->second;
    const QString title = QString::fromStdString(source.title).toHtmlEscaped();
    const QString address = QString::fromStdString(source.address);
    return html + QStringLiteral(" · ") +
           (address.startsWith("http") && !address.contains(' ')
                ? QStringLiteral("<a href=\"%1\">%2</a>").arg(address.toHtmlEscaped(), title)
                : title);
}

QString formulaHtml(const Metric& metric, const SystemSpec* sources) {
    if (metric.formula.empty() && metric.terms.empty())
        return {};
    QString html;
    if (!metric.formula.empty())
        html += QStringLiteral("<p>= %1</p>").arg(formulaText(metric.formula).toHtmlEscaped());
    html += QStringLiteral("<table>");
    for (const Term& term : metric.terms) {
        const bool isCount = term.value == std::round(term.value) && term.value < 1000; // 4 GPUs, not 4.00
        const bool ours = !isCount && (term.grade == Grade::Modelled || term.grade == Grade::Derived);
        const QString number = ours ? modelled(term.value) : exact(term.value);
        const bool asked = term.path.starts_with("workload.");
        html += row(termText(term.name),
                    term.unit.empty() || term.unit == "ratio" ? number : withUnit(number, word(term.unit)),
                    asked ? tr("asked here") : gradeWord(term.grade), sourceHtml(sources, term.path));
    }
    return html + QStringLiteral("</table>");
}

QString movesHtml(const std::vector<Sensitivity>* moves, const SystemSpec* sources) {
    if (!moves)
        return QStringLiteral("<p>%1</p>").arg(tr("What moves it: being worked out …"));
    if (moves->empty())
        return QStringLiteral("<p>%1</p>").arg(tr("No input moves it."));
    QString html = QStringLiteral("<p><b>%1</b></p><table>").arg(tr("1 % more of an input moves it by"));
    for (std::size_t i = 0; i < std::min(moves->size(), mostSensitivities); ++i) {
        const Sensitivity& s = (*moves)[i];
        const QString source = s.from ? gradeWord(s.from->grade) : tr("asked here");
        html += row(nameOfInput(s.path), signedChange(s.effect, QStringLiteral("%")), source,
                    sourceHtml(sources, s.path));
    }
    return html + QStringLiteral("</table>");
}

QString nameOfInput(const std::string& path) {
    QString name = QString::fromStdString(path.substr(path.rfind('.') + 1));
    return termText(name.replace('_', ' ').toStdString());
}

QString explanationHtml(const Metric& metric, const QString& other, const std::vector<Sensitivity>* moves) {
    QString html = QStringLiteral("<p>%1</p>").arg(sentences(metric.sentence).toHtmlEscaped());
    html += formulaHtml(metric);
    html += movesHtml(moves);
    if (!other.isEmpty())
        html += QStringLiteral("<p>%1</p>").arg(other.toHtmlEscaped());
    return html;
}

} // namespace supernode
