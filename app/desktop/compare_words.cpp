// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/compare_words.h"

#include "model/outcome/compared_work.h"
#include "model/workload/model_spec.h"
#include "views/panels/question_words.h"
#include "views/panels/workload_table.h"
#include "views/theme/number_format.h"

#include <QCoreApplication>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

} // namespace

QString whatIfText(const Outcome& outcome) {
    const std::vector<Change>& changes = outcome.scenario.changes;
    if (changes.empty())
        return {};
    const QString first = chipOf(changes.front(), outcome.fabric->system()).text;
    if (changes.size() == 1)
        return first;
    return tr("%1 and %2 more").arg(first).arg(changes.size() - 1);
}

QString workText(const std::vector<BoardMachine>& machines, Per per) {
    for (const BoardMachine& one : machines)
        if (!one.cannot.isEmpty())
            return one.cannot + tr(".");
    if (machines.empty())
        return {};
    const Outcome& first = *machines.front().outcome;
    const SystemSpec& s = first.fabric->system();
    const Workload& work = first.scenario.workload;
    const Bytes each = sizeOf(work);
    if (each.base() <= 0) {
        const std::shared_ptr<const ModelSpec>& model = first.scenario.model;
        return tr("Both do the same: %1.")
            .arg(summaryOf(work, s, model ? QString::fromStdString(model->name) : QString()));
    }
    switch (sameWork(work, per)) {
    case SameWork::OneTransfer:
        return tr("Both move %1 from one end to another.").arg(byteSize(each));
    case SameWork::BufferOfARank:
        return tr("Each rank of both machines holds %1.").arg(byteSize(each));
    case SameWork::BytesOfAChip:
        return tr("Each chip of both machines holds and moves %1.")
            .arg(byteSize(each * s.endpointsPerChip()));
    case SameWork::AsAsked:
        return tr("Both are asked the same.");
    case SameWork::BytesInAll:
        break;
    }
    return tr("Both machines hold and move %1 in all.").arg(byteSize(each * s.endpoints()));
}

} // namespace supernode
