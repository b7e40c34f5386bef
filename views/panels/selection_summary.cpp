// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/selection_summary.h"

#include "views/panels/kind_words.h"
#include "views/panels/question_words.h"
#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QCoreApplication>

#include <map>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

QString number(std::size_t n) { return QLocale().toString(static_cast<qulonglong>(n)); }

void add(Spread& spread, double value, ElementId element) {
    spread.sum += value;
    if (!spread.leastAt.valid() || value < spread.least) {
        spread.least = value;
        spread.leastAt = element;
    }
    if (!spread.mostAt.valid() || value > spread.most) {
        spread.most = value;
        spread.mostAt = element;
    }
}

InspectionRow row(const QString& label, const QString& value, const QString& explanation) {
    return {label, value, Grade::Modelled, explanation, {}, {}, {}};
}

// Sum, mean, least and most of one direction.
void addRates(std::vector<InspectionRow>& rows, const QString& way, const Spread& spread,
              const Outcome& outcome, std::size_t count) {
    const auto text = [](double rate) { return modelledRate(bytesPerSecond(rate)); };
    const auto at = [&](ElementId e) { return tr("It is %1.").arg(word(outcome.fabric->name(e))); };
    rows.push_back(row(tr("%1, sum").arg(way), text(spread.sum),
                       tr("Over all that are selected; what one of them sends to another counts at both.")));
    rows.push_back(row(tr("%1, mean").arg(way), text(spread.mean(count)),
                       tr("%1 over %2.").arg(text(spread.sum), number(count))));
    rows.push_back(row(tr("%1, least").arg(way), text(spread.least), at(spread.leastAt)));
    rows.push_back(row(tr("%1, most").arg(way), text(spread.most), at(spread.mostAt)));
}

// "12 nodes · 3 planes"
QString countedByKind(const Fabric& fabric, std::span<const ElementId> elements) {
    std::map<ElementKind, int> counts;
    for (const ElementId element : elements)
        ++counts[fabric.element(element).kind];
    QStringList parts;
    for (const auto& [kind, count] : counts)
        parts << plural(kindName(fabric.system(), kind), count);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

SelectionSummary summaryOf(const Outcome& outcome, const Interval& interval,
                           std::span<const ElementId> elements) {
    SelectionSummary summary;
    for (const ElementId element : elements) {
        const ElementUse use = useOf(outcome, interval, element);
        ++summary.count;
        summary.failed += outcome.state.alive(element) ? 0 : 1;
        summary.links += use.links;
        summary.failedLinks += use.failedLinks;
        add(summary.out, use.out.base(), element);
        add(summary.in, use.in.base(), element);
        add(summary.utilization, use.utilization, element);
    }
    return summary;
}

Inspection inspectionOfMany(const Outcome& outcome, const Interval& interval,
                            std::span<const ElementId> elements) {
    const SelectionSummary s = summaryOf(outcome, interval, elements);
    Inspection made;
    made.element = elements.back();
    made.parts = static_cast<int>(elements.size());
    made.canFail = true;
    made.failed = s.failed == s.count;
    made.failText = tr("Fail all %1").arg(number(s.count));
    made.restoreText = tr("Restore all %1").arg(number(s.count));
    made.title = tr("%1 selected").arg(number(s.count));
    made.subtitle = countedByKind(*outcome.fabric, elements);
    if (s.failed > 0)
        made.subtitle += QStringLiteral(" · ") + tr("%1 down").arg(number(s.failed));
    addRates(made.rows, tr("Sends"), s.out, outcome, s.count);
    addRates(made.rows, tr("Receives"), s.in, outcome, s.count);
    const auto busy = [&](double use, ElementId at) {
        return std::pair(percent(use), tr("It is %1.").arg(word(outcome.fabric->name(at))));
    };
    const auto [least, leastAt] = busy(s.utilization.least, s.utilization.leastAt);
    const auto [most, mostAt] = busy(s.utilization.most, s.utilization.mostAt);
    made.rows.push_back(row(tr("Busiest link, mean"), percent(s.utilization.mean(s.count)),
                            tr("Of each its busiest link, the mean of them.")));
    made.rows.push_back(row(tr("Busiest link, least"), least, leastAt));
    made.rows.push_back(row(tr("Busiest link, most"), most, mostAt));
    return made;
}

} // namespace supernode
