// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/metric_explanation.h"

#include "model/scenario/knobs.h"
#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QCoreApplication>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

QString row(const QString& left, const QString& value, const QString& right) {
    return QStringLiteral("<tr><td>%1</td><td align='right' style='padding-left:12px'><b>%2</b></td>"
                          "<td style='padding-left:12px'>%3</td></tr>")
        .arg(left.toHtmlEscaped(), value.toHtmlEscaped(), right.toHtmlEscaped());
}

QString formulaHtml(const Metric& metric) {
    if (metric.formula.empty() && metric.terms.empty())
        return {};
    QString html;
    if (!metric.formula.empty())
        html += QStringLiteral("<p>= %1</p>").arg(word(metric.formula).toHtmlEscaped());
    html += QStringLiteral("<table>");
    for (const Term& term : metric.terms) {
        const bool ours = term.grade == Grade::Modelled || term.grade == Grade::Derived;
        const QString number = ours ? modelled(term.value) : exact(term.value);
        const bool asked = term.path.starts_with("workload.");
        html += row(word(term.name),
                    term.unit.empty() || term.unit == "ratio" ? number : withUnit(number, word(term.unit)),
                    asked ? tr("asked here") : gradeWord(term.grade));
    }
    return html + QStringLiteral("</table>");
}

QString movesHtml(const std::vector<Sensitivity>* moves) {
    if (!moves)
        return QStringLiteral("<p>%1</p>").arg(tr("What moves it: being worked out …"));
    if (moves->empty())
        return QStringLiteral("<p>%1</p>").arg(tr("No input moves it."));
    QString html = QStringLiteral("<p><b>%1</b></p><table>").arg(tr("1 % more of an input moves it by"));
    for (std::size_t i = 0; i < std::min(moves->size(), mostSensitivities); ++i) {
        const Sensitivity& s = (*moves)[i];
        const QString source = s.from ? gradeWord(s.from->grade) : tr("asked here");
        html += row(nameOfInput(s.path), signedChange(s.effect, QStringLiteral("%")), source);
    }
    return html + QStringLiteral("</table>");
}

} // namespace

QString nameOfInput(const std::string& path) {
    QString name = QString::fromStdString(path.substr(path.rfind('.') + 1));
    return word(name.replace('_', ' ').toStdString());
}

QString explanationHtml(const Metric& metric, const QString& other, const std::vector<Sensitivity>* moves) {
    QString html = QStringLiteral("<p style='width:340px'><b>%1</b> · %2</p><p>%3</p>")
                       .arg(word(metric.name).toHtmlEscaped(), gradeWord(metric.grade),
                            word(metric.sentence).toHtmlEscaped());
    html += formulaHtml(metric);
    html += movesHtml(moves);
    if (!other.isEmpty())
        html += QStringLiteral("<p>%1</p>").arg(other.toHtmlEscaped());
    return html;
}

} // namespace supernode
