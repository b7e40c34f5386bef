// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/step_words.h"

#include "model/scenario/knobs.h"
#include "views/panels/change_chips.h"
#include "views/panels/knob_scale.h"
#include "views/panels/question_words.h"
#include "views/panels/workload_table.h"
#include "views/theme/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

} // namespace

QString workStep(const Workload& before, const Workload& after, const SystemSpec& system) {
    const std::vector<WorkloadRow> rows = workloadRows();
    const WorkloadRow* const row = rowOf(rows, after);
    const QString kind = row ? row->title : word(std::string(kindOf(after)));
    if (before.index() != after.index())
        return kind;
    const std::vector<Knob> was = knobsOf(before, system), is = knobsOf(after, system);
    const auto turned =
        std::mismatch(is.begin(), is.end(), was.begin(), was.end(), [](const Knob& a, const Knob& b) {
            return a.value == b.value && a.word == b.word;
        }).first;
    if (turned == is.end())
        return kind;
    const bool number = turned->form != KnobForm::Choice && turned->form != KnobForm::Text;
    return tr("%1: %2").arg(word(std::string(turned->words->name)),
                            number ? textOf(*turned, turned->value) : word(turned->word));
}

QString factStep(const SetFact& set, const SystemSpec& system) { return chipOf(set, system).text; }

} // namespace supernode
