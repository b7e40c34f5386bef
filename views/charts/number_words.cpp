// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/number_words.h"

#include "views/panels/metric_explanation.h"
#include "views/theme/number_format.h"
#include "views/theme/sentences.h"
#include "views/theme/theme.h"
#include "views/theme/words.h"

#include <QCoreApplication>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

QString paragraph(const QString& html) { return QStringLiteral("<p>%1</p>").arg(html); }

QString valueOf(const Metric& metric) {
    const bool ours = metric.grade == Grade::Modelled || metric.grade == Grade::Derived;
    return withUnit(ours ? modelled(metric.value) : exact(metric.value), word(metric.unit));
}

// Where documents disagree: what each other one makes of the number.
QString othersHtml(const BoardNumber& number, const QString& unit, const SystemSpec& system) {
    if (number.others.empty())
        return {};
    QString html = QStringLiteral("<p><b>%1</b></p><table>").arg(tr("Other documents"));
    for (const OtherValue& other : number.others)
        html += QStringLiteral("<tr><td>%1 %2</td><td style='padding-left:12px'>→ <b>%3</b></td>"
                               "<td style='padding-left:12px'>%4%5</td></tr>")
                    .arg(nameOfInput(other.path).toHtmlEscaped(),
                         withUnit(exact(other.from.shown), word(other.from.unit)),
                         withUnit(modelled(other.value), unit), gradeWord(other.from.grade),
                         originHtml(system, other.from));
    return html + QStringLiteral("</table>");
}

} // namespace

QString numberHtml(const BoardMachine& machine, const BoardRow& row, const BoardNumber& number,
                   const PartMoves& moves) {
    QString html = QStringLiteral("<h3><span style='color:%1'>■</span> %2")
                       .arg(machine.colour.name(), machine.name.toHtmlEscaped()); // as its bar
    if (!number.value || !number.whole)
        return html + QStringLiteral("</h3>") +
               paragraph((row.without.isEmpty() ? row.note : row.without).toHtmlEscaped());
    const SystemSpec* const system = machine.outcome->scenario.system.get();
    const Metric &whole = *number.whole, &shown = *number.shown;
    html += QStringLiteral(" &nbsp;%1</h3>").arg(withUnit(modelled(*number.value), row.unit));
    if (shown.per != whole.per)
        html += formulaHtml(shown, system) +
                paragraph(tr("%1 of the whole machine: <b>%2</b>")
                              .arg(word(whole.name).toHtmlEscaped(), valueOf(whole)));
    html += paragraph(
        QStringLiteral("%1 · %2").arg(sentences(whole.sentence).toHtmlEscaped(), gradeWord(whole.grade)));
    html += formulaHtml(whole, system);
    html += othersHtml(number, row.unit, *system);
    for (std::size_t i = 0; i < number.parts.size(); ++i) {
        if (!number.parts[i].name.isEmpty())
            html += paragraph(number.parts[i].name.toHtmlEscaped());
        html += movesHtml(i < moves.size() ? &moves[i] : nullptr, system);
    }
    return html;
}

QString numbersHtml(const Board& board, const BoardRow& row, const std::vector<PartMoves>& moves) {
    QString html = QStringLiteral("<table width='100%' cellspacing='0'>"); // two beside each other
    for (std::size_t i = 0; i < board.machines.size(); ++i)
        html += (i % 2 == 0 ? QStringLiteral("<tr>") : QString()) +
                QStringLiteral("<td width='50%' valign='top' style='padding-right:24px'>%1</td>")
                    .arg(numberHtml(board.machines[i], row, row.numbers[i],
                                    i < moves.size() ? moves[i] : PartMoves{})) +
                (i % 2 == 1 ? QStringLiteral("</tr>") : QString());
    return html + QStringLiteral("</table>");
}

} // namespace supernode
